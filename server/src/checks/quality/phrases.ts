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

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  /** The meaning of the phrase that ends here, wherever it stands and at the end of a clause. */
  anywhere: Entry<T> | undefined;
  atClauseEnd: Entry<T> | undefined;
}

/** Harmless phrases have no meaning. */
interface Entry<T> {
  readonly meaning: T | undefined;
}

/** Compiles word lists; what `harmless` lists is skipped. */
export function phraseFinder<T>(lists: readonly WordList<T>[], harmless = ''): PhraseFinder<T> {
  const root = newNode<T>();
  const beginnings = new Beginnings();
  const add = (phrase: string, entry: Entry<T>): void => {
    addTo(root, phrase, entry);
    beginnings.add(phrase);
  };
  for (const { meaning, words } of lists) for (const phrase of phrasesOf(words)) add(phrase, { meaning });
  for (const phrase of phrasesOf(harmless)) add(phrase, { meaning: undefined });
  return (text) => find(root, beginnings, text);
}

/** The phrases of a list. */
export const phrasesOf = (words: string): readonly string[] =>
  words
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

const newNode = <T>(): Node<T> => ({ next: new Map(), anywhere: undefined, atClauseEnd: undefined });

function addTo<T>(root: Node<T>, phrase: string, entry: Entry<T>): void {
  const ends = phrase.endsWith('$');
  let node = root;
  for (const sign of (ends ? phrase.slice(0, -1) : phrase).split('')) {
    const code = sign.charCodeAt(0);
    let next = node.next.get(code);
    if (!next) node.next.set(code, (next = newNode()));
    node = next;
  }
  if (ends) node.atClauseEnd = entry;
  else node.anywhere = entry;
}

/** The first two signs of phrases, by their last bits: rules most places of a text out before anything is looked up. */
class Beginnings {
  readonly #known = new Uint8Array(1 << (2 * BITS));

  add(phrase: string): void {
    const first = (phrase.charCodeAt(0) & MASK) << BITS;
    if (phrase.length < 2 || phrase[1] === '$') this.#known.fill(1, first, first + MASK + 1);
    else this.#known[first | (phrase.charCodeAt(1) & MASK)] = 1;
  }

  mayBeAt(text: string, at: number): boolean {
    return this.#known[((text.charCodeAt(at) & MASK) << BITS) | (text.charCodeAt(at + 1) & MASK)] === 1;
  }
}

const BITS = 6;
const MASK = (1 << BITS) - 1;

function find<T>(root: Node<T>, beginnings: Beginnings, text: string): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = 0; at < text.length;) {
    const longest = beginnings.mayBeAt(text, at) && startsWord(text, at) ? longestAt(root, text, at) : undefined;
    if (longest?.meaning !== undefined) hits.push({ start: at, end: longest.end, meaning: longest.meaning });
    at = longest?.end ?? behindWord(text, at);
  }
  return hits;
}

/** No phrase is longer than a few words, so this takes bounded time. */
function longestAt<T>(root: Node<T>, text: string, start: number): (Entry<T> & { end: number }) | undefined {
  let longest: (Entry<T> & { end: number }) | undefined;
  let node = root.next.get(text.charCodeAt(start));
  for (let end = start + 1; node; end++) {
    const entry = (endsClause(text, end) ? node.atClauseEnd : undefined) ?? node.anywhere;
    if (entry && endsWord(text, end)) longest = { end, ...entry };
    node = node.next.get(text.charCodeAt(end));
  }
  return longest;
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
