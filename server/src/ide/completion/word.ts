/** The word at the cursor, as offsets in the segment; empty where there is none. */
export interface WordAt {
  readonly start: number;
  readonly cursor: number;
  readonly end: number;
  /** The part that stands before the cursor. */
  readonly typed: string;
}

/** Never between the two halves of one sign, or of one line break. */
export const wholeSign = (text: string, at: number): number =>
  /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;

/** The word around a position, also an unfinished one that ends in `-` or `.`, such as `REQ-`; `more` are signs that belong to it. */
export function wordAt(text: string, cursor: number, more = ''): WordAt {
  let start = cursor;
  while (signBefore(text, start, more) > 0) start -= signBefore(text, start, more);
  // No word begins with a hyphen or a dot: `T-1 -`, `3d..`.
  const range = text.slice(start, cursor).lastIndexOf('..');
  if (range >= 0) start += range + 2;
  while (start < cursor && /[-./]/.test(text[start]!)) start++;
  let end = cursor;
  while (end < text.length && isWordSign(codePointAt(text, end), more) && !text.startsWith('..', end))
    end += codePointAt(text, end).length;
  return { start, cursor, end, typed: text.slice(start, cursor) };
}

function signBefore(text: string, at: number, more: string): number {
  const length = /[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 2), at)) ? 2 : 1;
  return at >= length && isWordSign(text.slice(at - length, at), more) ? length : 0;
}

const isWordSign = (sign: string, more: string): boolean =>
  /^[\p{L}\p{M}\p{N}_.-]$/u.test(sign) || (sign !== '' && more.includes(sign));

const codePointAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at)!);
