/** Dates in the text: replaced where they stand, with everything round them kept, or added. */
import { addValue } from '../../../checks/repair/field';
import { replacing, type RepairEdit } from '../../../checks/repair/repair';
import { fieldOf, type ValueFacts } from '../../../kinds/facts';
import { dayOf, formatDay, formatTime, MINUTES_PER_DAY, type PlanMinute } from '../../../kinds/time';
import { formatDateTime } from '../../../kinds/values/dates';
import type { Item, Model } from '../../../model/model';
import { isWholeDay } from './workTime';

type Op = '>=' | '<=' | '=' | undefined;

/** Whether an instant begins something or ends it: a day that ends something is written when it is over. */
export type Edge = 'start' | 'finish';

/** The phrase of a moment with a sign, such as `>= 2026-03-02`; of several the last, which is the one that counts. */
export const momentIn = (item: Item, key: 'start' | 'end', op: Op): ValueFacts | undefined =>
  item.fields
    .filter(({ field }) => field?.key === key)
    .flatMap(({ values }) => values)
    .findLast(({ value }) => value?.type === 'moment' && value.op === op);

/** "2026-03-05", or with its time if it has one. */
export const instantText = (minute: PlanMinute, edge: Edge): string =>
  isWholeDay(minute)
    ? formatDay(dayOf(edge === 'finish' ? minute - MINUTES_PER_DAY : minute))
    : formatDateTime(Math.round(minute));

/** Writes another date in place of the one in a phrase; a time that stands there stays if only the day is meant. */
function replaceDate(item: Item, { phrase, value }: ValueFacts, minute: PlanMinute, edge: Edge): readonly RepairEdit[] {
  const atom = phrase.atoms.find(({ type }) => type === 'date' || type === 'date-time');
  if (!atom) return [];
  const text = instantText(minute, edge);
  const time = isWholeDay(minute) ? timeOf(value) : '';
  return [replacing(item, atom, text + time)];
}

/** "T09:30" of a value with a time. */
function timeOf(value: ValueFacts['value']): string {
  const hasTime = value?.type === 'date-time' || (value?.type === 'moment' && !value.wholeDay);
  return hasTime ? `T${formatTime(value.minute - dayOf(value.minute) * MINUTES_PER_DAY)}` : '';
}

/** Writes a moment: its date in place of that of the same sign, or a new one. No edits if the field cannot be read. */
export function writeMoment(
  model: Model,
  item: Item,
  key: 'start' | 'end',
  op: Op,
  minute: PlanMinute,
): readonly RepairEdit[] {
  const edge = key === 'start' ? 'start' : 'finish';
  const given = momentIn(item, key, op);
  if (given) return replaceDate(item, given, minute, edge);
  return addValue(model, item, key, `${op === undefined ? '' : `${op} `}${instantText(minute, edge)}`);
}

/** Writes the date of a field that has one only, such as `due`. */
export function writeDate(
  model: Model,
  item: Item,
  key: string,
  minute: PlanMinute,
  edge: Edge,
): readonly RepairEdit[] {
  const given = fieldOf(item, key)?.values.find(({ value }) => value !== undefined);
  return given ? replaceDate(item, given, minute, edge) : addValue(model, item, key, instantText(minute, edge));
}
