/**
 * The kind table: what the language knows of kinds, fields and links, compiled for look-up by any of their names.
 * It comes from `schemas/kinds.json` and, per project, from `delivery.config.json`.
 */
import builtIn from '../../../schemas/kinds.json';
import type { Text, Tongue } from './tongue';
import { UnionSet } from './unionSet';

/** Names by tongue; the first of each is canonical, the others are aliases. */
export type Names = Readonly<Record<Tongue, readonly string[]>>;

/** The part that a link plays in traceability, see `schemas/kinds.schema.json`. */
export type LinkRole =
  | 'origin'
  | 'refinement'
  | 'verification'
  | 'realization'
  | 'satisfaction'
  | 'delivery'
  | 'acceptance'
  | 'coverage'
  | 'dependency'
  | 'sequence'
  | 'assignment'
  | 'threat'
  | 'mitigation'
  | 'change'
  | 'follow-up'
  | 'conflict'
  | 'exclusion';

/** The part that the items of a kind play in traceability. */
export type TracePart =
  | 'origin'
  | 'need'
  | 'requirement'
  | 'criterion'
  | 'work'
  | 'milestone'
  | 'deliverable'
  | 'evidence'
  | 'acceptance'
  | 'risk'
  | 'change';

export interface EnumValue {
  readonly key: string;
  readonly names: Names;
  readonly doc: Text;
}

export interface LinkReading {
  /** Read from the item that holds the reference: "comes from". */
  readonly reading: Text;
  /** Read from the item that is referred to: "gives rise to". */
  readonly inverse: Text;
  readonly role: LinkRole | undefined;
}

export interface Field {
  /** Counts the fields of all kinds of a table from 0. */
  readonly number: number;
  /** Canonical English name, and the name of the links that its references make. */
  readonly key: string;
  readonly names: Names;
  readonly doc: Text;
  /** A phrase must fit one of these value types, tried in this order. */
  readonly types: readonly string[];
  readonly required: boolean;
  readonly repeat: boolean;
  /** Kinds that references may lead to; undefined = any. */
  readonly targets: ReadonlySet<string> | undefined;
  readonly values: readonly EnumValue[];
  readonly example: string | undefined;
  readonly link: LinkReading | undefined;
}

export interface Kind {
  /** Index in `KindTable.kinds`. */
  readonly number: number;
  /** Canonical English name. */
  readonly key: string;
  readonly names: Names;
  readonly doc: Text;
  /** How new ids begin: "REQ-". */
  readonly prefix: string | undefined;
  readonly anonymous: boolean;
  readonly nestedOnly: boolean;
  /** May not stand inside others, whatever these hold. */
  readonly topLevelOnly: boolean;
  readonly trace: TracePart | undefined;
  /** Kinds that may stand inside, with the field that this implies on the inner item; undefined = anything may. */
  readonly contains: ReadonlyMap<string, string | undefined> | undefined;
  /** In the order of the table: the kind's own, then the common ones. */
  readonly fields: readonly Field[];
  /** Looks a field up by any of its names in any tongue. */
  readonly field: (name: string) => Field | undefined;
}

export interface KindTable {
  readonly kinds: readonly Kind[];
  /** Number of fields of all kinds together. */
  readonly fieldCount: number;
  /** Looks a kind up by any of its names in any tongue. */
  readonly kind: (name: string) => Kind | undefined;
}

/** The table as it stands in `schemas/kinds.json`. */
export interface KindTableSource {
  readonly fields: Readonly<Record<string, FieldSource>>;
  readonly kinds: Readonly<Record<string, KindSource>>;
  /** Kinds that may be referred to wherever another kind may, by the other kind's key. */
  readonly standIns?: ReadonlyMap<string, ReadonlySet<string>>;
}

type StandIns = NonNullable<KindTableSource['standIns']>;

/** A field as it stands in the table. */
export interface FieldSource {
  readonly names: Names;
  readonly doc: Text;
  readonly type: string | readonly string[];
  readonly required?: boolean;
  readonly repeat?: boolean;
  readonly targets?: readonly string[];
  readonly values?: Readonly<Record<string, { readonly names: Names; readonly doc: Text }>>;
  readonly example?: string;
  readonly link?: { readonly reading: Text; readonly inverse: Text; readonly role?: LinkRole };
}

