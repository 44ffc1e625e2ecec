/** Pieces that checks on dates share. */
import { formatDay, formatMinute, MINUTES_PER_DAY, type PlanMinute } from '../../kinds/time';
import type { ModelSchedule } from '../../schedule/fromModel';
import { toMinutes, toTicks } from '../../schedule/calendar/ticks';
import type { Tongue } from '../../kinds/tongue';

/** "2026-03-31": the day of a start, or of a milestone that is reached then. */
export const dayWords = (minute: PlanMinute): string => formatDay(Math.floor(minute / MINUTES_PER_DAY));

/** "2026-03-31": the day on which something ends; at midnight it is the day before. */
export const lastDayWords = (minute: PlanMinute): string => formatDay(Math.ceil(minute / MINUTES_PER_DAY) - 1);

/** The days on which something was promised and ends; where they are the same, with their times. */
export function daysOrTimes(due: PlanMinute, at: PlanMinute): readonly [due: string, at: string] {
  const [dueDay, atDay] = [lastDayWords(due), lastDayWords(at)];
  return dueDay === atDay ? [timeWords(due), timeWords(at)] : [dueDay, atDay];
}

/** "2026-03-31 17:00" */
const timeWords = (minute: PlanMinute): string => formatMinute(minute).slice(0, 16).replace('T', ' ');

/** "3.5 working days", "3.5 个工作日": minutes of working time in days of the project's length. */
export function workingDays(minutes: number, { lengths }: ModelSchedule, tongue: Tongue): string {
  const days = Math.max(0.1, Math.round((10 * minutes) / lengths.d) / 10);
  return tongue === 'zh' ? `${days} 个工作日` : `${days} working ${days === 1 ? 'day' : 'days'}`;
}

/** Working minutes between two instants on the calendar of a scheduled item. */
export function workBetween({ plan }: ModelSchedule, index: number, from: PlanMinute, to: PlanMinute): number {
  const { spec, calendars } = plan.network;
  const calendar = calendars[spec.tasks[index]!.calendar]!;
  return toMinutes(calendar.worked(toTicks(to)) - calendar.worked(toTicks(from)));
}
