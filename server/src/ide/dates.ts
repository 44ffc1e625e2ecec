/** Dates and lengths of time as people say them in passing, in the reader's language. */
import { MINUTES_PER_DAY, dateFromDay, type PlanDay, type PlanMinute } from '../kinds/time';
import type { Tongue } from '../kinds/tongue';
import type { ModelSchedule, ScheduledItem } from '../schedule/fromModel';
import type { World } from './world';

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly withYear: Intl.DateTimeFormat;
}

const LOCALES: Readonly<Record<Tongue, string>> = { en: 'en-GB', zh: 'zh-CN' };
const known = new Map<Tongue, Formats>();

/** Made when a date is first written in a tongue, since that takes longer than reading a small project. */
function formatsOf(tongue: Tongue): Formats {
  let formats = known.get(tongue);
  if (!formats) {
    const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    formats = {
      day: new Intl.DateTimeFormat(LOCALES[tongue], day),
      withYear: new Intl.DateTimeFormat(LOCALES[tongue], { ...day, year: 'numeric' }),
    };
    known.set(tongue, formats);
  }
  return formats;
}

/** "31 Mar", "3月31日"; with the year where it is not the one of the day given. */
export function shortDate(day: PlanDay, tongue: Tongue, today: PlanDay | undefined): string {
  const isThisYear = today !== undefined && dateFromDay(day).year === dateFromDay(today).year;
  return formatsOf(tongue)[isThisYear ? 'day' : 'withYear'].format(day * MINUTES_PER_DAY * 60_000);
}

/** The day on which something begins, or a milestone is reached. */
export const firstDay = (start: PlanMinute): PlanDay => Math.floor(start / MINUTES_PER_DAY);

/** The last day on which something goes on; what ends at midnight ended the day before. */
export const lastDay = (finish: PlanMinute): PlanDay => Math.ceil(finish / MINUTES_PER_DAY) - 1;

/** "4 d", "0.5 d", "4 天": working minutes in days of the project's length. */
export function shortDays(minutes: number, { lengths }: Pick<ModelSchedule, 'lengths'>, tongue: Tongue): string {
  const days = Math.round((10 * minutes) / lengths.d) / 10;
  // Of what is a little late nobody wants to read that it is late by nothing.
  const shown = days === 0 && minutes !== 0 ? Math.sign(minutes) * 0.1 : days;
  return tongue === 'zh' ? `${shown} 天` : `${shown} d`;
}

/** "31 Mar – 2 Apr", "31 Mar", or "31 Mar …" while nobody knows the end; the item must have a start. */
export function itemDates(
  { today }: Pick<World, 'today'>,
  { type, start, finish }: ScheduledItem,
  tongue: Tongue,
): string {
  const from = shortDate(firstDay(start!), tongue, today);
  if (type === 'milestone') return from;
  if (finish === undefined) return `${from} …`;
  const to = shortDate(Math.max(firstDay(start!), lastDay(finish)), tongue, today);
  return from === to ? from : `${from} – ${to}`;
}

/** "critical" or "slack 2 d"; empty for what is done, and for phases, whose slack is that of their tasks. */
export function itemSlack(
  schedule: ModelSchedule,
  { type, index, totalSlack, critical }: ScheduledItem,
  tongue: Tongue,
): string {
  if (totalSlack === undefined || type === 'phase' || schedule.facts[index]!.progress === 1) return '';
  if (critical) return tongue === 'zh' ? '关键' : 'critical';
  const days = shortDays(totalSlack, schedule, tongue);
  return tongue === 'zh' ? `总时差 ${days}` : `slack ${days}`;
}
