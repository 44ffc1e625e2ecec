/** The lines that items and fields stand on, with the comments that belong to them. */
import type { Span } from '../../language/ast';
import { nextLine, skipBlanks } from '../../language/characters';
import { Comma, endOf, tokenize } from '../../language/tokens';
import { replacing, type RepairEdit } from '../../checks/repair/repair';
import { contentEnd, isFirstOnLine, lineEnd, lineStart, textAt } from '../../checks/repair/source';
import type { Model, SegmentPlace } from '../../model/model';

export interface Lines extends Span {
  /** The comma behind what was asked for, if one stands on its line. */
  readonly comma: Span | undefined;
}

/**
 * The lines that a span has for itself, without the last line break: with the comments right above it, on lines of their own, and
 * those behind it. Undefined if anything else stands on them.
 */
export function linesOf(text: string, span: Span): Lines | undefined {
  const { tokens, comments } = tokenize(text);
  const spans = comments.map((comment) => ({ start: comment.startOffset, end: endOf(comment) }));
  if (!isFirstOnLine(text, span.start)) return undefined;
  const token = tokens.find(({ startOffset }) => startOffset >= span.end);
  const isComma = token?.tokenType === Comma && token.startOffset <= lineEnd(text, span.end);
  const comma = isComma ? { start: token.startOffset, end: endOf(token) } : undefined;
  const end = behind(text, span.end, comma ? [...spans, comma].sort((a, b) => a.start - b.start) : spans);
  if (skipBlanks(text, end) < lineEnd(text, end)) return undefined;
  return { start: above(text, lineStart(text, span.start), spans), end: lineEnd(text, end), comma };
}

/** Start of the first of the comments that stand, line by line, right above the line that begins at an offset. */
function above(text: string, line: number, comments: readonly Span[]): number {
  let from = line;
  for (const { start, end } of comments.toReversed()) {
    if (end > from) continue;
    const isAdjacent = nextLine(text, skipBlanks(text, end)) === from && skipBlanks(text, end) === lineEnd(text, end);
    if (!isAdjacent || !isFirstOnLine(text, start)) break;
    from = lineStart(text, start);
  }
  // A byte order mark stays where it is.
  return from === 0 && text.startsWith('\ufeff') ? 1 : from;
}

/** End of what follows an offset with nothing but blanks between. */
function behind(text: string, offset: number, spans: readonly Span[]): number {
  let end = offset;
  for (const span of spans) if (span.start >= end && skipBlanks(text, end) === span.start) end = span.end;
  return end;
}

/** Takes lines out of an item's segment, with the empty lines that nobody needs any more. */
export function takingOut(model: Model, at: SegmentPlace, lines: Span): readonly RepairEdit[] {
  const text = textAt(model, at);
  const gone = widened(text, lines);
  const edit = replacing(at, gone, '');
  const { segments } = model.files[at.file]!.document;
  const before = { file: at.file, segment: at.segment - 1 };
  const isAll = gone.start === 0 && gone.end === text.length;
  if (!isAll || at.segment < 1 || at.segment < segments.length - 1) return [edit];
  // The file's last item: what stands before it becomes the end of the file.
  const last = textAt(model, before);
  return [replacing(before, { start: nextLine(last, contentEnd(last, last.length)), end: last.length }, ''), edit];
}

/** With the line break, and with the gap below if there is one above, or the gap above if nothing needs it. */
function widened(text: string, { start, end }: Span): Span {
  const isBelowGap = start === 0 || isEmptyLine(text, lineStart(text, start - 1));
  let to = nextLine(text, end);
  while (isBelowGap && to < text.length && isEmptyLine(text, to)) to = nextLine(text, to);
  let from = start;
  while (from > 0 && isEmptyLine(text, lineStart(text, from - 1))) from = lineStart(text, from - 1);
  // The gap above goes only where it separates nothing any more: before a closing brace, or at the segment's own edge.
  const isEdge = from === 0 || /^\s*[}｝]/u.test(text.slice(to));
  return { start: isEdge ? from : start, end: to };
}

const isEmptyLine = (text: string, offset: number): boolean => skipBlanks(text, offset) === lineEnd(text, offset);

/**
 * A piece of text, from the start of its first word, as it stands at another indentation and in a file with other line breaks.
 * Where lines are less indented than the first, as those of some text blocks, all stay as they are.
 */
export function transplanted(text: string, from: string, to: string, lineBreak: string): string {
  const [first = '', ...others] = text.trimStart().split(/\r\n|\n|\r/);
  const isShiftable = others.every((line) => line.startsWith(from) || line.trim() === '');
  const shifted = others.map((line) =>
    isShiftable && line.startsWith(from) && line.trim() !== '' ? to + line.slice(from.length) : line,
  );
  return [first, ...shifted].join(lineBreak);
}
