/**
 * Finds the phrases of a word list in a text, in one pass. Chinese needs no word segmentation: at each place the longest
 * phrase counts, and a longer harmless one (及时通讯) keeps the shorter one inside it (及时) from being found.
 */

/** A phrase that was found, as offsets in the text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly meaning: T;
}

/** Finds phrases from left to right, none overlapping another. */
export type PhraseFinder<T> = (text: string) => readonly Hit<T>[];

/** Words that mean the same, and harmless ones that contain them. */
export interface WordList<T> {
  readonly meaning: T;
  /**
   * Lower-case phrases, separated by bars. One that ends in `$` counts at the end of a clause only: before punctuation, a line
   * break or the text's end.
   */
  readonly words: string;
}

/** A phrase as it is looked for; a harmless one has no meaning. */
interface Phrase<T> {
  readonly words: string;
  readonly atClauseEnd: boolean;
  readonly meaning: T | undefined;
}

/** Compiles word lists when the first text is searched; what `harmless` lists is skipped. */
export function phraseFinder<T>(lists: readonly WordList<T>[], harmless = ''): PhraseFinder<T> {
  let beginnings: Beginnings<T> | undefined;
  return (text) => find((beginnings ??= beginningsOf(lists, harmless)), text);
}

function beginningsOf<T>(lists: readonly WordList<T>[], harmless: string): Beginnings<T> {
  const meanings = new Map<string, T | undefined>();
  for (const { meaning, words } of lists) for (const phrase of phrasesOf(words)) meanings.set(phrase, meaning);
  for (const phrase of phrasesOf(harmless)) meanings.set(phrase, undefined);
  return new Beginnings([...meanings].map(([phrase, meaning]) => phraseOf(phrase, meaning)));
}

function phraseOf<T>(written: string, meaning: T | undefined): Phrase<T> {
  const atClauseEnd = written.endsWith('$');
  return { words: atClauseEnd ? written.slice(0, -1) : written, atClauseEnd, meaning };
}

/** The phrases of a list. */
const phrasesOf = (words: string): readonly string[] =>
  words
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** Phrases by the last bits of their first two signs, which rules out most places of a text before anything is compared. */
class Beginnings<T> {
  readonly #known = new Array<Phrase<T>[] | undefined>(1 << (2 * BITS));

  constructor(phrases: readonly Phrase<T>[]) {
    // The longest counts; of two that are as long, the one that says more about where it stands.
    for (const phrase of phrases.toSorted(
      (a, b) => b.words.length - a.words.length || Number(b.atClauseEnd) - Number(a.atClauseEnd),
    )) {
      const first = keyOf(phrase.words, 0);
      if (phrase.words.length > 1) (this.#known[first] ??= []).push(phrase);
      else for (let key = first & ~MASK; key <= (first | MASK); key++) (this.#known[key] ??= []).push(phrase);
    }
  }

  /** Phrases that may begin at a place, the one that counts before the others first. */
  at(text: string, at: number): readonly Phrase<T>[] | undefined {
    return this.#known[keyOf(text, at)];
  }
}

const BITS = 6;
const MASK = (1 << BITS) - 1;

const keyOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) & MASK) << BITS) | (text.charCodeAt(at + 1) & MASK);

function find<T>(beginnings: Beginnings<T>, text: string): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = 0; at < text.length;) {
    const candidates = beginnings.at(text, at);
    const phrase = candidates && startsWord(text, at) ? longestAt(candidates, text, at) : undefined;
    if (!phrase) {
      at = behindWord(text, at);
      continue;
    }
    const end = at + phrase.words.length;
    if (phrase.meaning !== undefined) hits.push({ start: at, end, meaning: phrase.meaning });
    at = end;
  }
  return hits;
}

function longestAt<T>(candidates: readonly Phrase<T>[], text: string, at: number): Phrase<T> | undefined {
  for (const phrase of candidates) if (standsAt(phrase, text, at)) return phrase;
  return undefined;
}

function standsAt({ words, atClauseEnd }: Phrase<unknown>, text: string, at: number): boolean {
  const end = at + words.length;
  return text.startsWith(words, at) && endsWord(text, end) && (!atClauseEnd || endsClause(text, end));
}

/** Letters of alphabets, digits and `_`; Chinese signs are words of their own. */
export const isWordSign = (code: number): boolean =>
  code < 128
    ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95
    : code >= 0xc0 && code < 0x2000;

/** `-` and `.` join words to one: `fast-track`, `quick.ts`. */
const isJoint = (code: number): boolean => code === 0x2d || code === 0x2e;

/** The next place where a phrase may start: within a word there is none. */
function behindWord(text: string, at: number): number {
  let end = at + 1;
  if (isWordSign(text.charCodeAt(at))) while (isWordSign(text.charCodeAt(end))) end++;
  return end;
}

function startsWord(text: string, at: number): boolean {
  if (!isWordSign(text.charCodeAt(at))) return true;
  const before = text.charCodeAt(at - 1);
  return !isWordSign(before) && !(isJoint(before) && isWordSign(text.charCodeAt(at - 2)));
}

function endsWord(text: string, end: number): boolean {
  if (!isWordSign(text.charCodeAt(end - 1))) return true;
  const after = text.charCodeAt(end);
  return !isWordSign(after) && !(isJoint(after) && isWordSign(text.charCodeAt(end + 1)));
}

const CLAUSE_ENDS = new Set(Array.from(',.;:!?)]}。、…》】"\n', (sign) => sign.charCodeAt(0)));

function endsClause(text: string, end: number): boolean {
  const at = text[end] === ' ' ? end + 1 : end;
  return at >= text.length || CLAUSE_ENDS.has(text.charCodeAt(at));
}
