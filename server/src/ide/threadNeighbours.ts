/** What an item is linked to along its threads, one step up or down. */
import type { Field, LinkRole } from '../kinds/table';
import { valuesOf } from '../kinds/facts';
import type { Text } from '../kinds/tongue';
import type { Item, ItemIndex, Model } from '../model/model';
import { JUDGES, PARTS, threadRulesOf } from '../model/threadRules';

export interface Neighbour {
  /** How it is linked, read from the item that was asked about: "verified by". */
  readonly reading: Text;
  /** Undefined for a document, and for an item that does not exist. */
  readonly item: Item | undefined;
  /** The id as written (empty if it has none), or the path or address of a document. */
  readonly written: string;
  readonly isDocument: boolean;
}

/** Links of these roles lead from what came later to what came before. */
const LATER_TO_EARLIER: ReadonlySet<LinkRole | undefined> = new Set([
  'origin',
  'refinement',
  'verification',
  'realization',
  'satisfaction',
  'delivery',
  'acceptance',
  'coverage',
]);

const PART_OF: Text = { en: 'part of', zh: '属于' };
const PART: Text = { en: 'has the part', zh: '包含' };

/** What came before the item: whom it serves and who asked for it, in the order of the thread. */
export function threadsUp(model: Model, item: ItemIndex): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  const { facts, outgoing, incoming, to } = model.linkTable;
  for (const link of outgoing(item))
    if (isUp(model, link))
      add(found, readingOf(facts[link]!.field), model.items[to[link]!], facts[link]!.reference?.reference.id);
  for (const link of incoming(item)) if (isDown(model, link)) addFrom(model, found, link);
  const holder = holderOf(model, item);
  if (holder) add(found, PART_OF, holder);
  return inOrder(model, found);
}

/** What came of the item: what is made of it, how it is verified, who works on it, when it is delivered and accepted. */
export function threadsDown(model: Model, item: ItemIndex): readonly Neighbour[] {
  const found = new Map<string, Neighbour>();
  const { facts, outgoing, incoming, to } = model.linkTable;
  for (const link of incoming(item)) if (isUp(model, link)) addFrom(model, found, link);
  for (const link of outgoing(item))
    if (isDown(model, link))
      add(found, readingOf(facts[link]!.field), model.items[to[link]!], facts[link]!.reference?.reference.id);
  for (const child of model.children(item)) if (holderOf(model, child.index)?.index === item) add(found, PART, child);
  addDocuments(model.items[item]!, found);
  return inOrder(model, found);
}

const readingOf = ({ link, names }: Field): Text => link?.reading ?? { en: names.en[0]!, zh: names.zh[0]! };
const inverseOf = ({ link, names }: Field): Text => link?.inverse ?? { en: names.en[0]!, zh: names.zh[0]! };

function addFrom(model: Model, found: Map<string, Neighbour>, link: number): void {
  const { from, facts } = model.linkTable;
  add(found, inverseOf(facts[link]!.field), model.items[from[link]!]);
}

/** Each neighbour once, by the first link that leads to it. */
function add(found: Map<string, Neighbour>, reading: Text, item: Item | undefined, written = item?.id ?? ''): void {
  const key = item ? String(item.index) : `?${written}`;
  if (!found.has(key)) found.set(key, { reading, item, written, isDocument: false });
}

/** Files and addresses that a criterion names as its evidence, or that hold a deliverable or a check. */
function addDocuments(item: Item, found: Map<string, Neighbour>): void {
  for (const key of ['evidence', 'file'])
    for (const value of valuesOf(item, key))
      if (value.type === 'path' || value.type === 'url') {
        const reading = readingOf(item.kind!.field(key)!);
        found.set(`"${value.text}`, { reading, item: undefined, written: value.text, isDocument: true });
      }
}

/** Does the link lead from what came later to what came before? */
function isUp(model: Model, link: number): boolean {
  const { role, field, to } = model.linkTable;
  if (threadRulesOf(model.table).judges[field[link]!] === JUDGES.TARGET) return true;
  // An improvement addresses feedback, which was there before …
  if (role(link) === 'follow-up') return !isMade(model, to[link]!);
  return LATER_TO_EARLIER.has(role(link));
}

/** Does the link lead from what came before to what came later? */
function isDown(model: Model, link: number): boolean {
  const { role, field, to } = model.linkTable;
  if (threadRulesOf(model.table).judges[field[link]!] === JUDGES.HOLDER) return true;
  // … and becomes a requirement, which comes after it.
  return role(link) === 'follow-up' && isMade(model, to[link]!);
}

const isMade = ({ items }: Model, item: ItemIndex): boolean => items[item]?.kind?.trace !== undefined;

/** For work, the work that it is part of. */
function holderOf({ items, table }: Model, item: ItemIndex): Item | undefined {
  const { part, groups } = threadRulesOf(table);
  const isWork = (each: Item | undefined): boolean => each?.kind !== undefined && part[each.kind.number] === PARTS.work;
  let around = items[items[item]!.parent];
  while (around?.kind && groups[around.kind.number] === 1) around = items[around.parent];
  return isWork(items[item]) && isWork(around) ? around : undefined;
}

/** By the part that they play, then in the order of the text; documents and what does not exist come last. */
function inOrder({ table }: Model, found: ReadonlyMap<string, Neighbour>): readonly Neighbour[] {
  const { part } = threadRulesOf(table);
  const rank = ({ item }: Neighbour): number =>
    item ? (item.kind && part[item.kind.number]) || Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || (a.item?.index ?? 0) - (b.item?.index ?? 0));
}
