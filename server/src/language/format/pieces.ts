/** The tokens and comments of a document in their order, each with its canonical spelling and its role. */
import type { AtomType } from '../ast';
import type { SourceDocument } from '../document';
import type { Segment } from '../segment';
import { atomTypeOf, Comma, endOf, LineComment, type Token, tokenize, type Tokens } from '../tokens';
import { type Piece, STEP } from './piece';
import { blocksOnOneLine, marksOf, type Mark, type Marks } from './roles';
import { spaceBetween } from './spacing';
import { spell } from './spelling';
import { displayWidth } from './width';

/** A line that is longer is broken, if a block on it can be. */
const MOST_COLUMNS = 120;

/** Is the segment left as it is? Full-width signs are all that formatting can mend. */
const isFrozen = ({ problems }: Segment): boolean => problems.some(({ code }) => code !== 'syntax/full-width');

export function piecesOf({ segments }: SourceDocument): readonly Piece[] {
  let offset = 0;
  return segments.flatMap((segment) => {
    const start = offset;
    offset += segment.text.length;
    if (isFrozen(segment)) return [{ ...NOTHING, role: 'frozen' as const, start, end: offset, text: segment.text }];
    return piecesIn(segment, start);
  });
}

const NOTHING = {
  atom: undefined,
  depth: 0,
  inline: false,
  tall: true,
  toLineEnd: false,
  after: undefined,
  glued: false,
  tight: false,
};

/** Blocks on one line stay there as long as they fit. */
function piecesIn(segment: Segment, start: number): readonly Piece[] {
  const tokens = tokenize(segment.text);
  const candidates = blocksOnOneLine(segment.text, segment.declarations);
  const inline = new Set(candidates.map(({ block }) => block!.open));
  const pieces = toPieces(segment, tokens, inline, start);
  const indexOf = new Map(pieces.map((piece, index) => [piece.start, index]));
  const tooWide = candidates.filter((declaration) => {
    const last = indexOf.get(start + declaration.block!.close)!;
    return widthOf(pieces.slice(indexOf.get(start + declaration.start), last + 1)) > MOST_COLUMNS;
  });
  if (tooWide.length === 0) return pieces;
  for (const { block } of tooWide) inline.delete(block!.open);
  return toPieces(segment, tokens, inline, start);
}

/** Columns of a declaration on one line, with its indentation. */
function widthOf(pieces: readonly Piece[]): number {
  let width = (pieces[0]?.depth ?? 0) * STEP;
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    width += displayWidth(piece.text) + (before ? spaceBetween(before, piece).length : 0);
  });
  return width;
}

function toPieces(segment: Segment, read: Tokens, inline: ReadonlySet<number>, offset: number): readonly Piece[] {
  const marks = marksOf(segment.declarations, inline);
  const remarks = read.comments.map((comment): Piece => {
    const [start, end] = [offset + comment.startOffset, offset + endOf(comment)];
    const toLineEnd = comment.tokenType === LineComment;
    return { ...NOTHING, role: 'comment', start, end, text: comment.image, toLineEnd };
  });
  const pieces = read.tokens.flatMap((_, index) => tokenPieces(read, index, marks, offset));
  return [...pieces, ...remarks].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The piece of a token; none for a comma that ends a value, and one more where a block on one line lacks a comma. */
function tokenPieces(read: Tokens, index: number, marks: Marks, offset: number): readonly Piece[] {
  const token = read.tokens[index]!;
  const before = read.tokens[index - 1];
  if (token.tokenType === Comma) {
    const mark = commaMark(read, index, marks);
    return mark ? [commaPiece(mark, offset + token.startOffset, 1)] : [];
  }
  const mark = marks.get(token.startOffset)!;
  const piece = atomPiece(read, index, marks, offset);
  const missing = before && mark.role === 'member' && mark.inline && endsField(before, marks);
  return missing ? [commaPiece(mark, offset + endOf(before), 0), piece] : [piece];
}

const endsField = (token: Token, marks: Marks): boolean => {
  const role = marks.get(token.startOffset)?.role;
  return role === 'value' || role === 'phrase' || role === 'atom';
};

const commaPiece = ({ depth, inline }: Mark, start: number, length: number): Piece => ({
  ...NOTHING,
  role: 'comma',
  start,
  end: start + length,
  text: ',',
  depth,
  inline,
});

/** Mark of a comma that stands between two phrases, or between two fields on one line; any other is dropped. */
function commaMark(read: Tokens, index: number, marks: Marks): Mark | undefined {
  const next = read.tokens[index + 1];
  const mark = next && marks.get(next.startOffset);
  if (!mark) return undefined;
  const separates = mark.role === 'phrase' || (mark.role === 'member' && mark.inline);
  return separates || isHeld(read, index + 1, marks) ? mark : undefined;
}

/** A first phrase behind a comma and a comment: without the comma it could not stand on another line than its colon. */
function isHeld({ tokens, comments }: Tokens, index: number, marks: Marks): boolean {
  const [colon, comma, value] = [tokens[index - 2], tokens[index - 1], tokens[index]!];
  if (!colon || comma?.tokenType !== Comma || marks.get(value.startOffset)?.role !== 'value') return false;
  return comments.some(({ startOffset }) => colon.startOffset < startOffset && startOffset < value.startOffset);
}

function atomPiece(read: Tokens, index: number, marks: Marks, offset: number): Piece {
  const token = read.tokens[index]!;
  const before = read.tokens[index - 1];
  const mark = marks.get(token.startOffset)!;
  const inPhrase = mark.role === 'atom' && before;
  // Written out: spreading the mark took most of the time of formatting.
  return {
    role: mark.role === 'value' && isHeld(read, index, marks) ? 'phrase' : mark.role,
    depth: mark.depth,
    inline: mark.inline,
    tall: mark.tall,
    toLineEnd: false,
    start: offset + token.startOffset,
    end: offset + endOf(token),
    text: spell(token),
    atom: atomTypeOf(token.tokenType),
    after: inPhrase ? atomTypeOf(before.tokenType) : undefined,
    glued: before !== undefined && endOf(before) === token.startOffset,
    tight: isTight(read.tokens, index),
  };
}

const NUMBERS: ReadonlySet<AtomType | undefined> = new Set([
  'number',
  'quantity',
  'percent',
  'date',
  'date-time',
  'time',
]);

function isTight(tokens: readonly Token[], index: number): boolean {
  const [before, sign, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  if (sign.image !== '-' || !before || !after) return false;
  const glued = endOf(before) === sign.startOffset && endOf(sign) === after.startOffset;
  return glued && NUMBERS.has(atomTypeOf(before.tokenType)) && NUMBERS.has(atomTypeOf(after.tokenType));
}
