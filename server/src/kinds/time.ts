/**
 * Plan time: dates as numbers. A plan knows local time only: no time zone, no clock change, no leap second, so a day is
 * always 1,440 minutes, every conversion is plain arithmetic, and a plan reads the same everywhere.
 */

/** Minutes since 1970-01-01T00:00 of the plan's local time; 27_827_040.5 is half a minute past 2022-11-28T12:00. */
export type PlanMinute = number;

/** Days since 1970-01-01; 0 is a Thursday. */
export type PlanDay = number;

export const MINUTES_PER_DAY = 1440;

/** The day that an instant belongs to; midnight belongs to the day that begins. */
export const dayOf = (minute: PlanMinute): PlanDay => Math.floor(minute / MINUTES_PER_DAY);

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: PlanDay): number {
  const remainder = (day + 3) % 7;
  return remainder < 0 ? remainder + 7 : remainder;
}

/**
 * Day number of a date of the proleptic Gregorian calendar; month 1–12. Years are counted from March, so that the leap
 * day is the last of its year (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function dayFromDate(year: number, month: number, date: number): PlanDay {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The day that a clock on the wall shows: whoever may read the clock tells the others. */
export const localDay = (now: Date): PlanDay => dayFromDate(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** A date of the Gregorian calendar; month 1–12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The inverse of `dayFromDate`. */
export function dateFromDay(day: PlanDay): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** Length of a month, 28–31. */
export const daysInMonth = (year: number, month: number): number =>
  dayFromDate(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayFromDate(year, month, 1);

/** "2026-01-05" as a day; undefined if it is no date of the calendar. */
export function parseDay(text: string): PlanDay | undefined {
  const match = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return dayFromDate(year, month, date);
}

/** "2026-01-05" (midnight), "2026-01-05T09:30" or "2026-01-05T09:30:06" as an instant; 24:00 is the next midnight. */
export function parseMinute(text: string): PlanMinute | undefined {
  const [dayText = '', timeText] = text.split('T');
  const day = parseDay(dayText);
  if (day === undefined || timeText === undefined) return day === undefined ? undefined : day * MINUTES_PER_DAY;
  const time = parseTime(timeText);
  return time === undefined ? undefined : day * MINUTES_PER_DAY + time;
}

/** "09:30" or "09:30:06" as minutes since midnight; "24:00" is the end of the day. Undefined if there is no such time. */
export function parseTime(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const past = hour * 60 + minute + second / 60;
  return minute > 59 || second > 59 || past > MINUTES_PER_DAY ? undefined : past;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** "2026-01-05". */
export function formatDay(day: PlanDay): string {
  const { year, month, date } = dateFromDay(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** "2026-01-05T09:30:00", to the second, without zone. */
export function formatMinute(minute: PlanMinute): string {
  const seconds = Math.round(minute * 60);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((part) => pad(part, 2));
  return `${formatDay(day)}T${clock.join(':')}`;
}

/** "09:30" for minutes since midnight, from 0 to 1440. */
export const formatTime = (minutes: number): string => `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
