import type { Atom } from '../../language/ast';
import { formatDay } from '../time';
import { DATE, DATE_EXAMPLE, readDay } from './dates';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { joined, maybeQuoted, spanOf } from './source';
import { nameWithoutQuotes } from './string';
import { formatSpans, readSpans } from './spans';

/** `2026-02-14`, `2026-02-14 09:00..13:00 "name"`, `2026-02-14..2026-02-15`. */
export const workdayType = defineType({
  name: 'workday',
  noun: { en: 'a working day', zh: '工作日' },
  examples: ['2026-02-14 "Make-up day"', '2026-02-14 09:00..13:00'],
  parse: (reader) => {
    const days = readDays(reader);
    if (!days) return undefined;
    const spans = readSpans(reader);
    const name = reader.take('string')?.text;
    if (name === undefined) nameWithoutQuotes(reader);
    return { type: 'workday', ...days, spans, name };
  },
  format: ({ from, to, spans, name }) => joined(formatDates(from, to - 1), formatSpans(spans), maybeQuoted(name)),
});

interface Days {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

function readDays(reader: PhraseReader): Days | undefined {
  const first = reader.next;
  const from = readDay(reader);
  if (from === undefined || !first) return undefined;
  if (!reader.take('range')) return { from, to: from + 1 };
  const last = readDay(reader);
  if (last === undefined) return reader.missing(DATE, DATE_EXAMPLE);
  return last < from ? reversed(reader, first) : { from, to: last + 1 };
}

/** One day, or a range of days of which both are inclusive. */
const formatDates = (first: number, last: number): string =>
  first === last ? formatDay(first) : `${formatDay(first)}..${formatDay(last)}`;

/** `2026-05-02..2026-05-01`, of which `first` is the first atom. */
export function reversed(reader: PhraseReader, first: Atom): undefined {
  const atoms = reader.atoms.slice(reader.atoms.indexOf(first), reader.position);
  reader.fail(spanOf(atoms), { en: 'The end lies before the start.', zh: '结束早于开始。' });
}
