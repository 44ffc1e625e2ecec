/** Reads and writes dates and date-times, and recognises the other ways in which people write a date. */
import type { Atom, Span } from '../../language/ast';
import { dayFromDate, dayOf, formatDay, formatMinute, parseDay, parseMinute, MINUTES_PER_DAY } from '../time';
import type { PhraseReader } from './reader';
import { cited, sourceOf, spanOf } from './source';
import type { Text } from '../tongue';

/** A point in plan time; `wholeDay` when only the day was written, and `minute` is its midnight. */
export interface Instant {
  readonly minute: number;
  readonly wholeDay: boolean;
}

export const DATE: Text = { en: 'a date', zh: '日期' };
export const DATE_EXAMPLE = '2026-03-02';

/** Reads a date, in days since 1970-01-01. */
export function readDay(reader: PhraseReader): number | undefined {
  const atom = reader.at('date');
  if (!atom) return foreignDate(reader);
  const day = parseDay(atom.text);
  if (day === undefined) return noSuchDay(reader, atom);
  reader.position++;
  return day;
}

/** Reads a date or a date-time. */
export function readInstant(reader: PhraseReader): Instant | undefined {
  const atom = reader.at('date-time');
  if (atom) return readDateTime(reader, atom);
  const date = reader.next;
  const day = readDay(reader);
  if (day === undefined || !date) return undefined;
  const time = reader.at('time');
  if (time) return missingT(reader, date, time);
  return { minute: day * MINUTES_PER_DAY, wholeDay: true };
}

/** `2026-03-02T09:30`, with seconds only if there are some. */
export const formatDateTime = (minute: number): string =>
  minute === BEHIND_LAST_DAY ? '9999-12-31T24:00' : formatMinute(minute).replace(/:00$/, '');

/** Years have four digits: this midnight has no day of its own. */
export const BEHIND_LAST_DAY = dayFromDate(10_000, 1, 1) * MINUTES_PER_DAY;
const FIRST_DAY = dayFromDate(0, 1, 1) * MINUTES_PER_DAY;

/** Midnight as the date alone. */
export const formatInstant = (minute: number): string =>
  startsDay(minute) ? formatDay(dayOf(minute)) : formatDateTime(minute);

/** Is the instant the midnight before a day that can be written? */
export const startsDay = (minute: number): boolean => minute % MINUTES_PER_DAY === 0 && minute < BEHIND_LAST_DAY;

/** Is the instant the midnight behind a day that can be written? */
export const endsDay = (minute: number): boolean => minute % MINUTES_PER_DAY === 0 && minute > FIRST_DAY;

function readDateTime(reader: PhraseReader, atom: Atom): Instant | undefined {
  const minute = parseMinute(atom.text);
  if (minute === undefined) return noSuchInstant(reader, atom);
  reader.position++;
  return { minute, wholeDay: false };
}

/** `2026-03-02 09:00`: the date and the time are joined by a T. */
export function missingT(reader: PhraseReader, date: Atom, time: Atom): undefined {
  const joined = `${date.text}T${time.text}`;
  reader.fail(
    spanOf([date, time]),
    {
      en: `A date and a time are joined by \`T\`: ${cited(joined)}.`,
      zh: `日期和时间用 \`T\` 连接：${cited(joined)}。`,
    },
    joined,
  );
}

const noSuchDay = (reader: PhraseReader, atom: Atom): undefined =>
  reader.fail(atom, {
    en: `There is no day ${cited(atom.text)}. A date is written as \`${DATE_EXAMPLE}\`.`,
    zh: `不存在 ${cited(atom.text)} 这一天。日期写作 \`${DATE_EXAMPLE}\`。`,
  });

function noSuchInstant(reader: PhraseReader, atom: Atom): undefined {
  const [date = ''] = atom.text.split('T');
  if (parseDay(date) === undefined) return noSuchDay(reader, { ...atom, end: atom.start + date.length, text: date });
  const time = { start: atom.start + date.length + 1, end: atom.end };
  const clock = atom.text.slice(date.length + 1);
  return reader.fail(time, {
    en: `There is no time ${cited(clock)}. The day ends at \`24:00\`.`,
    zh: `不存在 ${cited(clock)} 这个时间。一天到 \`24:00\` 为止。`,
  });
}

/** Dates with other separators, in another order or without zeros, with the number of atoms that each takes. */
const FOREIGN: readonly (readonly [atoms: number, pattern: RegExp])[] = [
  [5, /^(?<year>\d{4})([-/])(?<month>\d{1,2})\2(?<day>\d{1,2})$/],
  [5, /^(?<month>0?[1-9]|1[0-2])\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{4})$/],
  [5, /^(?<day>1[3-9]|2\d|3[01])\/(?<month>0?[1-9]|1[0-2])\/(?<year>\d{4})$/],
  [3, /^(?<year>\d{4})\.(?<month>\d{1,2})\.(?<day>\d{1,2})$/],
  [3, /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/],
  [3, /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/],
  [1, /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/],
  [4, /^(?<day>\d{1,2})(?:st|nd|rd|th)of(?<month>[a-z]+)(?<year>\d{4})$/i],
  [3, /^(?<day>\d{1,2})(?:st|nd|rd|th)?-?(?<month>[a-z]+)-?(?<year>\d{4})$/i],
  [3, /^(?<month>[a-z]+)(?<day>\d{1,2})(?:st|nd|rd|th)?(?<year>\d{4})$/i],
];

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The number of a month that is written as one or as its English name, which may be cut short behind three letters. */
function monthNumber(written: string): string {
  const word = written.toLowerCase();
  const at = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word));
  return (at < 0 ? word : `${at + 1}`).padStart(2, '0');
}

/** `3月2日` */
const WITHOUT_YEAR = /^\d{1,2}月\d{1,2}[日号]$/;

/** `2026/3/2`, `2026.3.2`, `2.3.2026`, `3/31/2026`, `2026年3月2日`, `20260302`, `2 March 2026`: suggests the ISO date. */
function foreignDate(reader: PhraseReader): undefined {
  const quotes = reader.at('string');
  if (quotes && parseDay(quotes.text) !== undefined) return foreign(reader, quotes, quotes.text);
  for (const [count, pattern] of FOREIGN) {
    const atoms = reader.atoms.slice(reader.position, reader.position + count);
    const match = atoms.length === count ? pattern.exec(sourceOf(atoms).replaceAll(' ', '')) : null;
    if (!match) continue;
    const { year = '', month = '', day = '' } = match.groups!;
    const iso = `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
    if (parseDay(iso) === undefined) continue;
    return foreign(reader, spanOf(atoms), iso);
  }
  const two = reader.atoms.slice(reader.position, reader.position + 2);
  if (!WITHOUT_YEAR.test(sourceOf(two))) return undefined;
  return reader.fail(spanOf(two), {
    en: `A date has a year, for example \`${DATE_EXAMPLE}\`.`,
    zh: `日期要写年份，例如 \`${DATE_EXAMPLE}\`。`,
  });
}

const foreign = (reader: PhraseReader, span: Span, iso: string): undefined =>
  reader.fail(span, { en: `A date is written as \`${iso}\`.`, zh: `日期写作 \`${iso}\`。` }, iso);
