/**
 * Splits a text into segments: a top-level declaration with the comments before it and the blank lines after it.
 *
 * A segment starts at the beginning of a line, and the text can be read from there without knowing what stands before:
 * either nothing is open there (no block, text block or comment) and the line starts in column 0 behind some content,
 * or the line is a declaration head with its `{` in column 0, which ends whatever is open (see language.md).
 */
import { isBlank, isCloseBrace, isLineBreak, isOpenBrace, isQuote } from './characters';
import { findHead, isHead, opensText, scanBlockComment, scanLineComment, scanString, scanText } from './scan';

export interface Split {
  /** Offsets at which segments start, rising; the first is 0. */
  readonly starts: readonly number[];
  /** What is open at the end of the text. */
  readonly end: EndState;
}

/** `open`: a block, text block or comment. `settled`: nothing, behind some content. `blank`: nothing, and no content since the segment's start. */
type EndState = 'open' | 'settled' | 'blank';

/** What a code unit may mean to the splitter; most mean nothing. */
const Sort = { other: 0, lineBreak: 1, blank: 2, slash: 3, openBrace: 4, closeBrace: 5, quote: 6 } as const;

const SLASH = 0x2f;
const STAR = 0x2a;

function findSort(code: number): number {
  if (isLineBreak(code)) return Sort.lineBreak;
  if (isBlank(code)) return Sort.blank;
  if (code === SLASH) return Sort.slash;
  if (isOpenBrace(code)) return Sort.openBrace;
  if (isCloseBrace(code)) return Sort.closeBrace;
  return isQuote(code) ? Sort.quote : Sort.other;
}

/** Those of ASCII, looked up because every code unit of a file passes here. */
const ASCII_SORTS = Uint8Array.from({ length: 128 }, (_, code) => findSort(code));

/** Splits a text that begins at the start of a segment. Linear in its length. */
export function split(text: string): Split {
  const starts = [0];
  let head = findHead(text, 0); // the next line that begins with a head, kept so that each line is looked at once
  let depth = 0;
  let content = false;
  let unclosed = false as boolean; // set by a closure, which the compiler does not follow
  let lineStart = false;

  /** Continues behind a text block or comment; if a head cuts it short, a segment starts at the head. */
  const skip = (scanned: number): number => {
    if (scanned >= 0) return scanned;
    unclosed = ~scanned === text.length;
    if (!unclosed) start(head);
    return ~scanned;
  };
  const start = (offset: number): void => {
    starts.push(offset);
    depth = 0;
    content = false;
    lineStart = false;
  };
  const nextHead = (at: number): number => (head > at ? head : (head = findHead(text, at)));

  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const sort = code < 128 ? ASCII_SORTS[code]! : findSort(code);
    if (sort === Sort.lineBreak) {
      lineStart = true;
      at++;
      continue;
    }
    if (lineStart) {
      if (startsSegment(code, content, depth > 0, nextHead(at - 1) === at)) start(at);
      lineStart = false;
    }
    if (sort === Sort.blank) {
      at++;
      continue;
    }
    const next = sort === Sort.slash ? text.charCodeAt(at + 1) : 0;
    if (next === SLASH) at = scanLineComment(text, at);
    else if (next === STAR) at = skip(scanBlockComment(text, at, nextHead(at)));
    else {
      content = true;
      if (sort === Sort.openBrace) depth++;
      else if (sort === Sort.closeBrace && depth > 0) depth--;
      if (sort !== Sort.quote) at++;
      else if (opensText(text, at)) at = skip(scanText(text, at, nextHead(at)));
      else {
        const end = scanString(text, at);
        at = end < 0 ? ~end : end;
      }
    }
  }
  return { starts, end: unclosed || depth > 0 ? 'open' : content ? 'settled' : 'blank' };
}

/** Does a segment start at a line that starts with the character `first`? A lone brace belongs to what stands above it. */
const startsSegment = (first: number, content: boolean, open: boolean, head: boolean): boolean =>
  open ? head : content && !isBlank(first) && !isOpenBrace(first) && !isCloseBrace(first);

/** Does reading `text + next` start a segment exactly at `next`, given what is open at the end of `text`? */
export function joinsCleanly(text: string, end: EndState, next: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const first = next.charCodeAt(0);
  if (!isLineBreak(last) || isLineBreak(first)) return false;
  return end === 'open' ? isHead(next, 0) : startsSegment(first, end === 'settled', false, false);
}
