/**
 * Coverage: does everything that was asked for have what it needs, and has all of that held so far? As OpenFastTrace has it,
 * an item is covered *shallowly* when its own links are complete, and *deeply* when everything below it is covered too,
 * down to evidence that passed. What keeps an item from being covered is found from the gaps upward, breadth first, so that
 * each item knows the nearest gap, its weakest link, and circles end.
 */
import { findGaps, gapsOf } from './findGaps';
import { ANY_GAP, SHALLOW, STRUCTURE, VERIFICATION, type Gap, type GapFamily } from './gaps';
import type { ItemIndex } from './item';
import type { Model } from './model';
import { isSame } from './grouping';
import { perModel } from './perModel';
import { type Shape } from './shape';
import { aboveIn, belowIn, findThreads, readSays, type Neighbours, type Threads, type ThreadSays } from './threads';
import { SAYS } from './threadFacts';
import { THREAD_PARTS, type ThreadPart } from './threadRules';

export type { Gap, GapFamily, GapKind } from './gaps';
export type { ThreadPart } from './threadRules';

/** Which gaps count: all of them, those of one family, or those that keep something from being verified. */
export type GapFilter = 'any' | GapFamily | 'verification';

export interface Coverage {
  /** The part that an item plays in the threads of traceability; undefined when it plays none. */
  readonly partOf: (item: ItemIndex) => ThreadPart | undefined;
  /** False for what plays no part, will not be done or is out of scope, and for what hangs on such items alone. */
  readonly isNeeded: (item: ItemIndex) => boolean;
  /** Are the item's own links complete? Only for items that are needed. */
  readonly isShallow: (item: ItemIndex) => boolean;
  /** Is the item covered, and everything below it? Only for items that are needed. */
  readonly isDeep: (item: ItemIndex) => boolean;
  /** What the item itself lacks, the weightiest first; nothing when it is not needed. */
  readonly gapsOf: (item: ItemIndex) => readonly Gap[];
  /** The item with such a gap that is nearest below; the item itself when it has one; -1 when there is none. */
  readonly nearest: (item: ItemIndex, filter?: GapFilter) => ItemIndex;
  /** The weakest links: such gaps of the item and of what stands below it, the nearest first, then by the order of the text. */
  readonly weakest: (item: ItemIndex, most?: number, filter?: GapFilter) => readonly Gap[];
  /** Items that have to hold before this one is covered, in the order of the text. */
  readonly below: (item: ItemIndex) => readonly ItemIndex[];
}

const BITS: Readonly<Record<GapFilter, number>> = {
  any: ANY_GAP,
  structure: STRUCTURE,
  progress: ANY_GAP & ~STRUCTURE,
  verification: VERIFICATION,
};

/** The coverage of a model; the same object for the same model. */
export const coverageOf = perModel((model): Coverage => {
  const { threads, gaps, nearestOf, down } = judged(model);
  const isNeeded = (item: ItemIndex): boolean => threads.needed[item] === 1;
  const below = (item: ItemIndex): readonly ItemIndex[] => childrenOf(down(), item);
  return {
    partOf: (item) => THREAD_PARTS[threads.part[item]! - 1],
    isNeeded,
    isShallow: (item) => isNeeded(item) && (gaps[item]! & SHALLOW) === 0,
    isDeep: (item) => isNeeded(item) && nearestOf('any')[item]! < 0,
    gapsOf: (item) => gapsOf(model, threads, item, gaps[item]!),
    nearest: (item, filter = 'any') => nearestOf(filter)[item]!,
    weakest: (item, most = Infinity, filter = 'any') => {
      if (nearestOf(filter)[item]! < 0) return [];
      const found: Gap[] = [];
      for (const each of downward(item, below)) {
        found.push(...gapsOf(model, threads, each, gaps[each]! & BITS[filter]));
        if (found.length >= most) break;
      }
      return found.slice(0, most);
    },
    below,
  };
});

/** What a coverage is read from: numbers only, which stay right as long as what they were found from stays. */
interface Judged {
  readonly says: ThreadSays;
  readonly twins: readonly ItemIndex[];
  readonly threads: Threads;
  readonly gaps: Int32Array;
  /** By item, the nearest gap that counts. */
  readonly nearestOf: (filter: GapFilter) => Int32Array;
  readonly down: () => Neighbours;
}

/** The last one of each shape. */
const lastOf = new WeakMap<Shape, Judged>();

/** The same object as long as shape, what items say and which of them share a name are the same. */
function judged(model: Model): Judged {
  const says = readSays(model);
  const twins = laterTwins(model);
  const known = lastOf.get(model.shape);
  if (known && isSame(known.says.says, says.says) && isSame(known.says.day, says.day) && isSame(known.twins, twins))
    return known;
  const fresh = judge(model, says, twins);
  // Whether a link holds for a certain revision hangs on the texts, too.
  if (!says.says.some((bits) => (bits & SAYS.PINS) !== 0)) lastOf.set(model.shape, fresh);
  return fresh;
}

function judge(model: Model, says: ThreadSays, twins: readonly ItemIndex[]): Judged {
  const threads = findThreads(model, says);
  const gaps = findGaps(model, threads, twins);
  const { shape } = model;
  let down: Neighbours | undefined;
  const nearest = new Map<GapFilter, Int32Array>();
  return {
    says,
    twins,
    threads,
    gaps,
    nearestOf: (filter) => {
      let found = nearest.get(filter);
      if (!found) nearest.set(filter, (found = spread(aboveIn(shape, threads), gaps, BITS[filter])));
      return found;
    },
    down: () => (down ??= belowIn(shape, threads)),
  };
}

/** Links to a name that several items have lead to the first of them; that the others get none is no second defect. */
function laterTwins({ duplicates }: Model): readonly ItemIndex[] {
  const twins: ItemIndex[] = [];
  for (const items of duplicates.values()) for (const { index } of items.slice(1)) twins.push(index);
  return twins;
}

/** For each item the nearest one at or below it that has one of the gaps, or -1; of several, the first of the text. */
function spread(up: Neighbours, gaps: Int32Array, bits: number): Int32Array {
  const nearest = new Int32Array(gaps.length).fill(-1);
  const queue = new Int32Array(gaps.length);
  let end = 0;
  for (let item = 0; item < gaps.length; item++)
    if ((gaps[item]! & bits) !== 0) {
      nearest[item] = item;
      queue[end++] = item;
    }
  for (let at = 0; at < end; at++) {
    const item = queue[at]!;
    up(item, (above) => {
      if (nearest[above]! >= 0) return;
      nearest[above] = nearest[item]!;
      queue[end++] = above;
    });
  }
  return nearest;
}

function childrenOf(down: Neighbours, item: ItemIndex): readonly ItemIndex[] {
  const children = new Set<ItemIndex>();
  down(item, (child) => children.add(child));
  return [...children].sort((a, b) => a - b);
}

/** The item and all below it, each once: nearer ones first, and equally near ones in the order of the text. */
function* downward(item: ItemIndex, below: Coverage['below']): Generator<ItemIndex> {
  const seen = new Set([item]);
  for (let layer: readonly ItemIndex[] = [item]; layer.length > 0;) {
    yield* layer;
    const next: ItemIndex[] = [];
    for (const each of layer)
      for (const child of below(each))
        if (!seen.has(child)) {
          seen.add(child);
          next.push(child);
        }
    layer = next.sort((a, b) => a - b);
  }
}
