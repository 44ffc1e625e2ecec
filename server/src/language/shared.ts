import { flat } from './flat';

/** Names of kinds and fields stand everywhere; each is kept once instead of once per place. */
const words = new Map<string, string>();

/** More than any table has names; misspelt ones are kept, too, but not without end. */
const MOST_WORDS = 4096;

/** The same text, and the same string for each of its first callers. */
export function shared(text: string): string {
  const known = words.get(text);
  if (known !== undefined) return known;
  // What is kept outlives the file that it comes from, so it must not be a slice of that.
  if (words.size < MOST_WORDS) words.set(flat(text), flat(text));
  return text;
}
