/** Puts the comments at the ends of consecutive lines in one column. */
import type { Piece } from './piece';
import { breaksIn } from './spelling';
import { displayWidth } from './width';

/** A comment that goes to the end of a line behind something else. */
interface Trailing {
  readonly index: number;
  readonly line: number;
  readonly indent: number;
  /** Columns of what stands before it. */
  readonly column: number;
  /** Did the author set it off by more than one blank? */
  readonly setOff: boolean;
}

/** What is printed: for each piece the blanks and line breaks before it, and its text. */
export interface Printed {
  readonly before: string;
  readonly text: string;
}

/**
 * Trailing comments on consecutive lines of one indentation stand in one column if the author set any of them off by more
 * than one blank; else one blank stands before each.
 */
export function alignComments(
  source: string,
  pieces: readonly Piece[],
  printed: readonly Printed[],
): readonly Printed[] {
  const result = [...printed];
  for (const run of runsOf(trailingComments(source, pieces, printed))) {
    if (run.length < 2 || !run.some(({ setOff }) => setOff)) continue;
    const target = Math.max(...run.map(({ column }) => column)) + 1;
    for (const { index, column } of run) result[index] = { ...result[index]!, before: ' '.repeat(target - column) };
  }
  return result;
}

function trailingComments(source: string, pieces: readonly Piece[], printed: readonly Printed[]): readonly Trailing[] {
  const found: Trailing[] = [];
  let line = 0;
  let current = '';
  pieces.forEach((piece, index) => {
    const { before, text } = printed[index]!;
    if (piece.toLineEnd && before === ' ') {
      const blanks = /[^\S\r\n]*$/.exec(source.slice(pieces[index - 1]?.end ?? 0, piece.start))![0];
      const indent = displayWidth(/^ */.exec(current)![0]);
      found.push({ index, line, indent, column: displayWidth(current), setOff: displayWidth(blanks) > 1 });
    }
    const breaks = breaksIn(before + text, 0, before.length + text.length);
    line += breaks;
    const all = before + text;
    current = breaks === 0 ? current + all : all.slice(Math.max(all.lastIndexOf('\n'), all.lastIndexOf('\r')) + 1);
  });
  return found;
}

function runsOf(comments: readonly Trailing[]): readonly (readonly Trailing[])[] {
  const runs: Trailing[][] = [];
  for (const comment of comments) {
    const before = runs.at(-1)?.at(-1);
    if (before?.line === comment.line - 1 && before.indent === comment.indent) runs.at(-1)!.push(comment);
    else runs.push([comment]);
  }
  return runs;
}
