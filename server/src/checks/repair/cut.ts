import type { Span } from '../../language/ast';
import { isBlank, nextLine } from '../../language/characters';
import { Comma, endOf, tokenize } from '../../language/tokens';
import type { Model, SegmentPlace } from '../../model/model';
import { replacing, type RepairEdit } from './repair';
import { isFirstOnLine, lineEnd, lineStart, textAt, trimmed } from './source';

/**
 * Takes spans out of a segment, and the lines that they leave empty. Comments inside them stay, for nobody else remembers what
 * they say.
 */
export function cutting(model: Model, at: SegmentPlace, spans: readonly Span[]): readonly RepairEdit[] {
  const text = textAt(model, at);
  const pieces = joined(
    spans.flatMap((span) => withoutComments(text, span)),
    text,
  );
  return overlapping(pieces.map((piece) => widened(text, piece))).map((span) => replacing(at, span, ''));
}

/** An entry of a list, with the comma that separates it from the next one or, if it is the last, from the one before. */
export function withComma(text: string, entry: Span): readonly Span[] {
  const { tokens } = tokenize(text);
  const next = tokens.find(({ startOffset }) => startOffset >= entry.end);
  const before = tokens.findLast((token) => endOf(token) <= entry.start);
  const comma = [next, before].find((token) => token?.tokenType === Comma);
  return comma ? [entry, { start: comma.startOffset, end: endOf(comma) }] : [entry];
}

function withoutComments(text: string, { start, end }: Span): readonly Span[] {
  const inside = tokenize(text).comments.filter((comment) => comment.startOffset < end && start < endOf(comment));
  const starts = [start, ...inside.map(endOf)];
  const ends = [...inside.map(({ startOffset }) => startOffset), end];
  return starts
    .map((from, index) => trimmed(text, { start: from, end: ends[index]! }))
    .filter((piece) => piece.start < piece.end);
}

/** Spans with nothing but blanks between them are one. */
function joined(spans: readonly Span[], text: string): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && skip(text, last.end, 1) >= span.start) result[result.length - 1] = { start: last.start, end: span.end };
    else result.push(span);
  }
  return result;
}

/** With the blanks around it that nobody needs any more; a line that held nothing else goes as a whole. */
function widened(text: string, { start, end }: Span): Span {
  const alone = isFirstOnLine(text, start);
  const last = skip(text, end, 1) === lineEnd(text, end);
  if (alone && last) return wholeLines(text, { start, end });
  if (last || text[skip(text, end, 1)] === ',') return { start: skip(text, start, -1), end };
  const isSeparate = alone || isBlank(text.charCodeAt(start - 1));
  return { start, end: isSeparate ? skip(text, end, 1) : end };
}

function wholeLines(text: string, { start, end }: Span): Span {
  const from = lineStart(text, start);
  let to = nextLine(text, end);
  // Of the empty lines before and behind, those behind go too.
  if (from === 0 || lineStart(text, from - 1) === lineEnd(text, lineStart(text, from - 1)))
    while (to < text.length && skip(text, to, 1) === lineEnd(text, to)) to = nextLine(text, to);
  return { start: from, end: to };
}

/** The offset behind the blanks in a direction. */
function skip(text: string, offset: number, step: 1 | -1): number {
  while (isBlank(text.charCodeAt(step === 1 ? offset : offset - 1))) offset += step;
  return offset;
}

/** Spans that touch or overlap are one. */
function overlapping(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.end >= span.start)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
