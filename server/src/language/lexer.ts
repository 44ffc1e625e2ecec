/** Reads tokens. Every text can be read: what fits nothing else is `Junk`. */
import { isBlank, isLineBreak, isQuote } from './characters';
import { isAsciiDigit, opensText, scanBlockComment, scanLineComment, scanName, scanString, scanText } from './scan';
import type { TokenList } from './tokenList';
import * as T from './tokenTypes';
import type { TokenType } from './tokenTypes';

/** What a token may be that begins with an ASCII sign; a token type where the sign alone says it. */
const Start = { blank: 100, lineBreak: 101, letter: 102, digit: 103, quote: 104, slash: 105, rest: 106 } as const;

/** Tokens of one sign, with their full-width twins. */
const SIGNS: Readonly<Record<string, TokenType>> = {
  ':': T.Colon,
  '：': T.Colon,
  ',': T.Comma,
  '，': T.Comma,
  '、': T.Comma,
  '{': T.LeftBrace,
  '｛': T.LeftBrace,
  '}': T.RightBrace,
  '｝': T.RightBrace,
  '+': T.Plus,
  '＋': T.Plus,
  '-': T.Minus,
  '－': T.Minus,
  '／': T.Slash,
};

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => startOf(code));
const WIDE = new Map(Object.entries(SIGNS).map(([sign, type]) => [sign.charCodeAt(0), type]));

function startOf(code: number): number {
  const sign = globalThis.String.fromCharCode(code);
  if (isLineBreak(code)) return Start.lineBreak;
  if (isBlank(code)) return Start.blank;
  if (/[A-Za-z_]/.test(sign)) return Start.letter;
  if (/\d/.test(sign)) return Start.digit;
  if (isQuote(code)) return Start.quote;
  return sign === '/' ? Start.slash : (SIGNS[sign] ?? Start.rest);
}

function startOfWide(code: number): number {
  if (isBlank(code)) return Start.blank;
  if (isQuote(code)) return Start.quote;
  return WIDE.get(code) ?? Start.letter;
}

const DATE = /\d{4}-\d{2}-\d{2}(?:T\d{1,2}[:：]\d{2}(?::\d{2})?)?/y;
const DATE_LENGTH = '2026-01-05'.length;
const UNIT = /[A-Za-zµ\u3400-\u9FFF]+[%％]?/y;
const URL_REST = /:\/\/[^\s"“”,，、{}｛｝]*/y;
const COMPARE = /[<>!＜＞！][=＝]|[<>=＜＞＝≤≥≠]/y;
/** A run of what fits nothing else, so that pasted junk is one token and one message. A pair of surrogates is one sign. */
const JUNK = /[!#$%&'()*;?@[\\\]^`|~.]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0000-\uFFFF]/y;

/** Behind the pattern at `offset`, or `offset` if it is not there. */
function scan(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** Fills the lists with the tokens and the comments of a text. Every code unit is blank, in a comment, or in a token. */
export function lex(text: string, tokens: TokenList, comments: TokenList): void {
  tokens.clear();
  comments.clear();
  let first = true;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const start = code < 128 ? ASCII[code]! : startOfWide(code);
    if (start === Start.blank) {
      at++;
      continue;
    }
    if (start === Start.lineBreak) {
      first = true;
      at++;
      continue;
    }
    if (start === Start.slash) {
      const end = readComment(text, at, comments);
      if (end > at) {
        first ||= hasLineBreak(text, at, end);
        at = end;
        continue;
      }
    }
    const end = readToken(text, at, start);
    tokens.push(found, at, end, first);
    first = false;
    at = end;
  }
}

/** The type of the token that was read last. */
let found: TokenType = T.Junk;

/** End of the token at an offset, which sets `found`. */
function readToken(text: string, at: number, start: number): number {
  if (start < Start.blank) {
    found = start;
    return at + 1;
  }
  if (start === Start.letter) {
    const end = scanName(text, at);
    if (end === at) return readSign(text, at);
    found = T.Name;
    return text.charCodeAt(end) === 0x3a ? readUrl(text, at, end) : end;
  }
  if (start === Start.digit) return readNumber(text, at);
  if (start === Start.quote) return readQuoted(text, at);
  if (start === Start.slash) {
    found = T.Slash;
    return at + 1;
  }
  return readSign(text, at);
}

/** End of the comment at an offset, or the offset if there is none. */
function readComment(text: string, at: number, comments: TokenList): number {
  const next = text.charCodeAt(at + 1);
  if (next !== 0x2f && next !== 0x2a) return at;
  const scanned = next === 0x2f ? scanLineComment(text, at) : scanBlockComment(text, at, text.length);
  const end = scanned < 0 ? ~scanned : scanned;
  const type = next === 0x2f ? T.LineComment : scanned < 0 ? T.UnclosedComment : T.BlockComment;
  comments.push(type, at, end, false);
  return end;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLineBreak(text.charCodeAt(at))) return true;
  return false;
}

const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'file', 'HTTP', 'HTTPS']);

/** A name before a colon may be the beginning of a URL. */
function readUrl(text: string, at: number, name: number): number {
  const end = text.startsWith('://', name) && SCHEMES.has(text.slice(at, name)) ? scan(URL_REST, text, name) : name;
  if (end > name) found = T.Url;
  return end;
}

function readQuoted(text: string, at: number): number {
  const isText = opensText(text, at);
  const end = isText ? scanText(text, at, text.length) : scanString(text, at);
  found = isText ? (end < 0 ? T.UnclosedText : T.Text) : end < 0 ? T.UnclosedString : T.String;
  return end < 0 ? ~end : end;
}

const isColon = (code: number): boolean => code === 0x3a || code === 0xff1a;

function readNumber(text: string, at: number): number {
  let end = scanDigits(text, at);
  const digits = end - at;
  if (digits === 4 && text.charCodeAt(end) === 0x2d) {
    const date = scan(DATE, text, at);
    found = date - at > DATE_LENGTH ? T.DateTime : T.Date;
    if (date > at) return date;
  }
  if (digits <= 2 && isColon(text.charCodeAt(end)) && scanDigits(text, end + 1) >= end + 3) {
    found = T.Time;
    return end + 3;
  }
  if (text.charCodeAt(end) === 0x2e) {
    const fraction = scanDigits(text, end + 1);
    if (fraction > end + 1) end = fraction;
  }
  const sign = text.charCodeAt(end);
  if (sign === 0x25 || sign === 0xff05) {
    found = T.Percent;
    return end + 1;
  }
  const unit = sign > 0x40 ? scan(UNIT, text, end) : end;
  found = unit > end ? T.Quantity : T.Number;
  return unit;
}

function scanDigits(text: string, at: number): number {
  while (isAsciiDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Signs that are no token by themselves alone. */
function readSign(text: string, at: number): number {
  if (text.startsWith('..', at)) {
    found = T.Range;
    return at + 2;
  }
  const compare = scan(COMPARE, text, at);
  found = compare > at ? T.Compare : T.Junk;
  return compare > at ? compare : scan(JUNK, text, at);
}
