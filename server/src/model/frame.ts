/**
 * The frame of a model: all of its shape but where links lead. Names are typed more often than the frame changes; then the
 * next model has the same object.
 */
import type { KindTable } from '../kinds/table';
import { perObject } from '../language/perObject';
import type { ItemIndex } from './item';
import { groupByValue, type Grouping } from './grouping';
import { rolesOf } from './roles';
import { joined, type PlacedRun } from './runs';

export interface Frame {
  readonly table: KindTable;
  /** By item, the number of its kind, or -1 when the table does not know it. */
  readonly kinds: Int32Array;
  /** By item, the one that it stands in, or -1. */
  readonly parents: Int32Array;
  /** By link, the item that it comes from; in their order. */
  readonly from: Int32Array;
  /** By link, the number of its field. */
  readonly field: Int32Array;
}

/** The frame of the runs of a model; a known one, if it is the same. */
export function frameOf(
  runs: readonly PlacedRun[],
  itemCount: number,
  table: KindTable,
  known: Iterable<Frame>,
): Frame {
  const linkCount = runs.reduce((sum, { facts }) => sum + facts.links.length, 0);
  for (const each of known) if (isFrameOf(each, runs, itemCount, linkCount)) return each;
  const parents = new Int32Array(itemCount);
  const [from, field] = [new Int32Array(linkCount), new Int32Array(linkCount)];
  let next = 0;
  for (const { facts, firstItem } of runs) {
    facts.parent.forEach((parent, item) => {
      parents[firstItem + item] = placed(parent, firstItem);
    });
    field.set(facts.field, next);
    facts.from.forEach((item) => {
      from[next++] = firstItem + item;
    });
  }
  return { table, kinds: joined(runs, itemCount, ({ kind }) => kind), parents, from, field };
}

/** Nothing is put together for it: arrays of this size wear out the garbage collector. */
function isFrameOf(
  { kinds, parents, from, field }: Frame,
  runs: readonly PlacedRun[],
  itemCount: number,
  linkCount: number,
): boolean {
  if (kinds.length !== itemCount || from.length !== linkCount) return false;
  let next = 0;
  for (const { facts, firstItem } of runs) {
    for (let at = 0, item = firstItem; at < facts.kind.length; at++, item++)
      if (kinds[item] !== facts.kind[at] || parents[item] !== placed(facts.parent[at]!, firstItem)) return false;
    for (let at = 0; at < facts.from.length; at++, next++)
      if (from[next] !== firstItem + facts.from[at]! || field[next] !== facts.field[at]) return false;
  }
  return true;
}

const placed = (item: ItemIndex, first: ItemIndex): ItemIndex => (item < 0 ? -1 : first + item);

/** A function of a frame, answered once. It cannot hang on anything else of a model. */
export const perFrame: <T extends object>(compute: (frame: Frame) => T) => (frame: Frame) => T = perObject;

/** The links by the item that they come from. */
export const linksBySource = perFrame(({ from, kinds }): Grouping => groupByValue(from, kinds.length));

/** The links by the number of their role. */
export const linksByRole = perFrame(({ field, table }): Grouping => {
  const { numbers, names } = rolesOf(table);
  return groupByValue(field, names.length, numbers);
});

/** By item, the roles of the links that come from it, as bits. */
export const rolesOfSources = perFrame((frame) => rolesAt(frame, frame.from));

/** By item, the roles of the links at it, as bits; `items` says by link at which. */
export function rolesAt({ field, kinds, table }: Frame, items: Int32Array): Int32Array {
  const { numbers } = rolesOf(table);
  const bits = new Int32Array(kinds.length);
  for (let link = 0; link < items.length; link++) {
    const role = numbers[field[link]!]!;
    if (role >= 0 && items[link]! >= 0) bits[items[link]!]! |= 1 << role;
  }
  return bits;
}
