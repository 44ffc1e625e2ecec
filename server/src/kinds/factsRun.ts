/**
 * Facts of a run of segments, packed into arrays of numbers. A model puts the runs of all files one behind the other, which
 * takes far less time than walking through the facts of each item.
 */
import type { Segment } from '../language/segment';
import { perObject } from '../language/perObject';
import { readFactsOnce, type ItemFacts, type LinkFacts, type SegmentFacts } from './facts';
import type { IdNumbers } from './idNumbers';
import type { KindTable } from './table';

export interface FactsRun {
  readonly segments: readonly SegmentFacts[];
  /** Items of all segments. */
  readonly items: readonly ItemFacts[];
  /** By segment, the index in `items` of its first item. */
  readonly firstItem: Int32Array;
  /** By item, the index of its segment in `segments`. */
  readonly segmentOf: Int32Array;
  /** By item, the index in `items` of the one that it stands in, or -1. */
  readonly parent: Int32Array;
  /** By item, the number of its id, or `NO_ID`. */
  readonly idNumber: Int32Array;
  /** By item, the number of its kind, or -1 when the table does not know it. */
  readonly kind: Int32Array;
  /** Links of all segments, by the item they come from. */
  readonly links: readonly LinkFacts[];
  /** By link, the index in `items` of the item that it comes from. */
  readonly from: Int32Array;
  /** By link, the number of the id that it refers to; -1 - n when it is implied and leads to item n. */
  readonly to: Int32Array;
  /** By link, the number of its field. */
  readonly field: Int32Array;
}

const runsOf = perObject<IdNumbers, WeakMap<readonly Segment[], FactsRun>>(() => new WeakMap());

/** The packed facts of a run; the same object as long as run, table and numbers are the same. */
export function factsOfRun(run: readonly Segment[], table: KindTable, ids: IdNumbers): FactsRun {
  const known = runsOf(ids);
  let facts = known.get(run);
  if (!facts) known.set(run, (facts = pack(run.map((segment) => readFactsOnce(segment, table, ids)))));
  return facts;
}

function pack(segments: readonly SegmentFacts[]): FactsRun {
  const starts: number[] = [];
  const segmentOf: number[] = [];
  const parent: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const items: ItemFacts[] = [];
  const links: LinkFacts[] = [];
  segments.forEach((segment, index) => {
    const base = items.length;
    starts.push(base);
    for (const item of segment.items) {
      items.push(item);
      segmentOf.push(index);
      parent.push(item.parent < 0 ? -1 : base + item.parent);
    }
    for (const link of segment.links) {
      links.push(link);
      from.push(base + link.from);
      to.push(link.reference ? link.reference.idNumber : -1 - (base + link.holder));
    }
  });
  return {
    segments,
    items,
    firstItem: Int32Array.from(starts),
    segmentOf: Int32Array.from(segmentOf),
    parent: Int32Array.from(parent),
    idNumber: Int32Array.from(items, ({ idNumber }) => idNumber),
    kind: Int32Array.from(items, ({ kind }) => kind?.number ?? -1),
    links,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    field: Int32Array.from(links, ({ field }) => field.number),
  };
}
