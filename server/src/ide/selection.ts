/** Spans around a position, each holding the one before it: what growing the selection selects. */
import type { Declaration, Span } from '../language/ast';
import type { SourceDocument } from '../language/document';
import { endOf, tokenize } from '../language/tokens';
import { touches } from './spot';

/** From the innermost span to the whole text; offsets in the document. */
export function selectionAt(document: SourceDocument, offset: number): readonly Span[] {
  const segment = document.segmentAt(offset);
  const { text, declarations } = document.segments[segment]!;
  const shift = document.offsetOf(segment);
  const inside = offset - shift;
  const whole = { start: 0, end: document.length };
  const around = [
    ...commentAround(text, inside),
    ...declarationsAround(declarations, inside),
    ...tokenAround(text, inside),
  ]
    .filter((span) => touches(span, inside))
    .map((span) => wholeSigns(text, span))
    .map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return growing([whole, ...around.sort((a, b) => b.end - b.start - (a.end - a.start))]).reverse();
}

/** A sign that the language does not know may be read as its two halves; both are selected. */
const wholeSigns = (text: string, { start, end }: Span): Span => ({
  start: cutsSign(text, start) ? start - 1 : start,
  end: cutsSign(text, end) ? end + 1 : end,
});

const cutsSign = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** Of spans that fall in length, those that lie in all before them; equal ones count once. */
function growing(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (span.start === span.end && span.start !== 0) continue;
    const isInside = !last || (last.start <= span.start && span.end <= last.end);
    if (isInside && (last?.start !== span.start || last.end !== span.end)) result.push(span);
  }
  return result;
}

function declarationsAround(declarations: readonly Declaration[], offset: number): readonly Span[] {
  const declaration = declarations.find((each) => touches(each, offset));
  if (!declaration) return [];
  const { block } = declaration;
  if (!block) return [declaration];
  const close = block.close < 0 ? declaration.end : block.close;
  const field = block.fields.find((each) => touches(each, offset));
  const phrases = field?.phrases ?? [];
  const [first, last] = [phrases[0], phrases.at(-1)];
  return [
    declaration,
    { start: block.open, end: block.close < 0 ? close : close + 1 },
    { start: block.open + 1, end: close },
    ...(field ? [field] : []),
    ...(first && last ? [{ start: first.start, end: last.end }] : []),
    ...phrases,
    ...declarationsAround(block.declarations, offset),
  ];
}

/** The comment, its line in it, and the word. */
function commentAround(text: string, offset: number): readonly Span[] {
  const comment = tokenize(text).comments.find(({ startOffset, image }) =>
    touches({ start: startOffset, end: startOffset + image.length }, offset),
  );
  if (!comment) return [];
  const span = { start: comment.startOffset, end: endOf(comment) };
  return [span, ...wordsAround(text, span, offset)];
}

/** The token; of a string or text block also what its quotes hold, and the line and the word in it. */
function tokenAround(text: string, offset: number): readonly Span[] {
  const tokens = tokenize(text).tokens.filter((token) =>
    touches({ start: token.startOffset, end: endOf(token) }, offset),
  );
  // Between two tokens, the one that is a word.
  const token = tokens.find(({ image }) => /^[\p{L}\p{N}_]/u.test(image)) ?? tokens[0];
  if (!token) return [];
  const span = { start: token.startOffset, end: endOf(token) };
  const quotes = /^["“”＂]{3}/u.test(token.image) ? 3 : /^["“”＂]/u.test(token.image) ? 1 : 0;
  if (quotes === 0) return [span];
  const inner = { start: span.start + quotes, end: Math.max(span.start + quotes, span.end - quotes) };
  return [span, inner, ...wordsAround(text, inner, offset)];
}

function wordsAround(text: string, within: Span, offset: number): readonly Span[] {
  return [/[^\r\n]+/gu, /[\p{L}\p{M}\p{N}_]+(?:[-.][\p{L}\p{M}\p{N}_]+)*/gu].flatMap((pattern) => {
    for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
      const span = trimmed(match[0], within.start + match.index);
      if (touches(span, offset)) return [span];
    }
    return [];
  });
}

const trimmed = (line: string, start: number): Span => ({
  start: start + line.length - line.trimStart().length,
  end: start + line.trimEnd().length,
});
