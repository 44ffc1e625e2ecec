import type { PlanMinute, Timeline } from '../../../server/src/ide/timeline/types';

/** A stretch of the time axis. */
export interface Extent {
  readonly from: PlanMinute;
  readonly to: PlanMinute;
}

/** The span of everything that is drawn, today apart; undefined for a plan without dates. */
export function spanOf({ start, finish, statusDate, bars }: Timeline): Extent | undefined {
  const hasDates = finish > start || bars.some((bar) => bar.start !== undefined);
  let [from, to] = hasDates ? [start, finish] : [Infinity, -Infinity];
  const include = (minute: PlanMinute | undefined): void => {
    if (minute === undefined) return;
    if (minute < from) from = minute;
    if (minute > to) to = minute;
  };
  for (const { due, forecast, baselines } of bars) {
    include(due);
    include(forecast);
    baselines?.forEach(({ start: since, finish: until }) => {
      include(since);
      include(until);
    });
  }
  if (from > to) return undefined;
  include(statusDate);
  return { from, to };
}
