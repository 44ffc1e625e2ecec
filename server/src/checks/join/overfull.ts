import type { Tongue } from '../../kinds/tongue';
import type { ItemIndex } from '../../model/model';
import { perShape } from '../../model/shape';
import { overAllocations } from '../../schedule/analysis/overAllocation';
import { overfull as findOverfull, type Overfull, type Commitment } from '../../schedule/analysis/overfull';
import type { ModelSchedule } from '../../schedule/fromModel';
import { indicesPerPlan, perPlanAndShape } from '../../schedule/perPlan';
import { TASK_SAYS } from '../../schedule/taskFacts';
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
  find: (_, { schedule }) =>
    overfullMilestones(schedule).map(([milestone, people]) => finding(schedule, milestone, people)),
};

/** By milestone, as an index in the network, the people who have too much to do before it. */
const overfullMilestones = perPlanAndShape((schedule): readonly (readonly [number, readonly Overfull[]])[] => {
  if (!schedule.anchored || overAllocations(schedule).length === 0) return [];
  const commitments = commitmentsOf(schedule);
  const byMilestone = new Map<number, Overfull[]>();
  for (const each of findOverfull(schedule, commitments)) {
    const milestone = commitments[each.commitment]!.items[0]!;
    const others = byMilestone.get(milestone);
    if (others) others.push(each);
    else byMilestone.set(milestone, [each]);
  }
  return [...byMilestone];
});

/** Milestones that have a due date and can be reached by it as far as links say, each with the work on what it delivers. */
function commitmentsOf(schedule: ModelSchedule): readonly Commitment[] {
  const { facts, scheduled, networkIndex } = schedule;
  const work = workDelivered(schedule.model);
  return openMilestones(schedule).map((milestone) => {
    const items = [milestone];
    for (const item of work(scheduled[milestone]!.index)) if (networkIndex[item]! >= 0) items.push(networkIndex[item]!);
    return { items, until: facts[milestone]!.deadline! };
  });
}

/** Indices in the network. */
const openMilestones = indicesPerPlan(
  TASK_SAYS.MILESTONE | TASK_SAYS.PROMISED,
  TASK_SAYS.DONE | TASK_SAYS.ENDED,
  ({ facts, plan }, index) => plan.finish[index]! <= facts[index]!.deadline!,
);

/** By item, the items that realize what it delivers, those themselves or deliverables that satisfy them. */
const workDelivered = perShape(({ links: { from, to, role, withRole, byTarget } }) => {
  const work = new Map<ItemIndex, ItemIndex[]>();
  const { starts, grouped } = byTarget();
  const addWorkOn = (item: ItemIndex, all: ItemIndex[], isDirect: boolean): void => {
    for (let at = starts[item]!; at < starts[item + 1]!; at++) {
      const link = grouped[at]!;
      const part = role(link);
      if (part === 'realization') all.push(from[link]!);
      else if (isDirect && part === 'satisfaction') addWorkOn(from[link]!, all, false);
    }
  };
  withRole('delivery').forEach((link) => {
    if (to[link]! < 0) return;
    let all = work.get(from[link]!);
    if (!all) work.set(from[link]!, (all = []));
    addWorkOn(to[link]!, all, true);
  });
  return (item: ItemIndex): readonly ItemIndex[] => work.get(item) ?? [];
});

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
    related: () =>
      people
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
