import type { Timeline, TimelinePatch } from '../../../server/src/ide/timeline/types';

/** The timeline after a patch; undefined if the patch belongs to another revision. What did not change is shared. */
export function applyPatch(before: Timeline, patch: TimelinePatch): Timeline | undefined {
  if (patch.base !== before.revision) return undefined;
  const { statusDate, ...changes } = patch.changes;
  const after: { -readonly [K in keyof Timeline]: Timeline[K] } = {
    ...before,
    ...changes,
    revision: patch.revision,
    bars: patchedBars(before.bars, patch),
  };
  if (statusDate === null) delete after.statusDate;
  else if (statusDate !== undefined) after.statusDate = statusDate;
  return after;
}

function patchedBars(before: Timeline['bars'], { splice, bars }: TimelinePatch): Timeline['bars'] {
  if (!splice && bars.length === 0) return before;
  const after = [...before];
  // Spreading many arguments overflows the stack, so a long insertion is put together by concatenation.
  const spliced = splice
    ? [...after.slice(0, splice.at), ...splice.bars, ...after.slice(splice.at + splice.removed)]
    : after;
  for (const [index, bar] of bars) spliced[index] = bar;
  return spliced;
}
