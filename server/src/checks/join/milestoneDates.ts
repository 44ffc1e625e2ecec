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
  readonly at: PlanMinute;
}

/** The earliest delivery of an item with a known date, by itself or with a deliverable that satisfies it. */
export function firstDelivery(model: Model, schedule: ModelSchedule, item: ItemIndex): Delivery | undefined {
  const { links, at } = firstDeliveries(model, schedule);
  const link = links[item]!;
  return link < 0 ? undefined : { milestone: model.linkTable.from[link]!, link, at: at[item]! };
}

interface FirstDeliveries {
  /** By item, the link by which a milestone delivers it first, or -1. */
  readonly links: Int32Array;
  /** By item, when that is. */
  readonly at: Float64Array;
}

const known = new WeakMap<ModelSchedule, FirstDeliveries>();

function firstDeliveries(model: Model, schedule: ModelSchedule): FirstDeliveries {
  let first = known.get(schedule);
  if (!first) known.set(schedule, (first = findFirst(model, schedule)));
  return first;
}

function findFirst({ items, linkTable }: Model, schedule: ModelSchedule): FirstDeliveries {
  const { from, to, withRole } = linkTable;
  const direct = new Int32Array(items.length).fill(-1);
  const directAt = new Float64Array(items.length).fill(Infinity);
  for (const link of withRole('delivery')) {
    const item = to[link]!;
    const reached = item < 0 ? undefined : reachedAt(schedule, from[link]!);
    if (reached === undefined || reached >= directAt[item]!) continue;
    directAt[item] = reached;
    direct[item] = link;
  }
  const links = direct.slice();
  const at = directAt.slice();
  for (const link of withRole('satisfaction')) {
    const [deliverable, item] = [from[link]!, to[link]!];
    if (item < 0 || directAt[deliverable]! >= at[item]!) continue;
    at[item] = directAt[deliverable]!;
    links[item] = direct[deliverable]!;
  }
  return { links, at };
}

/**
 * By item, the work that realizes it and ends last, itself or a deliverable that satisfies it; -1 where nothing that has an
 * end does.
 */
export function lastWorkOn({ items, linkTable }: Model, { networkIndex, plan: { finish } }: ModelSchedule): Int32Array {
  const { from, to, withRole } = linkTable;
  const endOf = (work: ItemIndex): PlanMinute => {
    const end = work < 0 || networkIndex[work]! < 0 ? NaN : finish[networkIndex[work]!]!;
    return end === end ? end : -Infinity; // NaN where it cannot be computed
  };
  const direct = new Int32Array(items.length).fill(-1);
  const keepLater = (last: Int32Array, item: ItemIndex, work: ItemIndex): void => {
    if (item >= 0 && endOf(work) > endOf(last[item]!)) last[item] = work;
  };
  withRole('realization').forEach((link) => {
    keepLater(direct, to[link]!, from[link]!);
  });
  const all = direct.slice();
  withRole('satisfaction').forEach((link) => {
    keepLater(all, to[link]!, direct[from[link]!]!);
  });
  return all;
}
