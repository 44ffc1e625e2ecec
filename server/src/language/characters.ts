/** Characters and the smallest scans over them. Offsets count UTF-16 code units; every function is total. */

const NEWLINE = 10;
const RETURN = 13;

/** Is this code unit a line break? A lone carriage return breaks a line too, as in the Language Server Protocol. */
export const isLineBreak = (code: number): boolean => code === NEWLINE || code === RETURN;

/** Spaces inside a line: ASCII blanks, no-break space, ideographic space, byte order mark, the Unicode space separators. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || code === 9 || code === 11 || code === 12;
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    (code >= 0x2028 && code <= 0x2029) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}

/** End of the run of blanks that starts at `offset`; line breaks are not blanks. */
export function skipBlanks(text: string, offset: number): number {
  while (offset < text.length && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Offset just behind the line break that ends the line of `offset`, or the text's length. */
export function nextLine(text: string, offset: number): number {
  const at = skip(LINE, text, offset);
  if (at >= text.length) return text.length;
  return text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1;
}

const LINE = /[^\r\n]*/y;

/**
 * Offset behind what a sticky expression that matches any number of signs finds at `offset`. It is as fast in the first text that is
 * read as in the last; a loop over signs is interpreted until V8 has compiled it.
 */
export function skip(signs: RegExp, text: string, offset: number): number {
  if (offset >= text.length) return offset;
  signs.lastIndex = offset;
  signs.test(text);
  return signs.lastIndex;
}

/** Number of line breaks in the text. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = nextLine(text, 0); at > 0; at = nextLine(text, at)) {
    if (!isLineBreak(text.charCodeAt(at - 1))) break;
    lines++;
    if (at === text.length) break;
  }
  return lines;
}

/** Signs that Chinese input methods produce, each with the ASCII sign as which it is read. */
export const FULL_WIDTH: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '｛': '{',
  '｝': '}',
  '“': '"',
  '”': '"',
  '＂': '"',
  '（': '(',
  '）': ')',
  '％': '%',
  '＋': '+',
  '－': '-',
  '／': '/',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  '！': '!',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
};

const FULL_WIDTH_SIGN = new RegExp(`[${Object.keys(FULL_WIDTH).join('')}]`, 'g');

/** The same signs in ASCII: `＜＝` becomes `<=`. */
export const toAscii = (signs: string): string => signs.replace(FULL_WIDTH_SIGN, (sign) => FULL_WIDTH[sign] ?? sign);

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** `"`, or one of the quotes that are read as it. */
export const isQuote = (code: number): boolean =>
  code === 0x22 || code === 0x201c || code === 0x201d || code === 0xff02;

export const isOpenBrace = (code: number): boolean => code === 0x7b || code === 0xff5b;
export const isCloseBrace = (code: number): boolean => code === 0x7d || code === 0xff5d;
