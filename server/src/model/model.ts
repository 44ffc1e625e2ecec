/**
 * The model of a project: all items of all its files, their names, and their links in both directions.
 *
 * It is built anew from the facts at each revision, for traceability is about incoming links, and a model that is patched
 * goes stale there. Items and links are numbered; everything else is arrays over those numbers.
 */
import type { Span } from '../language/ast';
import { headWord, type LinkFacts } from '../kinds/facts';
import { factsOfRun, type FactsRun } from '../kinds/factsRun';
import { idNumbersOf } from '../kinds/idNumbers';
import type { Field, KindTable } from '../kinds/table';
import type { ConfigFile } from './configFile';
import { ModelItem, type Item, type ItemIndex } from './item';
import { perFrame } from './frame';
import { groupByValue } from './grouping';
import { type LinkTable } from './linkTable';
import { itemsOfSegment, placeRuns, type PlacedRun, type SourceFile } from './runs';
import { shapeOf, type Shape } from './shape';

export type { Item, ItemIndex } from './item';
export type { SourceFile } from './runs';

/** A reference, or what standing inside another item implies. */
export interface Link {
  readonly from: ItemIndex;
  /** The item referred to, or -1 when no item has that name. */
  readonly to: ItemIndex;
  readonly field: Field;
  /** Undefined when the link is implied by nesting. */
  readonly reference: LinkFacts['reference'];
}

export interface Model {
  readonly table: KindTable;
  readonly files: readonly SourceFile[];
  /** The project's configuration, if it has one. */
  readonly config: ConfigFile | undefined;
  /** The packed facts of all files, in the order of items and links. */
  readonly runs: readonly PlacedRun[];
  /** By file, then in the order of the text: an item stands behind the item that holds it. */
  readonly items: readonly Item[];
  /** The same object as in the last model as long as nothing of it changes. */
  readonly shape: Shape;
  /** By item, the number of its kind, or -1 when the table does not know it; those of the shape. */
  readonly kinds: Int32Array;
  /** Items of one segment of one file. */
  readonly itemsIn: (file: number, segment: number) => readonly Item[];
  /** The item of a name; the first one, when several have it. */
  readonly byId: (id: string) => Item | undefined;
  /** The index of that item by the number of the id, -1 when there is none. */
  readonly indexOfId: (idNumber: number) => ItemIndex;
  /** Items by name, for names that more than one item has. */
  readonly duplicates: ReadonlyMap<string, readonly Item[]>;
  /** All links as arrays: what looks at all of them reads these. */
  readonly linkTable: LinkTable;
  /** All links as objects, made when they are first asked for, by the item they come from. */
  readonly links: () => readonly Link[];
  readonly outgoing: (item: ItemIndex) => readonly Link[];
  readonly incoming: (item: ItemIndex) => readonly Link[];
  /** What has been asked of it, by question; see `perModel`. */
  readonly answers: Map<unknown, object>;
  /** Items that stand directly inside. */
  readonly children: (item: ItemIndex) => readonly Item[];
}

/** The number that stands for the configuration where other numbers stand for specs. */
export const CONFIG_FILE = -1;

/** A place in a file of the model. */
export interface Place extends Span {
  /** Index in `Model.files`, or `CONFIG_FILE`: then `segment` is 0 and the offsets count from the file's start. */
  readonly file: number;
  /** The offsets are relative to this segment of the file. */
  readonly segment: number;
}

/** Which segment of which file. */
export type SegmentPlace = Pick<Place, 'file' | 'segment'>;

