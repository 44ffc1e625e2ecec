/**
 * The words of a string or text block in a form in which phrases can be looked for, with the way back to the source: lower case,
 * one blank between words, ASCII signs for full-width ones. What only looks like words is blotted out: code, addresses, quotations
 * and remarks.
 */
import type { Span } from '../../language/ast';
import { isBlank, isLineBreak, isQuote, nextLine } from '../../language/characters';

export interface Prose {
  /** Paragraphs and list entries stand on lines of their own. */
  readonly text: string;
  /** All that is written, remarks and quotations too, without blanks and punctuation: the same for the same statement. */
  readonly letters: () => string;
  /** The source of a span of `text`, relative to the segment. */
  readonly spanOf: (start: number, end: number) => Span;
  /** The source of a span of `text` as it was written. */
  readonly written: (start: number, end: number) => string;
}

/** Stands for what was blotted out: a noun that no phrase contains. */
export const BLOT = '\uFFFC';

/** Reads the string or text block, quotes included, that stands at `atom` in the segment's text. */
export function readProse(source: string, atom: Span): Prose {
  const inside = withoutQuotes(source, atom);
  const { signs } = normalize(source, inside);
  const text = withoutRemarks(blotOut(signs));
  let places: readonly number[] | undefined;
  const spanOf = (start: number, end: number): Span => {
    // Few texts have a finding, so places are not kept in the first pass.
    const at = (places ??= normalize(source, inside, []).at!);
    return {
      start: at[start] ?? atom.end,
      end: end > start ? (at[end - 1] ?? atom.end) + 1 : (at[start] ?? atom.end),
    };
  };
  return {
    text,
    letters: () => signs.replace(PUNCTUATION, ''),
    spanOf,
    written: (start, end) => {
      const span = spanOf(start, end);
      return source.slice(span.start, span.end).replace(/\s+/g, ' ');
    },
  };
}

/** Signs that change no meaning: those of comparison and arithmetic, and those between digits, do. */
const PUNCTUATION = /[\s;!?'"`*()[\]{}。、…“”《》【】「」『』]+|[.,:](?!\d)/g;

function withoutQuotes(source: string, { start, end }: Span): Span {
  let quotes = 0;
  while (quotes < 3 && isQuote(source.charCodeAt(start + quotes))) quotes++;
  if (quotes === 2) return { start: end, end }; // ""
  let last = end;
  while (last > end - quotes && last > start + quotes && isQuote(source.charCodeAt(last - 1))) last--;
  return { start: start + quotes, end: last };
}

const LINE_FEED = 10;
const BLANK = 32;

/** Signs and, where somebody wants to know it, the offset of each in the source. */
interface Signs {
  signs: string;
  /** The code of the last sign: to ask the growing string for it would copy the string each time. */
  last: number;
  readonly at: number[] | undefined;
}

function put(out: Signs, sign: string, at: number): void {
  out.signs += sign;
  out.last = sign.charCodeAt(0);
  out.at?.push(at);
}

/** Many at a time that need no more than lower case. */
function putPlain(out: Signs, source: string, start: number, end: number): void {
  out.signs += source.slice(start, end).toLowerCase();
  out.last = source.charCodeAt(end - 1);
  for (let at = start; out.at && at < end; at++) out.at.push(at);
}

/** A sign, a number or hashes before an entry of a list or a heading; `3.5` is none. */
const LIST_MARK =
  /(?:[-*+](?=[ \t])|[•●○▪]|\d{1,3}(?:[.)](?!\d)|[、）])|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、|#{1,6}(?=[ \t])|>)[ \t\u3000]*/y;

function normalize(source: string, { start, end }: Span, places?: number[]): Signs {
  const out: Signs = { signs: '', last: LINE_FEED, at: places };
  let fenced = false;
  for (let line = start; line < end;) {
    let lineEnd = line;
    while (lineEnd < end && !isLineBreak(source.charCodeAt(lineEnd))) lineEnd++;
    let first = line;
    while (first < lineEnd && isBlank(source.charCodeAt(first))) first++;
    const fence = source.startsWith('```', first) || source.startsWith('~~~', first);
    if (fence) fenced = !fenced;
    if (fence || fenced || first === lineEnd) breakLine(out, first);
    else readLine(source, first, lineEnd, out);
    line = nextLine(source, lineEnd);
  }
  return out;
}

function readLine(source: string, start: number, end: number, out: Signs): void {
  LIST_MARK.lastIndex = start;
  const marked = LIST_MARK.test(source) && LIST_MARK.lastIndex <= end;
  if (marked) breakLine(out, start);
  else separate(out, start, source.charCodeAt(start));
  for (let at = marked ? LIST_MARK.lastIndex : start; at < end; at++) {
    PLAIN.lastIndex = at;
    if (PLAIN.test(source)) {
      let behind = Math.min(PLAIN.lastIndex, end);
      if (source.charCodeAt(behind - 1) === BLANK) behind--; // the line's end, where it counts for nothing
      putPlain(out, source, at, behind);
      at = behind;
      if (at === end) return;
    }
    const code = source.charCodeAt(at);
    if (isBlank(code)) {
      while (at + 1 < end && isBlank(source.charCodeAt(at + 1))) at++;
      if (at + 1 < end) separate(out, at, source.charCodeAt(at + 1));
    } else if (!isEscape(source, at)) {
      put(out, normalized(source[at]!, code), at);
    }
  }
}

/**
 * Signs that stay as they are but for capitals, with single blanks between English words: nearly all of most lines. An expression
 * finds them at full speed in the first text of all, when a loop would still be interpreted.
 */
const PLAIN = /(?:[!-)+-[\]-~\u3400-\u9fff]|(?<=[!-)+-[\]-~]) (?=[!-~])){1,400}/y;

