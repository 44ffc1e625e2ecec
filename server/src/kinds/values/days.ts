/** Reads and writes days of the week: `mon..fri`, `sat`, `周一..周五`. */
import { nearest } from '../near';
import type { Tongue } from '../tongue';
import type { PhraseReader } from './reader';
import { cited } from './source';
import { WEEKDAYS } from './words';

const DAY = { en: 'a day of the week', zh: '星期几' };
const DAY_NAMES = WEEKDAYS.entries.flatMap(({ names }) => [...names.en, ...names.zh]);
const GROUPS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    weekdays: 'mon..fri',
    workdays: 'mon..fri',
    weekend: 'sat..sun',
    weekends: 'sat..sun',
    daily: 'mon..sun',
    工作日: '周一..周五',
    周末: '周六..周日',
    每天: '周一..周日',
  }),
);

/** Reads a day or a range of days as numbers from 1 (Monday) to 7 (Sunday), rising; undefined when there is none. */
export function readDays(reader: PhraseReader): readonly number[] | undefined {
  const first = readDay(reader);
  if (first === undefined) return undefined;
  if (!reader.at('range')) return [first];
  reader.position++;
  const last = readDay(reader);
  return last === undefined ? reader.missing(DAY, 'mon..fri') : between(first, last);
}

/** Reads days and ranges of days that stand side by side; empty when there are none. */
export function readManyDays(reader: PhraseReader): readonly number[] {
  const days = new Set<number>();
  for (let more = readDays(reader); more; more = readDays(reader)) for (const day of more) days.add(day);
  return [...days].sort((a, b) => a - b);
}

/** Days side by side as ranges: `mon wed..fri`; a range may turn with the week: `sun..thu`. */
export function formatDays(days: readonly number[], tongue: Tongue): string {
  const holds = (day: number): boolean => days.includes(wrapped(day));
  const name = (day: number): string => WEEKDAYS.entries[wrapped(day) - 1]!.names[tongue][0]!;
  const starts = days.length === 7 ? [1] : days.filter((day) => !holds(day - 1));
  const ranges = starts.map((first) => {
    let last = first;
    while (last < first + 6 && holds(last + 1)) last++;
    return last === first ? name(first) : `${name(first)}..${name(last)}`;
  });
  return ranges.join(' ');
}

/** Days count from 1 to 7. */
const wrapped = (day: number): number => ((day + 6) % 7) + 1;

/** A week may turn: `sun..thu`. */
function between(first: number, last: number): readonly number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => wrapped(first + index)).sort((a, b) => a - b);
}

function readDay(reader: PhraseReader): number | undefined {
  const key = reader.word(WEEKDAYS);
  return key === undefined ? meantDay(reader) : Number(key);
}

function meantDay(reader: PhraseReader): undefined {
  const word = reader.at('name');
  const meant = word && meantDays(word.text);
  if (!word || meant === undefined) return;
  reader.fail(
    word,
    { en: `Days of the week are written as ${cited(meant)}.`, zh: `星期写作 ${cited(meant)}。` },
    meant,
  );
}

/** `weekend`, `mon-fri`, `周一至周五`, `Mon`. */
function meantDays(word: string): string | undefined {
  const group = GROUPS.get(word);
  if (group !== undefined) return group;
  const ends = word
    .split(/[-至到]/)
    .map(
      (end) =>
        WEEKDAYS.entries.find(({ names }) => [...names.en, ...names.zh].includes(end.toLowerCase())) &&
        end.toLowerCase(),
    );
  if (ends.length === 2 && ends[0] && ends[1]) return ends.join('..');
  return nearest(word, DAY_NAMES);
}
