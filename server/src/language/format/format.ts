/**
 * The canonical form of a text. It knows no kinds: it writes the same tokens and comments with other blanks and with ASCII
 * twins of full-width signs, or nothing at all.
 *
 * - Two columns of indentation a block; every declaration, field and text block begins a line. A block without declarations
 *   that was written on one line stays there if it fits 120 columns: `{ date: 2026-01-06, with: chen }`.
 * - A value stays on its lines: where the author broke it behind a comma, it goes on one step further in. A comma at the end
 *   of a value is dropped, between two fields on one line it is written.
 * - One blank line stands between top-level declarations, but none has to between declarations of one line. Elsewhere one is
 *   kept where there were any, but none at the edges of a block.
 * - Text blocks and comments of several lines move as a whole. A comment stays on its line, or on its own line.
 * - Segments with problems are left exactly as they are.
 */
import { SourceDocument } from '../document';
import { alignComments, type Printed } from './align';
import { applyEdits, type Edit, editsBetween } from './edits';
import { type Gap, layOut } from './layout';
import { type Piece, STEP } from './piece';
import { piecesOf } from './pieces';
import { breaksIn, indentComment, indentText, isMultiLine } from './spelling';
import { type Difference, differenceOf } from './verify';
import { displayWidth } from './width';

/** Edits in the order of the text, or why there are none: formatting would have changed what the text says. */
export type FormatResult = { readonly edits: readonly Edit[] } | { readonly refused: Difference };

/** The edits that bring a whole text into its canonical form. */
export const formatDocument = (document: SourceDocument): FormatResult => verified(document, editsOf(document));

/** The edits on the lines that `[start, end)` touches. A text block or comment of several lines counts as a whole. */
export function formatRange(document: SourceDocument, start: number, end: number): FormatResult {
  const { text } = document;
  const whole = piecesOf(document).filter(
    (piece) => piece.role !== 'frozen' && piece.start <= end && piece.end >= start && isMultiLine(piece.text),
  );
  const from = lineStart(text, Math.min(start, ...whole.map((piece) => piece.start)));
  const to = lineEnd(text, Math.max(end, ...whole.map((piece) => piece.end)));
  // What is inserted at the start of the next line belongs to that line.
  const edits = editsOf(document).filter(
    (edit) => edit.start >= from && edit.end <= to && (edit.start < to || to === text.length),
  );
  return verified(document, edits);
}

function verified(document: SourceDocument, edits: readonly Edit[]): FormatResult {
  if (edits.length === 0) return { edits };
  const refused = differenceOf(document, new SourceDocument(applyEdits(document.text, edits)));
  return refused ? { refused } : { edits };
}

function editsOf(document: SourceDocument): readonly Edit[] {
  const { text } = document;
  const pieces = piecesOf(document);
  const eol = lineBreakOf(text);
  const gaps = layOut(text, pieces);
  const printed = alignComments(text, pieces, print(text, pieces, gaps, eol));
  const edits: Edit[] = [];
  let at = text.startsWith('\ufeff') && pieces[0]?.role !== 'frozen' ? 1 : 0;
  for (const [index, { before, text: wanted }] of printed.entries()) {
    const { start, end } = pieces[index]!;
    edits.push(...editsBetween(at, text.slice(at, start), before));
    edits.push(...editsBetween(start, text.slice(start, end), wanted));
    at = end;
  }
  if (pieces.at(-1)?.role === 'frozen') return edits;
  return [...edits, ...editsBetween(at, text.slice(at), spaceOf(gaps.at(-1)!, eol))];
}

/** The line break that the text has most often; a line feed if there is none. */
function lineBreakOf(text: string): '\n' | '\r\n' {
  const pairs = text.match(/\r\n/g)?.length ?? 0;
  return pairs * 2 > breaksIn(text, 0, text.length) ? '\r\n' : '\n';
}

function print(source: string, pieces: readonly Piece[], gaps: readonly Gap[], eol: string): readonly Printed[] {
  let lineIndent = 0;
  return pieces.map((piece, index) => {
    const gap = gaps[index]!;
    if ('lines' in gap) lineIndent = gap.indent;
    return { before: spaceOf(gap, eol), text: textOf(source, piece, lineIndent, eol) };
  });
}

const spaceOf = (gap: Gap, eol: string): string =>
  'lines' in gap ? eol.repeat(gap.lines) + ' '.repeat(gap.indent) : gap.space;

function textOf(source: string, piece: Piece, lineIndent: number, eol: string): string {
  if (piece.atom === 'text')
    return indentText(piece.text, (piece.depth + (piece.role === 'member' ? 0 : 1)) * STEP, eol);
  if (piece.role !== 'comment') return piece.text;
  return indentComment(piece.text, columnOf(source, piece.start), lineIndent, eol);
}

/** Column of what is first on its line; undefined for anything else. */
function columnOf(source: string, offset: number): number | undefined {
  const before = source.slice(lineStart(source, offset), offset);
  return before.trim() === '' ? displayWidth(before) : undefined;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Behind the line break that ends the line. */
function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n') end++;
  return Math.min(text.length, end + 1);
}