/** A kind as it stands in the table. */
export interface KindSource {
  readonly names: Names;
  readonly doc: Text;
  readonly prefix?: string;
  readonly anonymous?: boolean;
  readonly nestedOnly?: boolean;
  readonly topLevelOnly?: boolean;
  readonly trace?: TracePart;
  readonly contains?: Readonly<Record<string, string | null>>;
  readonly fields: Readonly<Record<string, FieldSource>>;
}

/** Compiles a table. The source is trusted to match its JSON Schema. */
export function compileTable(source: KindTableSource): KindTable {
  let fieldCount = 0;
  const kinds = Object.entries(source.kinds).map(([key, kind], number) => {
    const compiled = compileKind(key, kind, source, number, fieldCount);
    fieldCount += compiled.fields.length;
    return compiled;
  });
  const byName = index(kinds);
  return { kinds, fieldCount, kind: (name) => byName.get(name) };
}

function compileKind(
  key: string,
  source: KindSource,
  { fields: common, standIns = new Map() }: KindTableSource,
  number: number,
  firstField: number,
): Kind {
  const fields = Object.entries({ ...common, ...source.fields })
    .map(([name, field], index) => compileField(name, field, standIns, firstField + index))
    .sort((a, b) => Number(Object.hasOwn(common, a.key)) - Number(Object.hasOwn(common, b.key)));
  const byName = index(fields);
  return {
    number,
    key,
    names: source.names,
    doc: source.doc,
    prefix: source.prefix,
    anonymous: source.anonymous ?? false,
    nestedOnly: source.nestedOnly ?? false,
    topLevelOnly: source.topLevelOnly ?? false,
    trace: source.trace,
    contains: compileContains(source.contains),
    fields,
    field: (name) => byName.get(name),
  };
}

function compileContains(source: KindSource['contains']): Kind['contains'] {
  const entries = Object.entries(source ?? {});
  if (entries.some(([key]) => key === '*')) return undefined;
  return new Map(entries.map(([key, link]) => [key, link ?? undefined]));
}

const compileField = (key: string, source: FieldSource, standIns: StandIns, number: number): Field => ({
  number,
  key,
  names: source.names,
  doc: source.doc,
  types: typeof source.type === 'string' ? [source.type] : source.type,
  required: source.required ?? false,
  repeat: source.repeat ?? false,
  targets: source.targets && compileTargets(source.targets, standIns),
  values: Object.entries(source.values ?? {}).map(([value, { names, doc }]) => ({ key: value, names, doc })),
  example: source.example,
  link: source.link ? { ...source.link, role: source.link.role } : undefined,
});

function compileTargets(targets: readonly string[], standIns: StandIns): ReadonlySet<string> {
  const more = targets.flatMap((target) => standIns.get(target) ?? []);
  return more.length === 0 ? new Set(targets) : new UnionSet([new Set(targets), ...new Set(more)]);
}

function index<T extends { readonly key: string; readonly names: Names }>(
  entries: readonly T[],
): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const entry of entries) for (const name of allNames(entry.names)) byName.set(name, entry);
  for (const entry of entries) byName.set(entry.key, entry);
  return byName;
}

/** Every name in every tongue. */
export const allNames = (names: Names): readonly string[] => [...names.en, ...names.zh];

/** Is the word, as written, one of the Chinese names and none of the English? Then answers about it are best given in Chinese. */
export const tongueOf = (names: Names, written: string): Tongue =>
  names.zh.includes(written) && !names.en.includes(written) ? 'zh' : 'en';

/** The built-in kinds as they stand in `schemas/kinds.json`. */
// The JSON's inferred type is a union of thousands of literal shapes; its schema test vouches for it.
export const builtInSource = builtIn as unknown as KindTableSource;

/** The built-in kinds. */
export const builtInTable: KindTable = compileTable(builtInSource);
