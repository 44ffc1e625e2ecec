/** Finds the word that was probably meant. */
import { distance } from 'fastest-levenshtein';

const LONGEST_WORD = 64;
const MOST_EDITS = 3;

/** The name that is nearest to what was written, in spelling or case, or undefined if none is near. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length > LONGEST_WORD) return undefined;
  const word = written.toLowerCase();
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    if (Math.abs(name.length - word.length) > MOST_EDITS) continue; // saves comparing a word with thousands of ids
    const edits = distance(word, name.toLowerCase());
    if (edits >= least || edits > allowedEdits(Math.min(word.length, name.length), name)) continue;
    best = name;
    least = edits;
  }
  return best;
}

/** Chinese words are short and each sign weighs much: one may differ. */
function allowedEdits(length: number, name: string): number {
  if (length < 2) return 0;
  return /^[\u3400-\u9fff]/.test(name) ? 1 : length < 3 ? 0 : Math.min(MOST_EDITS, Math.floor(length / 2));
}
