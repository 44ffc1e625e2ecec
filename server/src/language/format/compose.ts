import type { Edit } from './edits';

/** What a text made by edits consists of: a span of the text before, or new text. */
type Piece = { readonly start: number; readonly end: number } | string;

/**
 * One list of edits for two that are made one behind the other: the offsets of the second are those of the text that the first
 * makes. Both rise and do not overlap, and so does the result.
 */
export function composed(first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const rest = piecesOf(first);
  const made: Piece[] = [];
  let [next, at] = [0, 0];
  /** Goes on to an offset of the text in the middle; what is passed is kept or dropped. */
  const pass = (to: number, keep: boolean): void => {
    while (at < to) {
      const [head, tail] = split(rest[next]!, to - at);
      if (keep) made.push(head);
      at += lengthOf(head);
      if (tail === undefined) next++;
      else rest[next] = tail;
    }
  };
  for (const { start, end, text } of second) {
    pass(start, true);
    made.push(text);
    pass(end, false);
  }
  return editsOf([...made, ...rest.slice(next)]);
}

const lengthOf = (piece: Piece): number => (typeof piece === 'string' ? piece.length : piece.end - piece.start);

/** The last piece goes to the end of the text, wherever that is. */
function piecesOf(edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    pieces.push({ start: at, end: start }, text);
    at = end;
  }
  return [...pieces, { start: at, end: Infinity }];
}

/** The first part of a piece, at most so long, and what is left of it. */
function split(piece: Piece, length: number): readonly [Piece, Piece | undefined] {
  if (lengthOf(piece) <= length) return [piece, undefined];
  if (typeof piece === 'string') return [piece.slice(0, length), piece.slice(length)];
  const middle = piece.start + length;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}

function editsOf(pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = [];
  let [at, text] = [0, ''];
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if (lengthOf(piece) > 0) {
      if (piece.start > at || text !== '') edits.push({ start: at, end: piece.start, text });
      [at, text] = [piece.end, ''];
    }
  }
  return edits;
}
