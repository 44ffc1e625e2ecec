/**
 * Scans of names, strings, text blocks, comments and declaration heads, shared by the splitter and the lexer, so that
 * the two can never disagree about where one ends.
 *
 * A scan returns the offset behind what it read. A scan of something that must be closed returns the bitwise complement
 * `~end` when it is not.
 */
import { isBlank, isCloseBrace, isLineBreak, isOpenBrace, isQuote, nextLine, skip, skipBlanks } from './characters';

const BACKSLASH = 0x5c;
const ASCII_QUOTE = 0x22;

/** 1 for a letter or `_`, 2 for a digit: what an ASCII code unit may be in a name. */
const ASCII_NAME = new Uint8Array(128);
for (let code = 65; code <= 90; code++) ASCII_NAME[code] = ASCII_NAME[code + 32] = 1;
ASCII_NAME[95] = 1;
for (let code = 48; code <= 57; code++) ASCII_NAME[code] = 2;

export const isAsciiDigit = (code: number): boolean => code >= 48 && code <= 57;

const UNICODE_LETTER = /\p{L}/uy;
const UNICODE_PART = /[\p{L}\p{M}\p{N}]/uy;

function matchLength(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex - offset : 0;
}

/** Length of the letter, digit or `_` at `offset`, 0 if there is none. */
function partLength(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code < 128) return ASCII_NAME[code] === 0 ? 0 : 1;
  return code >= 128 ? matchLength(UNICODE_PART, text, offset) : 0;
}

/** End of the name at `offset`, or `offset` if no name starts there: a letter or `_`, then letters, digits, `_`, and single `-` or `.` between them. */
export function scanName(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  let end = offset;
  if (first < 128) end += ASCII_NAME[first] === 1 ? 1 : 0;
  else if (first >= 128) end += matchLength(UNICODE_LETTER, text, offset);
  if (end === offset) return offset;
  for (;;) {
    const length = partLength(text, end);
    if (length > 0) {
      end += length;
      continue;
    }
    const code = text.charCodeAt(end);
    if (code !== 0x2d && code !== 0x2e) return end;
    const after = partLength(text, end + 1);
    if (after === 0) return end;
    end += 1 + after;
  }
}

/** Does a text block open at `offset`? Three quotes of any width do: a Chinese input method types `“”“`. */
export const opensText = (text: string, offset: number): boolean =>
  isQuote(text.charCodeAt(offset)) && isQuote(text.charCodeAt(offset + 1)) && isQuote(text.charCodeAt(offset + 2));

/** What strings and texts are made of but for quotes and backslashes. */
const NO_QUOTE = /[^"\\“”＂]*/y;
const NO_QUOTE_OR_BREAK = /[^"\\“”＂\r\n]*/y;

/**
 * End of the text block that opens at `offset`, or `~limit` if it is not closed before `limit`.
 * One opened by ASCII quotes is closed by ASCII quotes; `\"""` stays inside.
 */
export function scanText(text: string, offset: number, limit: number): number {
  const ascii = text.startsWith('"""', offset);
  for (let at = offset + 3; (at = skip(NO_QUOTE, text, at)) < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += text.startsWith('"""', at + 1) ? 3 : 1;
    else if (ascii ? code === ASCII_QUOTE && text.startsWith('"""', at) : opensText(text, at)) return at + 3;
  }
  return ~limit;
}

/** End of the string that opens at `offset`. An unclosed one ends with its line, before a block and before the braces and commas that end the line. */
export function scanString(text: string, offset: number): number {
  const opener = text.charCodeAt(offset);
  const curly = opener === 0x201c || opener === 0x201d;
  let at = offset + 1;
  for (; (at = skip(NO_QUOTE_OR_BREAK, text, at)) < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) break;
    if (code === BACKSLASH && at + 1 < text.length && !isLineBreak(text.charCodeAt(at + 1))) at++;
    else if (code === ASCII_QUOTE || (curly ? code === 0x201d : code === 0xff02 && opener === 0xff02)) return at + 1;
  }
  return ~endOfUnclosedString(text, offset + 1, at);
}

/** Braces are rare in titles but end most lines that hold one: an unclosed string must not swallow a block. */
function endOfUnclosedString(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++)
    if (isOpenBrace(text.charCodeAt(at)) && isBlank(text.charCodeAt(at - 1))) end = at;
  while (end > start && isLineTail(text.charCodeAt(end - 1))) end--;
  return end;
}

const isLineTail = (code: number): boolean =>
  isBlank(code) || isOpenBrace(code) || isCloseBrace(code) || code === 0x2c || code === 0xff0c;

/** End of the comment between slash-star and star-slash that opens at `offset`, or `~limit` if it is not closed before `limit`. */
export function scanBlockComment(text: string, offset: number, limit: number): number {
  for (let at = offset + 2; at < limit - 1; at++)
    if (text.charCodeAt(at) === 0x2a && text.charCodeAt(at + 1) === 0x2f) return at + 2;
  return ~limit;
}

/** End of the comment `// …` that opens at `offset`: the line break, which is not part of it. */
export function scanLineComment(text: string, offset: number): number {
  let at = offset + 2;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Does a declaration head with its `{` stand at `offset`, all on one line: `Kind [Id] [Title] {`?
 * In column 0 such a line always begins a top-level declaration, whatever was left open above it.
 */
export function isHead(text: string, offset: number): boolean {
  let at = scanName(text, offset);
  if (at === offset) return false;
  at = skipBlanks(text, at);
  at = skipBlanks(text, scanName(text, at));
  if (isQuote(text.charCodeAt(at)) && !opensText(text, at)) {
    const end = scanString(text, at);
    at = skipBlanks(text, end < 0 ? ~end : end);
  }
  return isOpenBrace(text.charCodeAt(at));
}

/** Start of the first line behind the line of `offset` that begins with a declaration head in column 0, or the text's length. */
export function findHead(text: string, offset: number): number {
  let line = nextLine(text, offset);
  while (line < text.length && !isHead(text, line)) line = nextLine(text, line);
  return line;
}
