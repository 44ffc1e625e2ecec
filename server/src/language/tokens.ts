/** The token types of the language and the lexer that makes them. Every text can be read: what fits nothing else is `Junk`. */
import './polyfill';
import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';
import { isBlank, isLineBreak, isQuote } from './characters';
import { LONGEST_FILE } from './limits';
import { opensText, scanBlockComment, scanName, scanString, scanText } from './scan';
import type { AtomType } from './ast';

type Matcher = (text: string, offset: number) => [string] | null;

/** Matches what `scan` reads, when it is closed (or, with `closed` false, when it is not). */
const scanned =
  (
    scan: (text: string, offset: number) => number,
    applies: (text: string, offset: number) => boolean,
    closed = true,
  ): Matcher =>
  (text, offset) => {
    if (!applies(text, offset)) return null;
    const end = scan(text, offset);
    if (end >= 0 !== closed) return null;
    return [text.slice(offset, end < 0 ? ~end : end)];
  };

const toEnd = (scan: (text: string, offset: number, limit: number) => number) => (text: string, offset: number) =>
  scan(text, offset, text.length);
const opensString = (text: string, offset: number): boolean =>
  isQuote(text.charCodeAt(offset)) && !opensText(text, offset);
const opensBlockComment = (text: string, offset: number): boolean => text.startsWith('/*', offset);

const NAME_STARTS: (string | number)[] = ['_'];
for (let code = 65; code <= 90; code++) NAME_STARTS.push(code, code + 32);
for (let code = 0xaa; code <= 0xffff; code++) NAME_STARTS.push(code);
const QUOTES = ['"', '“', '”', '＂'];

function matchName(text: string, offset: number): [string] | null {
  const end = scanName(text, offset);
  return end === offset ? null : [text.slice(offset, end)];
}

/** Every type that may stand in a phrase belongs to this category. */
export const Atom = createToken({ name: 'Atom', pattern: Lexer.NA });

const atomTypes = new Map<TokenType, AtomType>();
function atom(type: AtomType, name: string, pattern: RegExp | Matcher, starts?: (string | number)[]): TokenType {
  const tokenType = createToken({
    name,
    pattern,
    categories: Atom,
    line_breaks: type === 'text',
    ...(starts ? { start_chars_hint: starts } : {}),
  });
  atomTypes.set(tokenType, type);
  return tokenType;
}

/** What an atom token is, or undefined for a brace, colon or comma. */
export const atomTypeOf = (type: TokenType): AtomType | undefined => atomTypes.get(type);

const Blank = createToken({
  name: 'Blank',
  pattern: /[ \t\r\n\v\f\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const LineComment = createToken({ name: 'LineComment', pattern: /\/\/[^\n\r]*/, group: 'comments' });
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: scanned(toEnd(scanBlockComment), opensBlockComment),
  start_chars_hint: ['/'],
  group: 'comments',
  line_breaks: true,
});
export const UnclosedComment = createToken({
  name: 'UnclosedComment',
  pattern: scanned(toEnd(scanBlockComment), opensBlockComment, false),
  start_chars_hint: ['/'],
  group: 'comments',
  line_breaks: true,
});

export const Colon = createToken({ name: 'Colon', pattern: /[:：]/ });
export const Comma = createToken({ name: 'Comma', pattern: /[,，、]/ });
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: /[{｛]/ });
export const RightBrace = createToken({ name: 'RightBrace', pattern: /[}｝]/ });

export const Text = atom('text', 'Text', scanned(toEnd(scanText), opensText), QUOTES);
export const UnclosedText = atom('text', 'UnclosedText', scanned(toEnd(scanText), opensText, false), QUOTES);
export const String = atom('string', 'String', scanned(scanString, opensString), QUOTES);
export const UnclosedString = atom('string', 'UnclosedString', scanned(scanString, opensString, false), QUOTES);
export const Url = atom('url', 'Url', /(?:https?|ftp|file|HTTPS?):\/\/[^\s"“”,，、{}｛｝]*/);
export const Name = atom('name', 'Name', matchName, NAME_STARTS);
const DateTime = atom('date-time', 'DateTime', /\d{4}-\d{2}-\d{2}T\d{1,2}[:：]\d{2}(?::\d{2})?/);
const Date = atom('date', 'Date', /\d{4}-\d{2}-\d{2}/);
const Time = atom('time', 'Time', /\d{1,2}[:：]\d{2}/);
const Percent = atom('percent', 'Percent', /\d+(?:\.\d+)?[%％]/);
const Quantity = atom('quantity', 'Quantity', /\d+(?:\.\d+)?[A-Za-zµ\u3400-\u9FFF]+[%％]?/);
const Number = atom('number', 'Number', /\d+(?:\.\d+)?/);
const Range = atom('range', 'Range', /\.\./);
const Compare = atom('compare', 'Compare', /[<>!＜＞！][=＝]|[<>=＜＞＝≤≥≠]/);
const Plus = atom('plus', 'Plus', /[+＋]/);
const Minus = atom('minus', 'Minus', /[-－]/);
const Slash = atom('slash', 'Slash', /[/／]/);
/** A run of what fits nothing else, so that pasted junk is one token and one message. A pair of surrogates is one sign. */
const Junk = atom('junk', 'Junk', /[!#$%&'()*;?@[\\\]^`|~.]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0000-\uFFFF]/);

const tokenTypes = [
  Blank,
  LineComment,
  BlockComment,
  UnclosedComment,
  Colon,
  Comma,
  LeftBrace,
  RightBrace,
  Text,
  UnclosedText,
  String,
  UnclosedString,
  DateTime,
  Date,
  Time,
  Percent,
  Quantity,
  Number,
  Url,
  Name,
  Range,
  Compare,
  Plus,
  Minus,
  Slash,
  Junk,
  Atom,
];

/** All types, as the parser wants them. */
export const vocabulary: TokenType[] = tokenTypes;

/** Validating the tokens takes time at each start; a test does it. */
const lexerOf = (skipValidations: boolean): Lexer =>
  new Lexer(tokenTypes, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations });

const lexer = lexerOf(true);

/** Throws if a token can never match, or is otherwise wrong. */
export function validateTokens(): void {
  lexerOf(false);
}

export interface Tokens {
  readonly tokens: IToken[];
  /** Comments, in the order of the text. */
  readonly comments: readonly IToken[];
}

/** Reads the tokens of a segment. Total: every code unit is blank, in a comment, or in a token, if the text is not too long to be read. */
export function tokenize(text: string): Tokens {
  if (text.length > LONGEST_FILE) return { tokens: [], comments: [] };
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, comments: groups.comments ?? [] };
}

/** Does a line break stand between a token and the one before it? One look is cheaper than a mark on each token. */
export function isFirstOnLine(text: string, before: IToken | undefined, { startOffset }: IToken): boolean {
  // The parser's token before the first one is the end of input, which stands nowhere.
  let at = before && before.startOffset >= 0 ? endOf(before) : -1;
  if (at < 0) return true;
  for (; at < startOffset; at++) if (isLineBreak(text.charCodeAt(at))) return true;
  return false;
}

/** Offset behind a token. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;

/** Column of a token that is first on its line: its distance from the line's start, blanks counted as one each. */
export function indentOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  return offset - start;
}
