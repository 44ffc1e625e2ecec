/**
 * Plan time: days and minutes counted from 1970-01-01T00:00 in the plan's own local time. No time zone is ever applied, so
 * a plan reads the same everywhere.
 */

export const MINUTES_PER_DAY = 1440;
const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of an ISO date such as `2026-01-05`, or undefined if there is no such day. */
export function dayOf(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / MS_PER_DAY : undefined;
}

/** Minutes of a time of day such as `09:30`; `24:00` is the end of the day. Undefined if there is no such time. */
export function timeOf(clock: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(clock);
  if (!match) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= MINUTES_PER_DAY ? total : undefined;
}

/** Minutes since 1970-01-01T00:00 of an ISO date-time such as `2026-01-05T09:30`, or undefined if there is no such instant. */
export function minuteOf(iso: string): number | undefined {
  const [date = '', clock = ''] = iso.split('T');
  const day = dayOf(date);
  const time = timeOf(clock);
  return day === undefined || time === undefined ? undefined : day * MINUTES_PER_DAY + time;
}

/** `2026-01-05` for a day number. */
export const isoDay = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** `09:30` for a number of minutes from 0 to 1440. */
export const isoTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `2026-01-05T09:30` for a plan minute. */
export function isoMinute(minute: number): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return `${isoDay(day)}T${isoTime(minute - day * MINUTES_PER_DAY)}`;
}
