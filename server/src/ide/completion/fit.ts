/** How well entries fit what is typed, and which come first. */
import type { Completion } from './types';

/** 0 is best; undefined when an entry does not fit. `alias` holds further words by which it is found. */
export type Fit = (label: string, alias: string) => number | undefined;

/** Makes the question for what is typed: the label itself, its beginning, a word of the alias, a part of either, its signs in this order. */
export function fitOf(typed: string): Fit {
  const wanted = typed.toLowerCase();
  if (wanted === '') return () => 0;
  return (label, alias) => {
    const low = label.toLowerCase();
    if (low === wanted) return 0;
    if (low.startsWith(wanted)) return 1;
    const also = alias.toLowerCase();
    const at = also.indexOf(wanted);
    if (at >= 0 && beginsWord(also, wanted, at)) return 2;
    if (at >= 0 || low.includes(wanted)) return 3;
    return hasInOrder(low, wanted) || hasInOrder(also, wanted) ? 4 : undefined;
  };
}

function beginsWord(text: string, wanted: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf(wanted, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!) || HAN.test(text[at]!)) return true;
  return false;
}

/** Chinese writes no blanks between words: each of its signs may begin one. */
const HAN = /\p{Script=Han}/u;

function hasInOrder(text: string, signs: string): boolean {
  let at = 0;
  for (let next = 0; next < text.length && at < signs.length; next++) if (text[next] === signs[at]) at++;
  return at === signs.length;
}

/** Those that fit what is typed: what fits better comes before what ranks higher. */
export function ranked(entries: readonly Completion[], typed: string): readonly Completion[] {
  const fit = fitOf(typed);
  const fitting = entries.flatMap((entry) => {
    const tier = fit(entry.label, entry.alias);
    return tier === undefined ? [] : [{ entry, tier }];
  });
  fitting.sort((a, b) => a.tier - b.tier || a.entry.rank - b.entry.rank || compare(a.entry.label, b.entry.label));
  return shorterFirst(fitting.map(({ entry }) => entry));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Editors filter while one types and keep the order: an id has to stand before those that begin with it, `REQ-2` before `REQ-22`. */
function shorterFirst(entries: readonly Completion[]): readonly Completion[] {
  const ids = new Map(entries.filter(({ item }) => item).map((entry) => [entry.label, entry]));
  const placed = new Set<Completion>();
  for (const entry of entries) {
    for (let end = 1; entry.item && end < entry.label.length; end++) {
      const shorter = ids.get(entry.label.slice(0, end));
      if (shorter) placed.add(shorter);
    }
    placed.add(entry);
  }
  return [...placed];
}

/** Editors look at no more of it. */
const MOST_FILTERED = 128;

/**
 * The text by which an editor that filters finds the entry. Editors match the beginnings of words only, and to them a Chinese
 * sentence is one word: blanks between its signs let 登录 find 单点登录.
 */
export function filterTextOf({ label, alias }: Pick<Completion, 'label' | 'alias'>): string {
  const spaced = `${label} ${alias}`.replace(/(?<=[^\s])(?=\p{Script=Han})/gu, ' ');
  const text = spaced.startsWith(label) ? spaced : `${label} ${spaced}`;
  return text
    .trimEnd()
    .slice(0, MOST_FILTERED)
    .replace(/[\ud800-\udbff]$/, '');
}
