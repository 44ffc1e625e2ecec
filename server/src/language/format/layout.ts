/** Where lines end: what stands before each piece. */
import { type Piece, STEP } from './piece';
import { spaceBetween } from './spacing';
import { breaksIn } from './spelling';

/** What stands before a piece: a number of line breaks and an indentation in columns, or blanks on the same line. */
export type Gap = { readonly lines: number; readonly indent: number } | { readonly space: string };

const SPACE: Gap = { space: ' ' };

/** Gaps before each piece, and one more for the end of the text. */
export function layOut(source: string, pieces: readonly Piece[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let last: Piece | undefined;
  let group: Piece[] = [];
  let tall = false;
  for (const piece of [...pieces, undefined]) {
    if (piece?.role === 'comment') {
      group.push(piece);
      continue;
    }
    const apart = tall || (piece?.tall ?? false);
    gaps.push(...gapsOf({ source, last, comments: group, next: piece, apart }));
    if (piece?.role === 'member' && piece.depth === 0) tall = piece.tall;
    last = piece;
    group = [];
  }
  return gaps;
}

/** Comments, and the tokens before and behind them. */
interface Group {
  readonly source: string;
  readonly last: Piece | undefined;
  readonly comments: readonly Piece[];
  readonly next: Piece | undefined;
  /** Does a top-level declaration of several lines end or begin here? */
  readonly apart: boolean;
}

function gapsOf(group: Group): readonly Gap[] {
  const { last, next } = group;
  if (next && !startsLine(next, group))
    return next.role === 'phrase' || next.role === 'comma' ? inValue(group) : onLine(group);
  const gaps = betweenLines(group);
  if (last?.role !== 'frozen') return gaps;
  return [{ space: group.source.slice(last.end, (group.comments[0] ?? next)?.start) }, ...gaps.slice(1)];
}

function startsLine({ role, inline }: Piece, { last, comments }: Group): boolean {
  if (role === 'close') return !inline && !(last?.role === 'open' && comments.length === 0);
  return role === 'frozen' || (role === 'member' && !inline);
}

/** Nothing here can be broken: all stands on one line. */
function onLine({ last, comments, next }: Group): readonly Gap[] {
  const pieces = [...(last ? [last] : []), ...comments, next!];
  return pieces.slice(1).map((piece, index): Gap => ({ space: spaceBetween(pieces[index]!, piece) }));
}

/** Around the commas of a value the author breaks lines; what continues a field is indented one step. */
function inValue({ source, last, comments, next }: Group): readonly Gap[] {
  const pieces = [last!, ...comments, next!];
  const indent = (next!.depth + 1) * STEP;
  return pieces.slice(1).map((piece, index): Gap => {
    const before = pieces[index]!;
    const broken = piece.role !== 'comma' && breaksIn(source, before.end, piece.start) > 0;
    return broken || before.toLineEnd ? { lines: 1, indent } : { space: spaceBetween(before, piece) };
  });
}

/** The next piece begins a line. Comments stay on the line on which they stand, or on their own. */
function betweenLines(group: Group): readonly Gap[] {
  const { source, comments, next } = group;
  const last = group.last?.role === 'frozen' ? undefined : group.last;
  const pieces = [...(last ? [last] : []), ...comments, ...(next ? [next] : [])];
  const starts = last ? pieces.slice(1) : pieces;
  const ends = last ? pieces : [undefined, ...pieces];
  const breaks = starts.map(({ start }, index) => breaksIn(source, ends[index]?.end ?? 0, start));
  const lead = leadsNext(group, breaks);
  const gaps: Gap[] = [];
  let broken = last === undefined;
  starts.forEach((piece, index) => {
    const before = ends[index];
    const mustBreak = piece === next && (piece.role === 'close' || piece.role === 'frozen' || !broken);
    if (!before) gaps.push({ lines: 0, indent: 0 });
    else if (mustBreak || breaks[index]! > 0 || before.toLineEnd || (lead && index === 0)) {
      const blank = hasBlankLine(source, before.end, piece.start) && !isAtEdge(group, piece, !broken);
      gaps.push({ lines: blank ? 2 : 1, indent: indentOf(group, piece) });
      broken = true;
    } else gaps.push(SPACE);
  });
  if (!next) gaps.push(pieces.length === 0 ? { space: '' } : { lines: 1, indent: 0 });
  return apartIfNeeded(group, gaps);
}

/** A comment behind `{` or behind a field's comma belongs to what follows it on the same line. */
function leadsNext({ source, last, comments, next }: Group, breaks: readonly number[]): boolean {
  const [first] = comments;
  if (!first || !last || next?.role !== 'member' || breaks.some((count) => count > 0)) return false;
  return last.role === 'open' || source.slice(last.end, first.start).trim() !== '';
}

/** Is a blank line between the two, by the text? A comma that is dropped does not make one of its line. */
const hasBlankLine = (source: string, from: number, to: number): boolean =>
  /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]/.test(source.slice(from, to));

/** No blank line stands at the start or the end of a block. */
const isAtEdge = ({ last, next }: Group, piece: Piece, isFirst: boolean): boolean =>
  (isFirst && last?.role === 'open') || (piece === next && next.role === 'close');

const indentOf = ({ next }: Group, piece: Piece): number => {
  const inside = next?.role === 'close' && piece !== next ? 1 : 0;
  return ((next?.depth ?? 0) + inside) * STEP;
};

/** A blank line stands between top-level declarations of which one takes several lines. */
function apartIfNeeded({ last, next, apart }: Group, gaps: readonly Gap[]): readonly Gap[] {
  const between = apart && last && last.role !== 'frozen' && next?.role === 'member' && next.depth === 0;
  if (!between || gaps.some((gap) => 'lines' in gap && gap.lines > 1)) return gaps;
  const first = gaps.findIndex((gap) => 'lines' in gap);
  return gaps.map((gap, index) => (index === first && 'lines' in gap ? { ...gap, lines: 2 } : gap));
}
