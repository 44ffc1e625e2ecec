import type { PlanMinute } from '../../server/src/ide/timeline.types';

/** A column of the axis: an hour, a week, a quarter. */
export interface TimeUnit {
  readonly name: UnitName;
  /** Typical length in minutes, to judge how wide it is drawn. */
  readonly minutes: number;
  /** Start of the column that holds the minute. */
  readonly floor: (minute: PlanMinute) => PlanMinute;
  /** Start of the next column, given the start of one. */
  readonly next: (start: PlanMinute) => PlanMinute;
  /** Ways to write a column's name, from long to short. */
  readonly formats: readonly LabelFormat[];
  /** The unit that groups it in the axis' upper level. */
  readonly upper: UnitName;
}

export type UnitName = 'hour' | 'hours3' | 'hours6' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade';

/** `Intl` options, or what `Intl` has no word for. */
export type LabelFormat = Intl.DateTimeFormatOptions | 'quarter' | 'decade';

const hour = 60;
const day = 24 * hour;
const week = 7 * day;
/** 1970-01-05, the first Monday; weeks begin on Monday, as in ISO 8601. */
const firstMonday = 4 * day;

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const dayFormats: readonly LabelFormat[] = [
  { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  { day: 'numeric', month: 'short' },
  { weekday: 'short', day: 'numeric' },
  { day: 'numeric' },
];

const steps = (length: number, offset = 0) => ({
  minutes: length,
  floor: (minute: PlanMinute) => Math.floor((minute - offset) / length) * length + offset,
  next: (start: PlanMinute) => start + length,
});

/** Columns of whole months, counted from January of the year 0. */
const months = (count: number) => ({
  minutes: count * 30.44 * day,
  floor: (minute: PlanMinute) => startOfMonth(Math.floor(monthOf(minute) / count) * count),
  next: (start: PlanMinute) => startOfMonth(monthOf(start) + count),
});

function monthOf(minute: PlanMinute): number {
  const date = new Date(minute * 60_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const startOfMonth = (month: number): PlanMinute => Date.UTC(Math.floor(month / 12), month % 12, 1) / 60_000;

/** From fine to coarse. */
export const timeUnits: readonly TimeUnit[] = [
  { name: 'hour', ...steps(hour), formats: [clock], upper: 'day' },
  { name: 'hours3', ...steps(3 * hour), formats: [clock], upper: 'day' },
  { name: 'hours6', ...steps(6 * hour), formats: [clock], upper: 'day' },
  { name: 'day', ...steps(day), formats: dayFormats, upper: 'month' },
  {
    name: 'week',
    ...steps(week, firstMonday),
    formats: [{ day: 'numeric', month: 'short' }, { day: 'numeric' }],
    upper: 'month',
  },
  {
    name: 'month',
    ...months(1),
    formats: [
      { month: 'long', year: 'numeric' },
      { month: 'short', year: 'numeric' },
      { month: 'short' },
      { month: 'narrow' },
    ],
    upper: 'year',
  },
  { name: 'quarter', ...months(3), formats: ['quarter'], upper: 'year' },
  { name: 'year', ...months(12), formats: [{ year: 'numeric' }], upper: 'decade' },
  { name: 'decade', ...months(120), formats: ['decade'], upper: 'decade' },
];

export const unitNamed = (name: UnitName): TimeUnit => timeUnits.find((unit) => unit.name === name)!;
