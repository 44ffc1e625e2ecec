/** The difference between two timelines, so that a keystroke sends what it changed and not 10,000 bars. */
import type { Timeline, TimelineBar, TimelinePatch } from './types';

type Rest = Omit<Timeline, 'revision' | 'bars' | 'statusDate'>;

/** What turns `before` into `after`. */
export function patchOf(before: Timeline, after: Timeline): TimelinePatch {
  const { splice, changed } = barChanges(before.bars, after.bars);
  return {
    base: before.revision,
    revision: after.revision,
    changes: restChanges(before, after),
    ...(splice && { splice }),
    bars: changed,
  };
}

/** Keeps the keys that stay at both ends; what lies between is replaced. */
function barChanges(
  before: readonly TimelineBar[],
  after: readonly TimelineBar[],
): { splice: TimelinePatch['splice']; changed: TimelinePatch['bars'] } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head]!.key === after[head]!.key) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail)!.key === after.at(-1 - tail)!.key) tail++;
  const isSame = head === before.length && head === after.length;
  const moved = after.length - before.length;
  const changed: [number, TimelineBar][] = [];
  after.forEach((bar, index) => {
    const old = index < head ? before[index] : index >= after.length - tail ? before[index - moved] : undefined;
    if (old && !isEqual(old, bar)) changed.push([index, bar]);
  });
  return {
    splice: isSame
      ? undefined
      : { at: head, removed: before.length - head - tail, bars: after.slice(head, after.length - tail) },
    changed,
  };
}

function restChanges(before: Timeline, after: Timeline): TimelinePatch['changes'] {
  const names = Object.keys(after).filter(
    (name) => !['revision', 'bars', 'statusDate'].includes(name),
  ) as (keyof Rest)[];
  const changed = names.filter((name) => !isEqual(before[name], after[name]));
  return {
    ...Object.fromEntries(changed.map((name) => [name, after[name]])),
    ...(before.statusDate === after.statusDate ? {} : { statusDate: after.statusDate ?? null }),
  };
}

/** Deep equality of plain data. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, index) => isEqual(each, b[index]))
    );
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isEqual(left[key], right[key]));
}
