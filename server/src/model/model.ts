/**
 * The model of a project: all items of all its files, their names, and their links in both directions.
 *
 * It is built anew from the facts at each revision, for traceability is about incoming links, and a model that is patched
 * goes stale there. Items are numbered; everything else is arrays over those numbers.
 */
import type { SourceDocument } from '../language/document';
import type { Span } from '../language/ast';
import { factsOf, type ItemFacts, type ReferenceFacts } from '../kinds/facts';
import type { Field, KindTable } from '../kinds/table';
import type { ConfigFile } from './configFile';

export interface SourceFile {
  /** "file:///plan/needs.delivery" */
  readonly uri: string;
  readonly document: SourceDocument;
}

/** Number of an item in `Model.items`. */
export type ItemIndex = number;

export interface Item extends ItemFacts {
  readonly index: ItemIndex;
  /** Index in `Model.files`. */
  readonly file: number;
  /** Index in the file's segments; all spans of the item are relative to that segment. */
  readonly segment: number;
  /** The item that this one stands in, or -1. Unlike in the facts, a number in `Model.items`. */
  readonly parent: ItemIndex;
}

/** A reference, or what standing inside another item implies. */
export interface Link {
  readonly from: ItemIndex;
  /** The item referred to, or -1 when no item has that name. */
  readonly to: ItemIndex;
  readonly field: Field;
  /** Undefined when the link is implied by nesting. */
  readonly reference: ReferenceFacts | undefined;
}

export interface Model {
  readonly table: KindTable;
  readonly files: readonly SourceFile[];
  /** The project's configuration, if it has one. */
  readonly config: ConfigFile | undefined;
  /** By file, then in the order of the text: an item stands behind the item that holds it. */
  readonly items: readonly Item[];
  /** Items of one segment of one file. */
  readonly itemsIn: (file: number, segment: number) => readonly Item[];
  /** The item of a name; the first one, when several have it. */
  readonly byId: (id: string) => Item | undefined;
  /** Items by name, for names that more than one item has. */
  readonly duplicates: ReadonlyMap<string, readonly Item[]>;
  /** All links, by the item they come from. */
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

/** Builds the model of a project's files, in the order given. */
export function buildModel(files: readonly SourceFile[], table: KindTable, config?: ConfigFile): Model {
  const { items, starts } = collectItems(files, table);
  const { first, duplicates } = nameItems(items);
  const links = collectLinks(items, first);
  const outgoing = group(links, items.length, ({ from }) => from);
  const incoming = group(links, items.length, ({ to }) => to);
  const children = group(items, items.length, ({ parent }) => parent);
  return {
    table,
    files,
    config,
    items,
    itemsIn: (file, segment) => items.slice(starts[file]![segment], starts[file]![segment + 1]),
    byId: (id) => first.get(id),
    duplicates,
    links,
    outgoing,
    incoming,
    children,
  };
}

/** Where a span of an item stands. */
export const placeIn = ({ file, segment }: Pick<Item, 'file' | 'segment'>, { start, end }: Span): Place => ({
  file,
  segment,
  start,
  end,
});

/** All items, and for each file the number of the first item of each segment (one more entry for the end). */
function collectItems(files: readonly SourceFile[], table: KindTable): { items: Item[]; starts: number[][] } {
  const items: Item[] = [];
  const starts = files.map(({ document }, file) => {
    const firsts = document.segments.map((segment, number) => {
      const base = items.length;
      for (const facts of factsOf(segment, table).items) {
        const parent = facts.parent < 0 ? -1 : base + facts.parent;
        items.push({ ...facts, index: items.length, file, segment: number, parent });
      }
      return base;
    });
    return [...firsts, items.length];
  });
  return { items, starts };
}

function nameItems(items: readonly Item[]): { first: Map<string, Item>; duplicates: Map<string, Item[]> } {
  const first = new Map<string, Item>();
  const duplicates = new Map<string, Item[]>();
  for (const item of items) {
    if (item.id === undefined) continue;
    const other = first.get(item.id);
    if (!other) first.set(item.id, item);
    else if (!duplicates.get(item.id)?.push(item)) duplicates.set(item.id, [other, item]);
  }
  return { first, duplicates };
}

function collectLinks(items: readonly Item[], names: ReadonlyMap<string, Item>): Link[] {
  const links: Link[] = [];
  for (const item of items) {
    const implied = impliedLink(item, holderOf(item, items));
    if (implied) links.push(implied);
    for (const reference of item.references) {
      const to = names.get(reference.reference.id)?.index ?? -1;
      links.push({ from: item.index, to, field: reference.field, reference });
    }
  }
  return links;
}

/** The link that standing inside another item implies: a criterion inside a requirement verifies it. */
function impliedLink(item: Item, parent: Item | undefined): Link | undefined {
  if (!parent || !item.kind) return undefined;
  const key = parent.kind?.contains?.get(item.kind.key);
  const field = key === undefined ? undefined : item.kind.field(key);
  return field && { from: item.index, to: parent.index, field, reference: undefined };
}

/** The item that this one stands in. Kinds that may hold anything, such as sections, group things and mean nothing. */
function holderOf(item: Item, items: readonly Item[]): Item | undefined {
  let holder = items[item.parent];
  while (holder?.kind && holder.kind.contains === undefined) holder = items[holder.parent];
  return holder;
}

/** Groups entries by a number from 0 to `count` - 1 (entries of another number are left out), keeping their order. */
function group<T>(entries: readonly T[], count: number, keyOf: (entry: T) => number): (key: number) => readonly T[] {
  const starts = new Int32Array(count + 1);
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key >= 0) starts[key + 1]!++;
  }
  for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const grouped = new Array<T>(starts[count] ?? 0);
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key >= 0) grouped[next[key]!++] = entry;
  }
  return (key) => grouped.slice(starts[key], starts[key + 1]);
}
