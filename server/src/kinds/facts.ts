/**
 * Facts: what a segment says, read with the kind table. They depend on the segment's text and the table alone, so they are
 * read once and kept as long as both live.
 */
import type { Declaration, Field as FieldNode, Phrase, Word } from '../language/ast';
import type { Segment } from '../language/segment';
import { perObject } from '../language/perObject';
import type { Field, Kind, KindTable } from './table';
import { tongueOf } from './table';
import { idNumbersOf, NO_ID, type IdNumbers } from './idNumbers';
import type { Reference, Value, ValueOf, ValueProblem } from './value';
import { readPhrase, referencesOf } from './values';
import type { Tongue } from './tongue';

/** One declaration, read. */
export interface ItemFacts {
  readonly declaration: Declaration;
  /** Undefined when the table does not know the kind. */
  readonly kind: Kind | undefined;
  readonly id: string | undefined;
  /** Number that stands for the id, or `NO_ID`. */
  readonly idNumber: number;
  /** Empty when none is written. */
  readonly title: string;
  /** Index in `SegmentFacts.items` of the declaration that this one stands in, or -1. */
  readonly parent: number;
  readonly fields: readonly FieldFacts[];
  /** References that stand in the fields, in the order of the text. */
  readonly references: readonly ReferenceFacts[];
  /** In which tongue the kind is written. */
  readonly tongue: Tongue;
}

/** One field as written. A field of unknown name has no `field`, and no values. */
export interface FieldFacts {
  readonly node: FieldNode;
  readonly field: Field | undefined;
  readonly values: readonly ValueFacts[];
}

/** A phrase and what it means; exactly one of `value` and `problem` is there. */
export interface ValueFacts {
  readonly phrase: Phrase;
  readonly value: Value | undefined;
  readonly problem: ValueProblem | undefined;
}

export interface ReferenceFacts {
  readonly field: Field;
  readonly reference: Reference;
  /** Number that stands for the id referred to. */
  readonly idNumber: number;
  /** The value that holds the reference, such as a dependency with its lag. */
  readonly value: Value;
}

/** What an item leads to: a reference, or what standing inside another item implies. */
export interface LinkFacts {
  /** Index in `SegmentFacts.items` of the item that the link comes from. */
  readonly from: number;
  readonly field: Field;
  /** Undefined when the link is implied by nesting. */
  readonly reference: ReferenceFacts | undefined;
  /** Index in `SegmentFacts.items` of the item around that an implied link leads to, or -1. */
  readonly holder: number;
}

/** An `ignore` of an item. */
export interface SuppressionFacts {
  /** Index in `SegmentFacts.items`. */
  readonly item: number;
  readonly phrase: Phrase;
  readonly suppression: ValueOf<'suppression'>;
}

export interface SegmentFacts {
  readonly segment: Segment;
  /** In the order of the text: an item stands behind the item that holds it. */
  readonly items: readonly ItemFacts[];
  /** By the item they come from. */
  readonly links: readonly LinkFacts[];
  readonly suppressions: readonly SuppressionFacts[];
}

const segmentsOf = perObject<IdNumbers, WeakMap<Segment, SegmentFacts>>(() => new WeakMap());

/** The facts of a segment; the same object as long as segment and table are the same. */
export const factsOf = (segment: Segment, table: KindTable): SegmentFacts =>
  readFactsOnce(segment, table, idNumbersOf(table));

/** The same, with the numbers of the ids given. */
export function readFactsOnce(segment: Segment, table: KindTable, ids: IdNumbers): SegmentFacts {
  const known = segmentsOf(ids);
  let facts = known.get(segment);
  if (!facts) known.set(segment, (facts = readFacts(segment, table, ids)));
  return facts;
}

function readFacts(segment: Segment, table: KindTable, ids: IdNumbers): SegmentFacts {
  const items: ItemFacts[] = [];
  const visit = (declaration: Declaration, parent: number): void => {
    const index = items.length;
    items.push(readItem(declaration, parent, table, ids));
    for (const child of declaration.block?.declarations ?? []) visit(child, index);
  };
  for (const declaration of segment.declarations) visit(declaration, -1);
  return { segment, items, links: linksOf(items), suppressions: suppressionsOf(items) };
}