/** A backslash before a quote or another backslash, and the signs of bold type. */
const isEscape = (source: string, at: number): boolean =>
  (source[at] === '\\' && (source[at + 1] === '"' || source[at + 1] === '\\') && source[at - 1] !== '\\') ||
  (source[at] === '*' && (source[at + 1] === '*' || source[at - 1] === '*'));

function breakLine(out: Signs, at: number): void {
  if (out.last !== LINE_FEED) put(out, '\n', at);
}

/** A blank between words; none between Chinese signs, whose line may be broken anywhere. */
function separate(out: Signs, at: number, next: number): void {
  if (out.last === LINE_FEED || out.last === BLANK || (isChinese(out.last) && isChinese(next))) return;
  put(out, ' ', at);
}

/** Chinese signs, their punctuation and full-width forms. */
export const isChinese = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xffef);

function normalized(sign: string, code: number): string {
  if (code < 128) return code >= 65 && code <= 90 ? sign.toLowerCase() : sign;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0x2010 || code === 0x2011) return '-';
  const lower = sign.toLowerCase();
  return lower.length === 1 ? lower : sign;
}

const CLOSING: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  '“': '”',
  '「': '」',
  '『': '』',
  ']': ')',
};

/** An address, or what opens code, a quotation or the target of a link. */
const BLOTTED = /https?:\/\/[^\s"“”,、。)]*|[`"“「『]|\](?=\()/g;

/** Blots out code, quotations and addresses, sign by sign, so that offsets stay. */
function blotOut(text: string): string {
  const closers = new Map<string, number>();
  let out = '';
  let copied = 0;
  BLOTTED.lastIndex = 0;
  for (let found = BLOTTED.exec(text); found; found = BLOTTED.exec(text)) {
    const { index: at } = found;
    const end = text[at] === 'h' ? BLOTTED.lastIndex : endOfBlot(text, at, closers);
    BLOTTED.lastIndex = Math.max(end, at + 1);
    if (end <= at) continue;
    out += text.slice(copied, at) + BLOT.repeat(end - at);
    copied = end;
  }
  return copied === 0 ? text : out + text.slice(copied);
}

function endOfBlot(text: string, at: number, closers: Map<string, number>): number {
  const close = nextOf(CLOSING[text[at]!]!, text, at + 1, closers);
  return close < nextOf('\n', text, at + 1, closers) ? close + 1 : 0;
}

/** Where a sign stands next. Remembered, so that many openings without a closing do not each search to the end. */
function nextOf(sign: string, text: string, from: number, known: Map<string, number>): number {
  const before = known.get(sign);
  if (before !== undefined && before >= from) return before;
  const found = text.indexOf(sign, from);
  const next = found < 0 ? Infinity : found;
  known.set(sign, next);
  return next;
}

const LABELS =
  'rationale|notes?|nb|comments?|remarks?|examples?|background|justification|理由|原因|说明|备注|注|示例|例如|例|背景';

/** From a line such as "Rationale:" on, a text explains and demands nothing. */
const REMARK = new RegExp(`^_?(?:${LABELS}) ?:`, 'm');

/** "(Note: …)" */
const ASIDE = new RegExp(`\\((?:${LABELS}) ?:[^()\\n]*\\)`, 'g');

function withoutRemarks(text: string): string {
  const remark = REMARK.exec(text);
  const rest = remark ? text.slice(0, remark.index) : text;
  return rest.includes('(') ? rest.replace(ASIDE, (aside) => BLOT.repeat(aside.length)) : rest;
}
