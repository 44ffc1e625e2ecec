/** Finds the word that was probably meant. */
import { distance } from 'fastest-levenshtein';

const LONGEST_WORD = 64;
const MOST_EDITS = 3;

/** The name that is nearest to what was written, in spelling or case, or undefined if none is near. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    const edits = editsTo(written, name);
    if (edits >= least) continue;
    best = name;
    least = edits;
  }
  return best;
}

/** The names that are near to what was written, the nearest first. */
export const nearestFew = (written: string, names: readonly string[], most = 3): readonly string[] =>
  names
    .map((name) => ({ name, edits: editsTo(written, name) }))
    .filter(({ edits }) => edits < Infinity)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ name }) => name);

/** How many signs differ, whatever their case; Infinity for a name that is not near. */
function editsTo(written: string, name: string): number {
  // The lengths save comparing a word with thousands of ids.
  if (written.length > LONGEST_WORD || Math.abs(name.length - written.length) > MOST_EDITS) return Infinity;
  const word = written.toLowerCase();
  const edits = distance(word, name.toLowerCase());
  return edits <= allowedEdits(Math.min(word.length, name.length), name) ? edits : Infinity;
}

/** Chinese words are short and each sign weighs much: one may differ. */
function allowedEdits(length: number, name: string): number {
  if (length < 2) return 0;
  return /^[\u3400-\u9fff]/.test(name) ? 1 : length < 3 ? 0 : Math.min(MOST_EDITS, Math.floor(length / 2));
}
