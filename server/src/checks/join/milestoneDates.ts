/** When milestones are reached, requirements delivered and their work done. */
import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex, Model } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';

/**
 * The instant at which a milestone is reached: its computed date; its promise where nothing leads to it, for then the
 * computed date says nothing. Undefined where there is neither.
 */
export function reachedAt(schedule: ModelSchedule, milestone: ItemIndex): PlanMinute | undefined {
  const index = schedule.networkIndex[milestone]!;
  if (index < 0) return undefined;
  const { deadline, actualStart, links } = schedule.facts[index]!;
  const { finish, driver, network } = schedule.plan;
  const isMoved =
    links.length > 0 || actualStart !== undefined || driver[index]! > PROJECT_START || network.summary[index] === 1;
  const computed = schedule.anchored && isMoved && Number.isFinite(finish[index]) ? finish[index]! : undefined;
  return computed ?? deadline;
}

/** The numbers of the drivers `none` and `project-start` are the least. */
const PROJECT_START = 1;

/** The same, or its due date if that is later. */
export function promisedAt(schedule: ModelSchedule, milestone: ItemIndex): PlanMinute | undefined {
  const reached = reachedAt(schedule, milestone);
  const index = schedule.networkIndex[milestone]!;
  const due = index < 0 ? undefined : schedule.facts[index]!.deadline;
  return reached === undefined || due === undefined ? reached : Math.max(reached, due);
}

/** A milestone that delivers a requirement, or a deliverable that satisfies it. */
export interface Delivery {
  readonly milestone: ItemIndex;
  /** The link of the milestone. */
  readonly link: number;
  readonly at: PlanMinute | undefined;
}

/** The milestones that deliver an item, itself or through a deliverable that satisfies it. */
export function deliveriesOf(model: Model, schedule: ModelSchedule, item: ItemIndex): readonly Delivery[] {
  const { incoming, role, from } = model.linkTable;
  return [...incoming(item)].flatMap((link): readonly Delivery[] => {
    const part = role(link);
    if (part === 'delivery') return [{ milestone: from[link]!, link, at: reachedAt(schedule, from[link]!) }];
    return part === 'satisfaction' && from[link] !== item ? directDeliveries(model, schedule, from[link]!) : [];
  });
}

const directDeliveries = (model: Model, schedule: ModelSchedule, item: ItemIndex): readonly Delivery[] =>
  [...model.linkTable.incoming(item)]
    .filter((link) => model.linkTable.role(link) === 'delivery')
    .map((link) => {
      const milestone = model.linkTable.from[link]!;
      return { milestone, link, at: reachedAt(schedule, milestone) };
    });

/** The earliest delivery with a known date. */
export function firstDelivery(model: Model, schedule: ModelSchedule, item: ItemIndex): Delivery | undefined {
  let first: Delivery | undefined;
  for (const delivery of deliveriesOf(model, schedule, item))
    if (delivery.at !== undefined && delivery.at < (first?.at ?? Infinity)) first = delivery;
  return first;
}

/** The work that realizes an item, itself or a deliverable that satisfies it. */
export function workOn({ linkTable: { incoming, role, from } }: Model, item: ItemIndex): readonly ItemIndex[] {
  const work: ItemIndex[] = [];
  for (const link of incoming(item)) {
    if (role(link) === 'realization') work.push(from[link]!);
    if (role(link) !== 'satisfaction') continue;
    for (const deeper of incoming(from[link]!)) if (role(deeper) === 'realization') work.push(from[deeper]!);
  }
  return work;
}
