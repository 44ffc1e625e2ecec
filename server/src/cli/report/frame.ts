/** The line of the text at which a finding points, with its sign below. */
import { displayWidth } from '../../language/format/width';
import { rangeOf } from '../../model/range';
import type { Shown } from './report';

/** Columns that are shown of a line; a text block may hold a paragraph in one. */
const MOST = 100;

/** Two lines: the number and the text, and carets below what is meant; Chinese characters are two columns wide. */
export function frameOf(
  { world: { model }, finding: { place } }: Shown,
  dim: (text: string) => string,
  paint: (text: string) => string,
): string {
  const { start, end } = rangeOf(model, place);
  const source = model.files[place.file]?.document.text ?? model.config?.text ?? '';
  const line = lineOf(source, start.line);
  const last = end.line > start.line ? line.length : end.character;
  const [from, to] = windowAround(line, start.character, last);
  const before = shown(line.slice(from, start.character));
  const meant = shown(line.slice(start.character, Math.min(last, to)));
  const number = `${start.line + 1}`.padStart(5);
  const [cutBefore, cutBehind] = [from > 0 ? '…' : '', to < line.length ? '…' : ''];
  const carets = '^'.repeat(Math.max(1, displayWidth(meant)));
  return (
    `${dim(`${number} │`)} ${cutBefore}${shown(line.slice(from, to))}${cutBehind}\n` +
    `${dim(`${' '.repeat(number.length)} │`)} ${' '.repeat(displayWidth(cutBefore + before))}${paint(carets)}\n`
  );
}

/** A line by its number, without its end. */
function lineOf(text: string, number: number): string {
  const ends = /\r\n?|\n/g;
  let start = 0;
  for (let at = 0; at < number; at++) {
    if (!ends.exec(text)) return '';
    start = ends.lastIndex;
  }
  ends.lastIndex = start;
  return text.slice(start, ends.exec(text)?.index ?? text.length);
}

/** The part of a long line that is shown: what is meant, and some of what stands around it; no character is cut in two. */
function windowAround(line: string, start: number, end: number): readonly [from: number, to: number] {
  if (line.length <= MOST) return [0, line.length];
  const meant = Math.min(end - start, MOST);
  const from = Math.max(0, Math.min(start - Math.floor((MOST - meant) / 2), line.length - MOST));
  return [whole(line, from), whole(line, Math.min(line.length, from + MOST))];
}

const whole = (line: string, at: number): number => (/[\uDC00-\uDFFF]/.test(line[at] ?? '') ? at - 1 : at);

/** Tabs as blanks, and nothing that steers a terminal. */
const shown = (part: string): string =>
  part.replaceAll('\t', '  ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
