import type { Tongue } from '../../kinds/tongue';
import type { ItemIndex, Model } from '../../model/model';
import { overAllocations } from '../../schedule/analysis/overAllocation';
import { overfull as findOverfull, type Overfull, type Commitment } from '../../schedule/analysis/overfull';
import type { ModelSchedule } from '../../schedule/fromModel';
import type { ModelCheck, ModelFinding, Related } from '../check';
import { assignmentOf, placeOfAssignment } from '../plan/assignments';
import { lastDayWords, workingDays } from '../plan/dates';
import { placeOfField } from '../places';
import { calling, Calling, inBoth } from '../wording';

/**
 * A milestone before which somebody has more work than time, in whatever order it is done, though by its links it can be
 * reached in time. Where the links say that it is late, that is another finding.
 */
export const overfull: ModelCheck = {
  code: 'join/overfull',
  severity: 'warning',
  find: (model, { schedule }) => {
    if (!schedule.anchored || overAllocations(schedule).length === 0) return [];
    const commitments = commitmentsOf(model, schedule);
    const byMilestone = new Map<number, Overfull[]>();
    for (const each of findOverfull(schedule, commitments)) {
      const milestone = commitments[each.commitment]!.items[0]!;
      const others = byMilestone.get(milestone);
      if (others) others.push(each);
      else byMilestone.set(milestone, [each]);
    }
    return [...byMilestone].map(([milestone, people]) => finding(schedule, milestone, people));
  },
};

/** Milestones that have a due date and can be reached by it as far as links say, each with the work on what it delivers. */
function commitmentsOf(model: Model, schedule: ModelSchedule): readonly Commitment[] {
  const { facts, plan, scheduled } = schedule;
  const commitments: Commitment[] = [];
  facts.forEach(({ type, deadline, progress, actualFinish }, milestone) => {
    const isOpen = type === 'milestone' && progress !== 1 && actualFinish === undefined;
    if (!isOpen || deadline === undefined || !(plan.finish[milestone]! <= deadline)) return;
    const items = [milestone];
    addDelivered(items, model, schedule, scheduled[milestone]!.index);
    if (items.every((item) => plan.finish[item]! <= deadline)) commitments.push({ items, until: deadline });
  });
  return commitments;
}

/** Adds the work (by index of the network) that realizes what a milestone delivers, itself or a deliverable that satisfies it. */
function addDelivered(
  work: number[],
  { linkTable }: Model,
  { networkIndex }: ModelSchedule,
  milestone: ItemIndex,
): void {
  const { outgoing, incoming, role, from, to } = linkTable;
  const addWorkOn = (item: ItemIndex, isDirect: boolean): void => {
    for (const link of incoming(item)) {
      const other = from[link]!;
      if (role(link) === 'realization' && networkIndex[other]! >= 0) work.push(networkIndex[other]!);
      else if (isDirect && role(link) === 'satisfaction') addWorkOn(other, false);
    }
  };
  for (const link of outgoing(milestone)) if (role(link) === 'delivery' && to[link]! >= 0) addWorkOn(to[link]!, true);
}

function finding(schedule: ModelSchedule, milestone: number, people: readonly Overfull[]): ModelFinding {
  const item = schedule.scheduled[milestone]!;
  const due = lastDayWords(schedule.facts[milestone]!.deadline!);
  return {
    place: placeOfField(item, 'due'),
    id: item.id,
    message: inBoth((tongue) => {
      const who = people.map((each) => demandWords(schedule, each, tongue)).join(tongue === 'zh' ? '；' : '; ');
      return tongue === 'zh'
        ? `${Calling(item, 'zh')} 之前的工作在 ${due} 前做不完，无论如何安排先后：${who}。`
        : `The work before ${calling(item, 'en')} does not fit into the time until ${due}, in whatever order: ${who}.`;
    }),
    related: people
      .flatMap(({ person, tasks }) => tasks.map((task) => relatedTask(schedule, person, task)))
      .slice(0, MOST_RELATED),
  };
}

const MOST_RELATED = 12;

function demandWords(schedule: ModelSchedule, { person, demanded, available }: Overfull, tongue: Tongue): string {
  const who = calling(schedule.model.items[person]!, tongue);
  const [needs, has] = [demanded, available].map((minutes) => workingDays(minutes, schedule, tongue));
  return tongue === 'zh' ? `${who} 需要 ${needs}，只有 ${has}` : `${who} needs ${needs} and has ${has}`;
}

function relatedTask(
  schedule: ModelSchedule,
  person: ItemIndex,
  { task, minutes }: Overfull['tasks'][number],
): Related {
  return {
    place: placeOfAssignment(schedule, task, assignmentOf(schedule, task, person)),
    message: inBoth(
      (tongue) => `${calling(schedule.scheduled[task]!, tongue)}: ${workingDays(minutes, schedule, tongue)}`,
    ),
  };
}
