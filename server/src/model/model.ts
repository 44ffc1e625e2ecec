/**
 * The model of a project: all items of all its files, their names, and their links in both directions.
 *
 * It is built anew from the facts at each revision, for traceability is about incoming links, and a model that is patched
 * goes stale there. Items and links are numbered; everything else is arrays over those numbers.
 */
import type { Span } from '../language/ast';
import type { LinkFacts } from '../kinds/facts';
import { factsOfRun } from '../kinds/factsRun';
import { idNumbersOf } from '../kinds/idNumbers';
import type { Field, KindTable } from '../kinds/table';
import type { ConfigFile } from './configFile';
import { ModelItem, type Item, type ItemIndex } from './item';
import { linkItems, type LinkTable } from './linkTable';
import { itemsOfSegment, joined, placeRuns, type PlacedRun, type SourceFile } from './runs';

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
  /** By item, the number of its kind, or -1 when the table does not know it. */
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
  readonly links: readonly Link[];
  readonly outgoing: (item: ItemIndex) => readonly Link[];
  readonly incoming: (item: ItemIndex) => readonly Link[];
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
  const linkTable = linkItems(runs, items.length, names.first, table);
  const linkAt = (link: number): Link => ({
    from: linkTable.from[link]!,
    to: linkTable.to[link]!,
    field: linkTable.facts[link]!.field,
    reference: linkTable.facts[link]!.reference,
  });
  let links: readonly Link[] | undefined;
  let childrenOf: ((item: ItemIndex) => readonly Item[]) | undefined;
  return {
    table,
    files,
    config,
    runs,
    items,
    kinds: joined(runs, items.length, ({ kind }) => kind),
    itemsIn: (file, segment) => itemsOfSegment(items, runs, file, segment),
    byId: (id) => items[names.first[ids.find(id)] ?? -1],
    indexOfId: (idNumber) => names.first[idNumber] ?? -1,
    duplicates: names.duplicates,
    linkTable,
    get links() {
      return (links ??= linkTable.facts.map((_, link) => linkAt(link)));
    },
    outgoing: (item) => Array.from(linkTable.outgoing(item), linkAt),
    incoming: (item) => Array.from(linkTable.incoming(item), linkAt),
    children: (item) => (childrenOf ??= groupChildren(items))(item),
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

function collectItems(runs: readonly PlacedRun[]): readonly Item[] {
  const last = runs.at(-1);
  const all = new Array<Item>(last ? last.firstItem + last.facts.items.length : 0);
  for (const { facts, file, firstSegment, firstItem } of runs) {
    const { items, segmentOf, parent } = facts;
    for (let item = 0; item < items.length; item++) {
      const around = parent[item]! < 0 ? -1 : firstItem + parent[item]!;
      const index = firstItem + item;
      all[index] = new ModelItem(items[item]!, index, file, firstSegment + segmentOf[item]!, around);
    }
  }
  return all;
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

function groupChildren(items: readonly Item[]): (item: ItemIndex) => readonly Item[] {
  const children = new Map<ItemIndex, Item[]>();
  for (const item of items)
    if (item.parent >= 0 && !children.get(item.parent)?.push(item)) children.set(item.parent, [item]);
  return (item) => children.get(item) ?? [];
}
