/** The text that repairs change, and how its author lays it out. */
import type { Declaration, Span } from '../../language/ast';
import { isBlank, isLineBreak } from '../../language/characters';
import type { SegmentPlace, Model } from '../../model/model';

/** Of the formatter; used where the file itself shows no other. */
const STEP = '  ';

/** Text of the segment that a place lies in. */
export const textAt = ({ files }: Model, { file, segment }: SegmentPlace): string =>
  files[file]!.document.segments[segment]!.text;

/** Text that a span covers, as written. */
export const sourceOf = (model: Model, at: SegmentPlace, { start, end }: Span): string =>
  textAt(model, at).slice(start, end);

/** How the lines of a file end; that of the segment, if it has any. */
export function lineBreakAt(model: Model, at: SegmentPlace): string {
  const first = /\r\n|\n|\r/;
  const own = first.exec(textAt(model, at));
  const others = own ? undefined : model.files[at.file]!.document.segments.find(({ lines }) => lines > 0);
  return own?.[0] ?? first.exec(others?.text ?? '')?.[0] ?? '\n';
}

/** Start of the line of an offset. */
export function lineStart(text: string, offset: number): number {
  while (offset > 0 && !isLineBreak(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

/** End of the line of an offset, before its line break. */
export function lineEnd(text: string, offset: number): number {
  while (offset < text.length && !isLineBreak(text.charCodeAt(offset))) offset++;
  return offset;
}

/** The blanks with which the line of an offset begins. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** Is there nothing but blanks before the offset on its line? */
export const isFirstOnLine = (text: string, offset: number): boolean =>
  lineStart(text, offset) + indentationAt(text, offset).length >= offset;

/** The span without the blanks and line breaks at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

/** End of what stands before the offset, blanks and line breaks left out, but not before `least`. */
export function contentEnd(text: string, offset: number, least = 0): number {
  while (offset > least && (isBlank(text.charCodeAt(offset - 1)) || isLineBreak(text.charCodeAt(offset - 1)))) offset--;
  return offset;
}

/** Is a piece of a line blank but for a comma and comments? */
export const isOnlyComments = (rest: string): boolean => ONLY_COMMENTS.test(rest);

const ONLY_COMMENTS = /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*(?:[,，、](?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/)*)?(?:\/\/.*)?$/u;

/** Is a line broken inside the span? */
export const isBroken = (text: string, { start, end }: Span): boolean => lineEnd(text, start) < end;

/** By how much what stands in a block is indented: as in the first block of the file that shows it. */
export function stepAt({ files }: Model, { file, segment }: SegmentPlace): string {
  const { segments } = files[file]!.document;
  for (const { text, declarations } of [segments[segment]!, ...segments]) {
    const step = declarations.map((declaration) => stepIn(text, declaration)).find((found) => found !== undefined);
    if (step !== undefined) return step;
  }
  return STEP;
}

function stepIn(text: string, { start, block }: Declaration): string | undefined {
  const first = [...(block?.fields ?? []), ...(block?.declarations ?? [])].find((member) =>
    isFirstOnLine(text, member.start),
  );
  const outer = indentationAt(text, start);
  const inner = first && indentationAt(text, first.start);
  return inner !== undefined && inner.length > outer.length && inner.startsWith(outer)
    ? inner.slice(outer.length)
    : undefined;
}
