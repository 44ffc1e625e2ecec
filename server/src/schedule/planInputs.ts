/** What answers about a plan may hang on besides its dates: people, calendars, and what tasks say. */
import type { ItemIndex } from '../model/model';
import { isSame } from './planItems';
import type { Schedule } from './network/schedule';
import type { TaskFacts } from './taskFacts';

export interface PlanInputs {
  /** See `Resources`. */
  readonly version: object;
  readonly anchored: boolean;
  readonly facts: readonly TaskFacts[];
  readonly persons: readonly ItemIndex[];
}

const last = new WeakMap<Schedule, PlanInputs>();

/** The same object as long as dates and inputs are the same. */
export function planInputs(dates: Schedule, now: PlanInputs): PlanInputs {
  const before = last.get(dates);
  if (before && isEqual(before, now)) return before;
  last.set(dates, now);
  return now;
}

const isEqual = (some: PlanInputs, others: PlanInputs): boolean =>
  some.version === others.version &&
  some.anchored === others.anchored &&
  isSame(some.facts, others.facts) &&
  isSame(some.persons, others.persons);
