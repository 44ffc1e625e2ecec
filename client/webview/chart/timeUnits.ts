import type { PlanMinute } from '../../../server/src/ide/timeline/types';

/** A column of the axis: an hour, a week, a quarter. */
export interface TimeUnit {
  readonly name: UnitName;
  /** Typical length in minutes, to judge how wide it is drawn. */
  readonly minutes: number;
  /** Start of the column that holds the minute. */
  readonly floor: (minute: PlanMinute) => PlanMinute;
  /** Start of the next column, given the start of one. */
  readonly next: (start: PlanMinute) => PlanMinute;
  /** Ways to write a column's name below its group, from long to short. */
  readonly formats: readonly LabelFormat[];
  /** Ways to write it when it is the group. */
  readonly groupFormats: readonly LabelFormat[];
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
const fullDay: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const shortDay: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };
const dayAndMonth: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const weekday: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric' };
const dayOfMonth: Intl.DateTimeFormatOptions = { day: 'numeric' };
const monthAndYear: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
const shortMonthAndYear: Intl.DateTimeFormatOptions = { month: 'short', year: 'numeric' };
const month: Intl.DateTimeFormatOptions = { month: 'long' };
const shortMonth: Intl.DateTimeFormatOptions = { month: 'short' };
const year: Intl.DateTimeFormatOptions = { year: 'numeric' };

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

const hours = (count: number) => ({
  ...steps(count * hour),
  formats: [clock],
  groupFormats: [],
  upper: 'day' as const,
});

/** From fine to coarse. */
export const timeUnits: readonly TimeUnit[] = [
  { name: 'hour', ...hours(1) },
  { name: 'hours3', ...hours(3) },
  { name: 'hours6', ...hours(6) },
  {
    name: 'day',
    ...steps(day),
    formats: [weekday, dayOfMonth],
    groupFormats: [fullDay, shortDay, dayAndMonth, dayOfMonth],
    upper: 'month',
  },
  { name: 'week', ...steps(week, firstMonday), formats: [dayAndMonth, dayOfMonth], groupFormats: [], upper: 'month' },
  {
    name: 'month',
    ...months(1),
    formats: [month, shortMonth],
    groupFormats: [monthAndYear, shortMonthAndYear, shortMonth],
    upper: 'year',
  },
  { name: 'quarter', ...months(3), formats: ['quarter'], groupFormats: [], upper: 'year' },
  { name: 'year', ...months(12), formats: [year], groupFormats: [year], upper: 'decade' },
  { name: 'decade', ...months(120), formats: ['decade', year], groupFormats: ['decade'], upper: 'decade' },
];

export const unitNamed = (name: UnitName): TimeUnit => timeUnits.find((unit) => unit.name === name)!;
