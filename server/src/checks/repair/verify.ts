/** What makes a repair one: afterwards its finding is gone, and nothing is worse. */
import type { Finding } from '../check';

/** What a finding says, wherever it stands. */
export const findingKey = ({ code, id, message }: Finding): string => JSON.stringify([code, id, message.en]);

const tally = (findings: readonly Finding[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(findingKey(finding), (counts.get(findingKey(finding)) ?? 0) + 1);
  return counts;
};

const errorsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

/**
 * Did changes of the text mend these findings, without more errors than before? Mending one may uncover another that it hid, as
 * a kind whose name was wrong.
 */
export function areMended(mended: readonly Finding[], before: readonly Finding[], after: readonly Finding[]): boolean {
  const counts = { mended: tally(mended), before: tally(before), after: tally(after) };
  const areGone = [...counts.mended].every(
    ([key, count]) => (counts.after.get(key) ?? 0) <= (counts.before.get(key) ?? 0) - count,
  );
  return areGone && errorsIn(after) <= errorsIn(before);
}

/** They say that a defect elsewhere affects an item, and come and go with it; that defect has a finding of its own. */
const FOLLOWING: ReadonlySet<string> = new Set(['trace/uncovered']);

/** Findings by code and item of which there are more than before. Their words may have changed: a date moves with the plan. */
export function addedTo(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, number>();
  for (const finding of before) known.set(defectKey(finding), (known.get(defectKey(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = known.get(defectKey(finding)) ?? 0;
    known.set(defectKey(finding), left - 1);
    return left <= 0 && !FOLLOWING.has(finding.code);
  });
}

const defectKey = ({ code, id }: Finding): string => JSON.stringify([code, id]);
