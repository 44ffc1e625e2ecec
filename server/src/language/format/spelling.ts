/** The canonical spelling of tokens and comments, and how those of several lines are indented. */
import { isAscii, isLineBreak, toAscii } from '../characters';
import { isHead } from '../scan';
import { Name, String, Text, type Token, Url } from '../tokens';
import { displayWidth } from './width';

const LINE_BREAK = /\r\n|\r|\n/;

/** A token with full-width signs outside its words replaced by their ASCII twins: `：` is `:`, `“标题”` is `"标题"`. */
export function spell({ tokenType, image }: Token): string {
  if (tokenType === Name || tokenType === Url) return image;
  if (tokenType === Text) return `"""${image.slice(3, -3)}"""`;
  if (tokenType === String) return `"${image.slice(1, -1)}"`; // a quote inside is escaped already, or it would end the string
  return isAscii(image) ? image : toAscii(image);
}

export const isMultiLine = (text: string): boolean => LINE_BREAK.test(text);

/**
 * A text block whose lines stand `indent` columns from the left and keep their relative indentation. One that was written on
 * one line stays there; of several lines, the quotes take lines of their own.
 */
export function indentText(text: string, indent: number, eol: string): string {
  if (!isMultiLine(text)) return text;
  const [first = '', ...rest] = text.slice(3, -3).split(LINE_BREAK);
  const margin = marginOf(rest, first.trim() === '');
  const lines = [first.trim(), ...rest.map((line) => line.slice(margin).trimEnd())];
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const blanks = ' '.repeat(indent);
  const body = lines.map((line) => (line === '' ? '' : blanks + line));
  return ['"""', ...body, `${blanks}"""`].join(eol);
}

/**
 * Number of blanks at the start of every line that hold more than blanks. Ideographic spaces are words of a Chinese
 * paragraph; but words behind the opening quotes have no indentation, and then the language takes these for one too.
 */
function marginOf(lines: readonly string[], quotesAlone: boolean): number {
  const blanks = quotesAlone ? /^[ \t]*/ : /^\s*/;
  const margins = lines.filter((line) => line.trim() !== '').map((line) => blanks.exec(line)![0].length);
  return margins.length === 0 ? 0 : Math.min(...margins);
}

/**
 * A comment of one or more lines. When it begins a line, its other lines move with it: by as many columns as it moves from
 * column `from` to column `to`, but none of them over the left edge.
 */
export function indentComment(comment: string, from: number | undefined, to: number, eol: string): string {
  const [first = '', ...rest] = comment.split(LINE_BREAK);
  if (rest.length === 0) return first.trimEnd();
  const widths = rest.filter((line) => line.trim() !== '').map(indentOf);
  const wanted = from === undefined ? 0 : Math.max(to - from, -Math.min(...widths));
  const moved = (shift: number): string[] => rest.map((line) => shifted(line, shift));
  // A declaration head that comes to stand in column 0 would end the comment.
  const safe = moved(wanted).some((line) => isHead(line, 0)) ? moved(0) : moved(wanted);
  return [first.trimEnd(), ...safe].join(eol);
}

const indentOf = (line: string): number => displayWidth(/^[ \t]*/.exec(line)![0]);

function shifted(line: string, shift: number): string {
  if (line.trim() === '') return '';
  return ' '.repeat(Math.max(0, indentOf(line) + shift)) + line.replace(/^[ \t]+/, '').trimEnd();
}

/** Number of line breaks in `[start, end)` of a text. */
export function breaksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code) && !(code === 13 && text.charCodeAt(at + 1) === 10 && at + 1 < end)) count++;
  }
  return count;
}