function readItem(declaration: Declaration, parent: number, table: KindTable, ids: IdNumbers): ItemFacts {
  const kind = table.kind(declaration.kind.text);
  const fields = (declaration.block?.fields ?? []).map((node) => readField(node, kind?.field(node.name.text)));
  const id = declaration.id?.text;
  return {
    declaration,
    kind,
    id,
    idNumber: id === undefined ? NO_ID : ids.numberOf(id),
    title: declaration.title?.text ?? '',
    parent,
    fields,
    references: referencesIn(fields, ids),
    tongue: kind ? tongueOf(kind.names, declaration.kind.text) : 'en',
  };
}

// Loops instead of `flatMap`, which costs much on short lists: these run for each declaration of a project that is opened.

function linksOf(items: readonly ItemFacts[]): readonly LinkFacts[] {
  const links: LinkFacts[] = [];
  for (let from = 0; from < items.length; from++) {
    const implied = impliedLink(items[from]!, from, items);
    if (implied) links.push(implied);
    for (const reference of items[from]!.references)
      links.push({ from, field: reference.field, reference, holder: -1 });
  }
  return links;
}

/** The link that standing inside another item implies: a criterion inside a requirement verifies it. */
function impliedLink({ kind, parent }: ItemFacts, from: number, items: readonly ItemFacts[]): LinkFacts | undefined {
  let holder = parent;
  // Kinds that may hold anything, such as sections, group things and mean nothing.
  while (items[holder]?.kind && items[holder]!.kind!.contains === undefined) holder = items[holder]!.parent;
  const key = kind && items[holder]?.kind?.contains?.get(kind.key);
  const field = key === undefined ? undefined : kind?.field(key);
  return field && { from, field, reference: undefined, holder };
}

function suppressionsOf(items: readonly ItemFacts[]): readonly SuppressionFacts[] {
  const suppressions: SuppressionFacts[] = [];
  for (let item = 0; item < items.length; item++)
    for (const { values } of items[item]!.fields)
      for (const { phrase, value } of values)
        if (value?.type === 'suppression') suppressions.push({ item, phrase, suppression: value });
  return suppressions;
}

function readField(node: FieldNode, field: Field | undefined): FieldFacts {
  return { node, field, values: field ? node.phrases.map((phrase) => readValue(phrase, field)) : [] };
}

function readValue(phrase: Phrase, field: Field): ValueFacts {
  const reading = readPhrase(phrase, field);
  return 'value' in reading
    ? { phrase, value: reading.value, problem: undefined }
    : { phrase, value: undefined, problem: reading.problem };
}

function referencesIn(fields: readonly FieldFacts[], ids: IdNumbers): readonly ReferenceFacts[] {
  const found: ReferenceFacts[] = [];
  for (const { field, values } of fields)
    for (const { value } of field ? values : [])
      if (value)
        for (const reference of referencesOf(value))
          found.push({ field: field!, reference, idNumber: ids.numberOf(reference.id), value });
  return found;
}

/** The values of a field that could be read, by the field's canonical name. A field written twice counts as one. */
export function valuesOf({ fields }: Pick<ItemFacts, 'fields'>, key: string): readonly Value[] {
  const found: Value[] = [];
  for (const { field, values } of fields)
    if (field?.key === key) for (const { value } of values) if (value) found.push(value);
  return found;
}

/** The first value of a field, or undefined. */
export function valueOf({ fields }: Pick<ItemFacts, 'fields'>, key: string): Value | undefined {
  for (const { field, values } of fields)
    if (field?.key === key) for (const { value } of values) if (value) return value;
  return undefined;
}

/** A field as written, by its canonical name. */
export const fieldOf = ({ fields }: Pick<ItemFacts, 'fields'>, key: string): FieldFacts | undefined =>
  fields.find(({ field }) => field?.key === key);

/** The key of an enum field's value, such as `must`. */
export function enumOf(item: Pick<ItemFacts, 'fields'>, key: string): string | undefined {
  const value = valueOf(item, key);
  return value?.type === 'enum' ? value.key : undefined;
}

/** The word at which a finding about an item as a whole is shown: its id, or else its kind. */
export const headWord = ({ declaration }: Pick<ItemFacts, 'declaration'>): Word => declaration.id ?? declaration.kind;

/** A kind and perhaps an id, without title and block: a declaration that is still being typed, which has its syntax finding. */
export const isBare = ({ declaration: { title, block } }: Pick<ItemFacts, 'declaration'>): boolean => !title && !block;
