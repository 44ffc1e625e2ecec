/**
 * Facts: what a segment says, read with the kind table. They depend on the segment's text and the table alone, so they are
 * read once and kept as long as both live.
 */
import type { Declaration, Field as FieldNode, Phrase, Word } from '../language/ast';
import type { Segment } from '../language/segment';
import type { Field, Kind, KindTable } from './table';
import { tongueOf } from './table';
import type { Reference, Value, ValueProblem } from './value';
import { readPhrase, referencesOf } from './values';
import type { Tongue } from './tongue';

/** One declaration, read. */
export interface ItemFacts {
  readonly declaration: Declaration;
  /** Undefined when the table does not know the kind. */
  readonly kind: Kind | undefined;
  readonly id: string | undefined;
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
  /** The value that holds the reference, such as a dependency with its lag. */
  readonly value: Value;
}

export interface SegmentFacts {
  readonly segment: Segment;
  /** In the order of the text: an item stands behind the item that holds it. */
  readonly items: readonly ItemFacts[];
}

const cache = new WeakMap<KindTable, WeakMap<Segment, SegmentFacts>>();

/** The facts of a segment; the same object as long as segment and table are the same. */
export function factsOf(segment: Segment, table: KindTable): SegmentFacts {
  let bySegment = cache.get(table);
  if (!bySegment) cache.set(table, (bySegment = new WeakMap()));
  let facts = bySegment.get(segment);
  if (!facts) bySegment.set(segment, (facts = readFacts(segment, table)));
  return facts;
}

function readFacts(segment: Segment, table: KindTable): SegmentFacts {
  const items: ItemFacts[] = [];
  const visit = (declaration: Declaration, parent: number): void => {
    const index = items.length;
    items.push(readItem(declaration, parent, table));
    for (const child of declaration.block?.declarations ?? []) visit(child, index);
  };
  for (const declaration of segment.declarations) visit(declaration, -1);
  return { segment, items };
}

function readItem(declaration: Declaration, parent: number, table: KindTable): ItemFacts {
  const kind = table.kind(declaration.kind.text);
  const fields = (declaration.block?.fields ?? []).map((node) => readField(node, kind?.field(node.name.text)));
  return {
    declaration,
    kind,
    id: declaration.id?.text,
    title: declaration.title?.text ?? '',
    parent,
    fields,
    references: fields.flatMap(referencesIn),
    tongue: kind ? tongueOf(kind.names, declaration.kind.text) : 'en',
  };
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

function referencesIn({ field, values }: FieldFacts): ReferenceFacts[] {
  if (!field) return [];
  return values.flatMap(({ value }) =>
    value ? referencesOf(value).map((reference) => ({ field, reference, value })) : [],
  );
}

/** The values of a field that could be read, by the field's canonical name. A field written twice counts as one. */
export function valuesOf(item: ItemFacts, key: string): readonly Value[] {
  return item.fields.flatMap(({ field, values }) =>
    field?.key === key ? values.flatMap(({ value }) => (value ? [value] : [])) : [],
  );
}

/** The first value of a field, or undefined. */
export const valueOf = (item: ItemFacts, key: string): Value | undefined => valuesOf(item, key)[0];

/** The key of an enum field's value, such as `must`. */
export function enumOf(item: ItemFacts, key: string): string | undefined {
  const value = valueOf(item, key);
  return value?.type === 'enum' ? value.key : undefined;
}

/** The word at which a finding about an item as a whole is shown: its id, or else its kind. */
export const headWord = ({ declaration }: Pick<ItemFacts, 'declaration'>): Word => declaration.id ?? declaration.kind;

/** A kind and perhaps an id, without title and block: a declaration that is still being typed, which has its syntax finding. */
export const isBare = ({ declaration: { title, block } }: Pick<ItemFacts, 'declaration'>): boolean => !title && !block;
