/**
 * Turns a configuration that matches its schema into what it adds to the kind table: names are told apart, references to
 * kinds and fields found. Whatever contradicts something is reported and left out; the rest counts.
 */
import { fieldOf, holdsReferences } from './field';
import type { JsonNode } from './json';
import type { NameScope } from './names';
import { containsOf, insideOf, type NestingContext } from './nesting';
import { Report, unknownName, type LocatedProblem, type Path } from './report';
import { FieldScopes, kindScope } from './scopes';
import { takeNames, textOf } from './texts';
import type { RawConfig, RawField, RawKind } from './types';
import type { Extension } from '../extend';
import type { FieldSource, KindSource, KindTableSource, Names } from '../table';
import type { Text } from '../tongue';

/** More own kinds than this help nobody, and everything that lists kinds would grow with them. */
const MOST_KINDS = 1000;

type Fields = Readonly<Record<string, FieldSource>>;

interface OwnKind {
  readonly key: string;
  readonly raw: RawKind;
  readonly names: Names;
}

interface Work {
  readonly report: Report;
  readonly base: KindTableSource;
  readonly kinds: NameScope;
  readonly scopes: FieldScopes;
}

/** `root` is the configuration's tree, for positions. */
export function extensionOf(
  config: RawConfig,
  root: JsonNode,
  base: KindTableSource,
): { readonly extension: Extension; readonly problems: readonly LocatedProblem[] } {
  const work: Work = { report: new Report(root), base, kinds: kindScope(base), scopes: new FieldScopes(base) };
  const ownKinds = nameKinds(config, work);
  const common = commonFields(config, work);
  const ownFields = new Map(ownKinds.map(({ key, raw }) => [key, fieldsOfKind(raw.fields, key, work)]));
  const fields = furtherFields(config, work);
  const context = nestingContext(work, ownFields, fields, common);
  const kinds = ownKinds.map((kind): [string, KindSource] => [
    kind.key,
    kindOf(kind, ownFields.get(kind.key) ?? {}, containsOf(kind.key, kind.raw, context)),
  ]);
  const inside = ownKinds.map(({ key, raw }) => [key, insideOf(key, raw, context)] as const);
  const extension = { kinds: Object.fromEntries(kinds), common, fields, inside: Object.fromEntries(inside) };
  return { extension, problems: work.report.problems };
}

/** The own kinds whose keys are free, with their names entered. */
function nameKinds(config: RawConfig, { report, kinds: scope }: Work): readonly OwnKind[] {
  const entries = Object.entries(config.kinds ?? {});
  const [first] = entries[MOST_KINDS] ?? [];
  if (first !== undefined)
    report.onKey(['kinds', first], {
      en: `Only the first ${MOST_KINDS} kinds of a project’s own count; this one and those behind it do not.`,
      zh: `只有前 ${MOST_KINDS} 个自定义类型有效；从这一个起都无效。`,
    });
  return entries.slice(0, MOST_KINDS).flatMap(([key, raw]) => {
    const path = ['kinds', key];
    const names = takeNames({ key, raw: raw.names, path, what: 'kind', scope, replaces: undefined }, report);
    return names ? [{ key, raw, names }] : [];
  });
}

const DOC: Text = { en: 'A kind of this project’s own.', zh: '本项目自定义的类型。' };

function kindOf({ key, raw, names }: OwnKind, fields: Fields, contains: KindSource['contains']): KindSource {
  const { anonymous, nestedOnly, trace } = raw;
  return {
    names,
    doc: textOf(raw.doc, DOC),
    prefix: raw.prefix ?? `${key.toUpperCase()}-`,
    ...(anonymous === undefined ? {} : { anonymous }),
    ...(nestedOnly === undefined ? {} : { nestedOnly }),
    ...(trace === undefined ? {} : { trace }),
    ...(contains ? { contains } : {}),
    fields,
  };
}

/** Fields under `*`. They must keep clear of the fields of all built-in kinds, for they stand beside them. */
function commonFields(config: RawConfig, work: Work): Fields {
  const { common, everywhere } = work.scopes;
  const fields = readFields(config.fields?.['*'], ['fields', '*'], everywhere, false, work);
  for (const [key, { names }] of Object.entries(fields)) {
    const owner = { key, span: work.report.keyOf(['fields', '*', key]) };
    for (const name of [key, ...names.en, ...names.zh]) common.take(name, owner);
  }
  return fields;
}

const fieldsOfKind = (raw: RawKind['fields'], kind: string, work: Work): Fields =>
  readFields(raw, ['kinds', kind, 'fields'], work.scopes.of(kind), true, work);

/** Fields that existing kinds get, by the kind's key; a kind may be named twice, in two tongues. */
function furtherFields(config: RawConfig, work: Work): Extension['fields'] {
  const { report, kinds, scopes } = work;
  const byKind = new Map<string, Fields>();
  for (const [name, raw] of Object.entries(config.fields ?? {})) {
    if (name === '*') continue;
    const path = ['fields', name];
    const kind = kinds.ownerOf(name)?.key;
    const fields = kind === undefined ? {} : readFields(raw, path, scopes.of(kind), false, work);
    if (kind !== undefined) byKind.set(kind, { ...byKind.get(kind), ...fields });
    else if (!report.isWritten(['kinds', name])) report.onKey(path, unknownName(name, 'kind', kinds));
  }
  return Object.fromEntries([...byKind].filter(([, fields]) => Object.keys(fields).length > 0));
}

function readFields(
  raw: Readonly<Record<string, RawField>> | undefined,
  path: Path,
  scope: NameScope,
  mayReplace: boolean,
  { report, kinds }: Work,
): Fields {
  const entries = Object.entries(raw ?? {}).flatMap(([key, field]) => {
    const source = fieldOf({ key, raw: field, path: [...path, key], scope, mayReplace, kinds }, report);
    return source ? [[key, source] as const] : [];
  });
  return Object.fromEntries(entries);
}

function nestingContext(
  { report, kinds, scopes, base }: Work,
  own: ReadonlyMap<string, Fields>,
  further: Extension['fields'],
  common: Fields,
): NestingContext {
  const fieldIn = (fields: Fields | undefined, key: string): FieldSource | undefined =>
    fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
  const builtIn = (kind: string): Fields | undefined =>
    Object.hasOwn(base.kinds, kind) ? base.kinds[kind]?.fields : undefined;
  const more = (kind: string): Fields | undefined => (Object.hasOwn(further, kind) ? further[kind] : undefined);
  return {
    report,
    kinds,
    allKinds: [...Object.keys(base.kinds), ...own.keys()],
    fieldsOf: (kind) => scopes.of(kind),
    refers: (kind, key) => {
      const sources = [own.get(kind), builtIn(kind), more(kind), common, base.fields];
      const field = sources.map((fields) => fieldIn(fields, key)).find((found) => found !== undefined);
      return field !== undefined && [field.type].flat().some(holdsReferences);
    },
  };
}
