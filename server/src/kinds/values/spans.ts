/** Reads and writes spans of a day: `09:00..12:00 13:00..18:00`. */
import type { Atom } from '../../language/ast';
import { formatTime, MINUTES_PER_DAY, parseTime } from '../time';
import type { TimeSpan } from '../value';
import type { PhraseReader } from './reader';
import { cited, spanOf } from './source';
import type { Text } from '../tongue';

const TIME: Text = { en: 'a time', zh: '时间' };

/** Reads spans until something else stands there, and returns them in the order of the day. */
export function readSpans(reader: PhraseReader): readonly TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (let span = readSpan(reader, spans); span; span = readSpan(reader, spans)) spans.push(span);
  return spans.sort((a, b) => a.from - b.from);
}

/** `09:00..12:00 13:00..18:00`. */
export const formatSpans = (spans: readonly TimeSpan[]): string =>
  spans.map(({ from, to }) => formatSpan(from, to)).join(' ');

const formatSpan = (from: number, to: number): string => `${formatTime(from)}..${formatTime(to)}`;

/** Reads a time of day in minutes. */
export function readTime(reader: PhraseReader): number | undefined {
  const atom = reader.at('time');
  if (!atom) return undefined;
  const time = parseTime(atom.text);
  if (time === undefined)
    return reader.fail(atom, {
      en: `There is no time ${cited(atom.text)}. The day ends at \`24:00\`.`,
      zh: `不存在 ${cited(atom.text)} 这个时间。一天到 \`24:00\` 为止。`,
    });
  reader.position++;
  return time;
}

function readSpan(reader: PhraseReader, earlier: readonly TimeSpan[]): TimeSpan | undefined {
  const first = reader.next;
  const from = readTime(reader) ?? wholeHours(reader);
  if (from === undefined || !first) return undefined;
  if (!reader.take('range')) return missingDots(reader, first);
  const to = readTime(reader);
  if (to === undefined) return reader.missing(TIME, '09:00..12:00');
  const atoms = reader.atoms.slice(reader.atoms.indexOf(first), reader.position);
  if (from >= to) return pastMidnight(reader, atoms, from, to);
  if (earlier.some((span) => from < span.to && span.from < to)) return overlap(reader, atoms);
  return { from, to };
}

/** `09:00-12:00`, `09:00`. */
function missingDots(reader: PhraseReader, first: Atom): undefined {
  const end = reader.behind('time');
  const right = `${first.text}..${end?.text ?? '18:00'}`;
  const span = end && reader.next ? spanOf([first, reader.next, end]) : first;
  reader.fail(span, { en: `Hours are written as ${cited(right)}.`, zh: `时间段写作 ${cited(right)}。` }, end && right);
}

/** `9..12`, `9-12`. */
function wholeHours(reader: PhraseReader): undefined {
  const [from, between, to] = reader.atoms.slice(reader.position);
  if (from?.type !== 'number' || to?.type !== 'number' || (between?.type !== 'range' && between?.type !== 'minus'))
    return;
  const [start, end] = [parseTime(`${from.text}:00`), parseTime(`${to.text}:00`)];
  if (start === undefined || end === undefined) return;
  const right = formatSpan(start, end);
  reader.fail(
    spanOf([from, to]),
    { en: `Hours are written as ${cited(right)}.`, zh: `时间段写作 ${cited(right)}。` },
    right,
  );
}

function pastMidnight(reader: PhraseReader, atoms: readonly Atom[], from: number, to: number): undefined {
  const parts = [formatSpan(from, MINUTES_PER_DAY), formatSpan(0, to)];
  if (from === to || to === 0 || from === MINUTES_PER_DAY) return empty(reader, atoms, from, to);
  reader.fail(
    spanOf(atoms),
    {
      en: `Hours end at midnight at the latest. Split them: \`${parts[0]}\` and, on the next day, \`${parts[1]}\`.`,
      zh: `时间段最晚到午夜为止。请拆开写：\`${parts[0]}\`，次日 \`${parts[1]}\`。`,
    },
    // Where no day is named both parts hold for every day; where one is, the second belongs to another phrase.
    reader.atoms[0] === atoms[0] && reader.done ? `${parts[1]} ${parts[0]}` : undefined,
  );
}

function empty(reader: PhraseReader, atoms: readonly Atom[], from: number, to: number): undefined {
  const right = to === 0 && from > 0 && from < MINUTES_PER_DAY ? formatSpan(from, MINUTES_PER_DAY) : undefined;
  reader.fail(
    spanOf(atoms),
    {
      en: `Hours end after they begin${right ? `: \`${right}\`` : ', for example `09:00..12:00`'}.`,
      zh: `时间段的结束应晚于开始${right ? `：\`${right}\`` : '，例如 `09:00..12:00`'}。`,
    },
    right,
  );
}

const overlap = (reader: PhraseReader, atoms: readonly Atom[]): undefined =>
  reader.fail(spanOf(atoms), {
    en: 'These hours overlap with others before them.',
    zh: '该时间段与前面的时间段重叠。',
  });
