/** When milestones are reached, requirements delivered and their work done. */
import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import type { Shape } from '../../model/shape';
import type { ModelSchedule } from '../../schedule/fromModel';
import { perPlanAndShape } from '../../schedule/perPlan';

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

/** The earliest deliveries with a known date, by a milestone that delivers an item, or a deliverable that satisfies it. */
export interface FirstDeliveries {
  /** By item, the link by which a milestone delivers it first, or -1. */
  readonly links: Int32Array;
  /** By item, when that is. */
  readonly at: Float64Array;
}

export const firstDeliveries = perPlanAndShape(findFirst);

function findFirst(schedule: ModelSchedule, { kinds, links: { from, to, withRole } }: Shape): FirstDeliveries {
  const direct = new Int32Array(kinds.length).fill(-1);
  const directAt = new Float64Array(kinds.length).fill(Infinity);
  withRole('delivery').forEach((link) => {
    const item = to[link]!;
    const reached = item < 0 ? undefined : reachedAt(schedule, from[link]!);
    if (reached === undefined || reached >= directAt[item]!) return;
    directAt[item] = reached;
    direct[item] = link;
  });
  const satisfactions = withRole('satisfaction');
  if (satisfactions.length === 0) return { links: direct, at: directAt };
  const links = direct.slice();
  const at = directAt.slice();
  satisfactions.forEach((link) => {
    const [deliverable, item] = [from[link]!, to[link]!];
    if (item < 0 || directAt[deliverable]! >= at[item]!) return;
    at[item] = directAt[deliverable]!;
    links[item] = direct[deliverable]!;
  });
  return { links, at };
}

/**
 * By item, the work that realizes it and ends last, itself or a deliverable that satisfies it; -1 where nothing that has an
 * end does.
 */
export const lastWorkOn = perPlanAndShape(findLast);

function findLast(
  { networkIndex, plan: { finish } }: ModelSchedule,
  { kinds, links: { from, to, withRole } }: Shape,
): Int32Array {
  const endOf = (work: ItemIndex): PlanMinute => {
    const end = work < 0 || networkIndex[work]! < 0 ? NaN : finish[networkIndex[work]!]!;
    return end === end ? end : -Infinity; // NaN where it cannot be computed
  };
  const direct = new Int32Array(kinds.length).fill(-1);
  const keepLater = (last: Int32Array, item: ItemIndex, work: ItemIndex): void => {
    if (item >= 0 && endOf(work) > endOf(last[item]!)) last[item] = work;
  };
  withRole('realization').forEach((link) => {
    keepLater(direct, to[link]!, from[link]!);
  });
  const satisfactions = withRole('satisfaction');
  if (satisfactions.length === 0) return direct;
  const all = direct.slice();
  satisfactions.forEach((link) => {
    keepLater(all, to[link]!, direct[from[link]!]!);
  });
  return all;
}