/** Builds the model of a project's files, in the order given. */
export function buildModel(files: readonly SourceFile[], table: KindTable, config?: ConfigFile): Model {
  const ids = idNumbersOf(table, idsInUse.get(table));
  const runs = placeRuns(files, (run) => factsOfRun(run, table, ids));
  const items = collectItems(runs);
  const names = nameItems(items, runs, ids.size);
  idsInUse.set(table, names.count);
  const shape = shapeOf(runs, items.length, names.first, table);
  const linkTable: LinkTable = {
    ...shape.links,
    facts: ([] as LinkFacts[]).concat(...runs.map(({ facts }) => facts.links)),
  };
  const linkAt = (link: number): Link => ({
    from: linkTable.from[link]!,
    to: linkTable.to[link]!,
    field: linkTable.facts[link]!.field,
    reference: linkTable.facts[link]!.reference,
  });
  let links: readonly Link[] | undefined;
  return {
    table,
    files,
    config,
    runs,
    items,
    shape,
    kinds: shape.kinds,
    itemsIn: (file, segment) => itemsOfSegment(items, runs, file, segment),
    byId: (id) => items[names.first[ids.find(id)] ?? -1],
    indexOfId: (idNumber) => names.first[idNumber] ?? -1,
    duplicates: names.duplicates,
    linkTable,
    links: () => (links ??= linkTable.facts.map((_, link) => linkAt(link))),
    answers: new Map(),
    outgoing: (item) => Array.from(linkTable.outgoing(item), linkAt),
    incoming: (item) => Array.from(linkTable.incoming(item), linkAt),
    children: (item) => {
      const { starts, grouped } = childrenByParent(shape.frame);
      return Array.from(grouped.subarray(starts[item], starts[item + 1]), (child) => items[child]!);
    },
  };
}

/** How many ids the last model of a table had, so that numbers which nobody uses any more can be told. */
const idsInUse = new WeakMap<KindTable, number>();

/** Where a span of an item stands. */
export const placeIn = ({ file, segment }: SegmentPlace, { start, end }: Span): Place => ({
  file,
  segment,
  start,
  end,
});

/** Where the head of an item stands: its id, or else its kind. */
export const placeOfHead = (item: Item): Place => placeIn(item, headWord(item));

const collectItems = (runs: readonly PlacedRun[]): readonly Item[] => ([] as Item[]).concat(...runs.map(itemsOfRun));

/** The items of a run, and where it stood when they were made. */
interface PlacedItems extends Pick<PlacedRun, 'file' | 'firstSegment' | 'firstItem'> {
  readonly items: readonly Item[];
}

const itemsByRun = new WeakMap<FactsRun, PlacedItems>();

/** The same objects as long as the run and its place are the same. */
function itemsOfRun({ facts, file, firstSegment, firstItem }: PlacedRun): readonly Item[] {
  const known = itemsByRun.get(facts);
  if (known?.file === file && known.firstSegment === firstSegment && known.firstItem === firstItem) return known.items;
  const items = facts.items.map((item, at): Item => {
    const around = facts.parent[at]! < 0 ? -1 : firstItem + facts.parent[at]!;
    return new ModelItem(item, firstItem + at, file, firstSegment + facts.segmentOf[at]!, around);
  });
  itemsByRun.set(facts, { file, firstSegment, firstItem, items });
  return items;
}

interface ItemNames {
  /** By id number, the index of the first item of that id, or -1. */
  readonly first: Int32Array;
  readonly duplicates: ReadonlyMap<string, readonly Item[]>;
  /** Number of different ids. */
  readonly count: number;
}

function nameItems(items: readonly Item[], runs: readonly PlacedRun[], idCount: number): ItemNames {
  const first = new Int32Array(idCount).fill(-1);
  const duplicates = new Map<string, Item[]>();
  let count = 0;
  for (const { facts, firstItem } of runs)
    facts.idNumber.forEach((id, index) => {
      if (id < 0) return;
      const other = first[id]!;
      if (other < 0) {
        first[id] = firstItem + index;
        count++;
        return;
      }
      const item = items[firstItem + index]!;
      if (!duplicates.get(item.id!)?.push(item)) duplicates.set(item.id!, [items[other]!, item]);
    });
  return { first, duplicates, count };
}

const childrenByParent = perFrame(({ parents }) => groupByValue(parents, parents.length));
