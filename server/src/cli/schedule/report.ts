/** What the reports of `delivery schedule` have in common. */
import type { Tongue } from '../../kinds/tongue';
import { formatDuration } from '../../kinds/values/durations';
import type { World } from '../../ide/world';
import { lastDayWords } from '../../checks/plan/dates';
import { formatMinute, MINUTES_PER_DAY, type PlanMinute } from '../../kinds/time';
import type { Lengths } from '../../schedule/lengths';
import type { ScheduledItem } from '../../schedule/fromModel';
import { noneOf, WrongUse } from '../wrongUse';
import { displayPath } from '../displayPath';
import type { Sheet } from '../sheet';

/** An answer: one table for each project, or for each item that has the id, and all of it as data. */
export interface Report {
  readonly sheets: readonly { readonly name: string; readonly sheet: Sheet }[];
  /** A second table below each, for people only. */
  readonly more?: readonly Sheet[];
  readonly json: object;
}

/** An item of a plan and the world it is in. */
export interface Found {
  readonly world: World;
  readonly entry: ScheduledItem;
}

/** The phase, task or milestone of an id; several projects may have one. Throws WrongUse if none has. */
export function scheduledWithId(worlds: readonly World[], id: string): readonly Found[] {
  const found = worlds.flatMap((world) => {
    const entry = world.schedule.items().find(({ item }) => item.id === id);
    return entry ? [{ world, entry }] : [];
  });
  if (found.length > 0) return found;
  if (worlds.some(({ model }) => model.byId(id)))
    throw new WrongUse({
      en: `${id} has no dates: it is no phase, task or milestone`,
      zh: `${id} 没有日期：它不是阶段、任务或里程碑`,
    });
  const ids = worlds.flatMap(({ schedule }) => schedule.items().flatMap(({ item }) => item.id ?? []));
  throw noneOf({ en: 'phase, task or milestone', zh: '阶段、任务或里程碑' }, id, ids);
}

/** How a project is told from others. */
export const nameOfWorld = ({ root }: World): string => displayPath(root);

/** "2026-01-05 08:00" for an ISO date-time; nothing for nothing. */
export const dateText = (iso: string | undefined): string => iso?.replace('T', ' ').replace(/(:\d\d):.*/, '$1') ?? '';

/** The same of what something has to be finished by: a day that ends at midnight is that day. */
export function dueText(minute: PlanMinute | undefined): string {
  if (minute === undefined) return '';
  return minute % MINUTES_PER_DAY === 0 ? lastDayWords(minute) : dateText(formatMinute(minute));
}

/** "2.5d", "4h", "3自然日": minutes of working time in days of the project's length, or in hours if it is less than one. */
export function lengthText(minutes: number | undefined, lengths: Lengths, tongue: Tongue, elapsed = false): string {
  if (minutes === undefined) return '';
  const day = elapsed ? MINUTES_PER_DAY : lengths.d;
  const [amount, unit] = Math.abs(minutes) >= day ? [minutes / day, 'd' as const] : [minutes / 60, 'h' as const];
  const shown = Math.round(Math.abs(amount) * 10) / 10;
  const text = formatDuration({ type: 'duration', amount: shown, unit: shown === 0 ? 'd' : unit, elapsed }, tongue);
  return amount < 0 && shown > 0 ? `-${text}` : text;
}

/** The same of what is at least needed: rounded up, and in minutes if it is less than a tenth of an hour. */
export function neededText(minutes: number, lengths: Lengths, tongue: Tongue, elapsed = false): string {
  const day = elapsed ? MINUTES_PER_DAY : lengths.d;
  const step = minutes >= day ? day / 10 : minutes >= 6 ? 6 : 1;
  const rounded = Math.ceil(Math.round((minutes / step) * 1e6) / 1e6) * step;
  if (step > 1) return lengthText(rounded, lengths, tongue, elapsed);
  return formatDuration({ type: 'duration', amount: rounded, unit: 'min', elapsed }, tongue);
}

/** Hours for spreadsheets, to hundredths. */
export const hours = (minutes: number | undefined): number | undefined =>
  minutes === undefined ? undefined : Math.round(minutes / 0.6) / 100;

/** The same of what is at least needed: rounded up. */
export const neededHours = (minutes: number): number => Math.ceil(Math.round((minutes / 0.6) * 1e6) / 1e6) / 100;

/** "1 item", "2 items". */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
