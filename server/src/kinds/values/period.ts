import type { Atom } from '../../language/ast';
import type { Field } from '../table';
import { dayOf, formatDay, MINUTES_PER_DAY } from '../time';
import type { Period } from '../value';
import { endsDay, formatDateTime, type Instant, readInstant, startsDay } from './dates';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, joined, maybeQuoted, spanOf } from './source';
import { nameWithoutQuotes } from './string';
import { reversed } from './workday';

/** `2026-02-16..2026-02-22 "Spring Festival"`, `2026-02-16..`, `2026-05-01 "Labour Day"`. */
export const periodType = defineType({
  name: 'period',
  noun: { en: 'a period', zh: '时间段' },
  examples: ['2026-02-16..2026-02-22', '2026-02-16..', '2026-05-01 "Labour Day"'],
  parse: (reader) => {
    const span = readEnds(reader);
    if (!span) return undefined;
    const name = reader.take('string')?.text;
    if (name === undefined) nameWithoutQuotes(reader);
    return { type: 'period', ...span, ...(name === undefined ? {} : { name }) };
  },
  format: (period, _tongue, field) => joined(formatEnds(period, field), maybeQuoted(period.name)),
});

type Ends = Pick<Period, 'from' | 'to'>;

function readEnds(reader: PhraseReader): Ends | undefined {
  const first = reader.next;
  const start = reader.at('range') ? undefined : readInstant(reader);
  if (!first || (!start && !reader.at('range'))) return undefined;
  if (start && joinedOtherwise(reader, first)) return undefined;
  if (!reader.take('range')) return start && oneDay(reader, first, start);
  const end = reader.done || reader.at('string') ? undefined : readInstant(reader);
  if (!start && !end) return noEnds(reader);
  const to = end && endOf(end);
  if (start && to !== undefined && start.minute > to - (end?.wholeDay ? 1 : 0)) return reversed(reader, first);
  return { from: start?.minute, to };
}

/** Days, both inclusive, if they are whole; otherwise both ends with their times. An end that is open stays so. */
function formatEnds({ from, to, name }: Period, { types }: Field): string {
  const isWholeDays = (from === undefined || startsDay(from)) && (to === undefined || endsDay(to)) && from !== to;
  if (!isWholeDays) return [from, to].map((end) => (end === undefined ? '' : formatDateTime(end))).join('..');
  const first = from === undefined ? '' : formatDay(dayOf(from));
  const last = to === undefined ? '' : formatDay(dayOf(to) - 1);
  // Where dates may stand too, one alone is a date.
  return first === last && !(name === undefined && types.includes('date')) ? first : `${first}..${last}`;
}

/** A day ends at the midnight behind it. */
const endOf = ({ minute, wholeDay }: Instant): number => (wholeDay ? minute + MINUTES_PER_DAY : minute);

function oneDay(reader: PhraseReader, first: Atom, start: Instant): Ends | undefined {
  if (start.wholeDay) return { from: start.minute, to: endOf(start) };
  const open = `${first.text}..`;
  return reader.fail(first, {
    en: `A period with times has an end: ${cited(`${open}2026-03-02T18:00`)}, or ${cited(open)} if it is not known.`,
    zh: `带时间的时间段要有结束：${cited(`${open}2026-03-02T18:00`)}；结束未知时写 ${cited(open)}。`,
  });
}

function noEnds(reader: PhraseReader): undefined {
  const message = {
    en: `A period has a start or an end, for example ${cited(reader.example)}.`,
    zh: `时间段至少要有开始或结束，例如 ${cited(reader.example)}。`,
  };
  return reader.problem ? undefined : reader.fail(reader.atoms[Math.max(0, reader.position - 1)]!, message);
}

const JOINTS: ReadonlySet<string> = new Set(['-', '~', '–', '—', '——', '～', 'to', 'until', 'till', '至', '到']);

/** `2026-01-05 - 2026-06-30`, `2026-01-05 至 2026-06-30`. */
function joinedOtherwise(reader: PhraseReader, first: Atom): boolean {
  const joint = reader.next;
  const last = reader.behind('date', 'date-time');
  if (!joint || !last || !JOINTS.has(joint.text)) return false;
  const right = `${first.text}..${last.text}`;
  reader.fail(
    spanOf([first, last]),
    { en: `A period is written with two dots: ${cited(right)}.`, zh: `时间段用两个点连接：${cited(right)}。` },
    right,
  );
  return true;
}
