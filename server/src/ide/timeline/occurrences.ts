/** When a cadence takes place. */
import {
  dateFromDay,
  dayFromDate,
  dayOf,
  daysInMonth,
  MINUTES_PER_DAY,
  weekdayOf,
  type PlanDay,
  type PlanMinute,
} from '../../kinds/time';
import type { ValueOf } from '../../kinds/value';

/** More would not be told apart in any picture. */
const MOST = 2000;

/**
 * The times of a recurrence from `start` to before `finish`. Weeks count from the week of the start and begin on Monday;
 * months from the month of the start. A time without clock is at noon. Days without work are left out, as people do.
 */
export function occurrencesOf(
  recurrence: ValueOf<'recurrence'>,
  start: PlanMinute,
  finish: PlanMinute,
  works: (day: PlanDay) => boolean,
): readonly PlanMinute[] {
  const time = recurrence.at ?? MINUTES_PER_DAY / 2;
  const times: PlanMinute[] = [];
  for (const day of daysOf(recurrence, dayOf(start), dayOf(finish))) {
    const minute = day * MINUTES_PER_DAY + time;
    if (minute >= finish || times.length === MOST) break;
    if (minute >= start && works(day)) times.push(minute);
  }
  return times;
}

/** Days in ascending order, from about `first` to about `last`. Cadences of hours count as daily ones. */
function* daysOf(
  { every: { amount, unit }, on }: ValueOf<'recurrence'>,
  first: PlanDay,
  last: PlanDay,
): Generator<PlanDay> {
  const step = Math.max(1, Math.round(amount));
  if (unit === 'w') yield* weekly(step, on.length > 0 ? on : [weekdayOf(first) + 1], first, last);
  else if (unit === 'mo') yield* monthly(step, on, first, last);
  else
    for (let day = first; day <= last; day += unit === 'd' ? step : 1)
      if (on.length === 0 || on.includes(weekdayOf(day) + 1)) yield day;
}

function* weekly(step: number, on: readonly number[], first: PlanDay, last: PlanDay): Generator<PlanDay> {
  const weekdays = [...on].sort((a, b) => a - b);
  for (let monday = first - weekdayOf(first); monday <= last; monday += 7 * step)
    for (const weekday of weekdays) yield monday + weekday - 1;
}

/** The day of the month on which it began, or the first of the given weekdays in each month. */
function* monthly(step: number, on: readonly number[], first: PlanDay, last: PlanDay): Generator<PlanDay> {
  const begin = dateFromDay(first);
  for (let month = begin.year * 12 + begin.month - 1; ; month += step) {
    const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
    const opening = dayFromDate(year, number, 1);
    if (opening > last) return;
    if (on.length === 0) yield opening + Math.min(begin.date, daysInMonth(year, number)) - 1;
    else yield opening + Math.min(...on.map((weekday) => (weekday - 1 - weekdayOf(opening) + 7) % 7));
  }
}
