/** Milestones that nothing but their promise dates. */
import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex, Model } from '../../model/model';
import { hasIncoming } from '../../model/trace';
import type { ModelSchedule, ScheduledItem } from '../../schedule/fromModel';
import { driverOf } from '../../schedule/network/schedule';
import { dueOf } from '../../schedule/taskFacts';
import { dateOf } from './dateOf';

/**
 * Where a milestone is drawn that has a promise and nothing else: no work before or behind it, no date. A promise moves nothing,
 * so the schedule has it where the project starts, but people look for it where it is due. Undefined for all others, and for
 * one that cannot be kept.
 */
export function promisedAt(
  model: Model,
  schedule: ModelSchedule,
  { item, index, type, finish = -Infinity }: ScheduledItem,
): PlanMinute | undefined {
  if (type !== 'milestone') return undefined;
  const [at, due] = [dateOf(item, 'due'), dueOf(item)];
  if (at === undefined || due === undefined || finish > due || !startsThePlan(model, schedule, { item, index }))
    return undefined;
  return Math.max(at, finish);
}

/** When something is reached, as far as the picture goes. */
export function reachedAt(model: Model, schedule: ModelSchedule, item: ItemIndex): PlanMinute | undefined {
  const entry = schedule.of(item);
  return entry && (promisedAt(model, schedule, entry) ?? entry.finish);
}

/** Nothing says when, and nothing waits for it. */
function startsThePlan(
  model: Model,
  { plan }: ModelSchedule,
  { item, index }: Pick<ScheduledItem, 'item' | 'index'>,
): boolean {
  const { kind } = driverOf(plan, index);
  return (kind === 'project-start' || kind === 'status-date') && !hasIncoming(model, item.index, 'sequence');
}
