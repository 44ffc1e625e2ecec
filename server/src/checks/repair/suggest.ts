import type { CheckContext, Finding } from '../check';
import type { Repair } from './repair';

/** More would be a list that nobody reads. */
const MOST = 5;

/** Each is tried on the whole project, and that takes time. */
export const MOST_TRIALS = 20;

/** Those that mend the finding and add none, in their order; of several with one title the first. */
export function soundOnes(
  suggestions: readonly Repair[],
  finding: Finding,
  { isSound }: CheckContext,
): readonly Repair[] {
  const sound: Repair[] = [];
  for (const repair of suggestions.filter(({ edits }) => edits.length > 0).slice(0, MOST_TRIALS)) {
    if (sound.length === MOST) break;
    if (!sound.some(({ title }) => title.en === repair.title.en) && isSound?.(finding, repair)) sound.push(repair);
  }
  return sound;
}
