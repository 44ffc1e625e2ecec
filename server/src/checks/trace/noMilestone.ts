import { valueOf } from '../../kinds/facts';
import { formatDay, MINUTES_PER_DAY } from '../../kinds/time';
import type { Item, ItemIndex, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { ModelSchedule } from '../../schedule/fromModel';
import { isReached } from '../join/closed';
import { reachedAt } from '../join/milestoneDates';
import { createItem } from '../repair/declaration';
import { linkTo } from '../repair/links';
import { suggestion, type Repair } from '../repair/repair';
import { stubTitle } from '../repair/stub';
import { calling, inBoth } from '../wording';
import { strandCheck } from './strand';

/** A promised requirement that no milestone delivers. */
export const noMilestone = strandCheck(
  'milestone',
  {
    en: 'has no milestone: nothing says when it is delivered.',
    zh: '没有里程碑：没有说明何时交付。',
  },
  (model, requirement, { schedule }) => {
    const milestones = itemsOfPart(model, 'milestone').filter((item) => !isReached(item));
    return milestones.length === 0
      ? [withNewMilestone(model, schedule, requirement)]
      : fittingFirst(model, schedule, milestones, requirement).map((milestone) =>
          deliveredBy(model, requirement, milestone),
        );
  },
);

/** Those first that are reached when the requirement's work is done, the earliest first; then the others. */
function fittingFirst(
  model: Model,
  schedule: ModelSchedule,
  milestones: readonly Item[],
  requirement: Item,
): readonly Item[] {
  const finishes = workOn(model, requirement.index).map((work) => schedule.plan.finish[schedule.networkIndex[work]!]!);
  const end = Math.max(-Infinity, ...finishes.filter(Number.isFinite));
  const at = ({ index }: Item): number => reachedAt(schedule, index) ?? Infinity;
  const isEarly = (item: Item): number => Number(at(item) < end);
  const before = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...milestones].sort((a, b) => isEarly(a) - isEarly(b) || before(at(a), at(b)));
}

const deliveredBy = (model: Model, requirement: Item, milestone: Item): Repair =>
  suggestion(
    inBoth((tongue) =>
      tongue === 'zh' ? `由${calling(milestone, 'zh')} 交付` : `Deliver it with ${calling(milestone, 'en')}`,
    ),
    linkTo(model, milestone, 'delivery', requirement),
  );

/** Behind the requirement's work; where there is none, due when the project ends. */
function withNewMilestone(model: Model, { project }: ModelSchedule, requirement: Item): Repair {
  const { id: delivers } = requirement;
  const after = workOn(model, requirement.index).flatMap((work) => model.items[work]!.id ?? []);
  const period = project && valueOf(project, 'period');
  const end = period?.type === 'period' ? period.to : undefined;
  const when: Readonly<Record<string, string>> =
    after.length > 0
      ? { after: [...new Set(after)].join(', ') }
      : end === undefined
        ? {}
        : { due: formatDay(Math.ceil(end / MINUTES_PER_DAY) - 1) };
  const milestone = { kind: 'milestone', title: stubTitle(requirement), fields: { ...when, delivers: delivers ?? '' } };
  return suggestion(
    { en: 'Create a milestone', zh: '新建里程碑' },
    delivers === undefined ? [] : createItem(model, milestone, requirement),
  );
}

/** The work that realizes an item, itself or a deliverable that satisfies it. */
function workOn({ linkTable: { incoming, role, from } }: Model, item: ItemIndex): readonly ItemIndex[] {
  const work: ItemIndex[] = [];
  for (const link of incoming(item)) {
    if (role(link) === 'realization') work.push(from[link]!);
    if (role(link) !== 'satisfaction') continue;
    for (const deeper of incoming(from[link]!)) if (role(deeper) === 'realization') work.push(from[deeper]!);
  }
  return work;
}
