/** Which kinds may stand inside which, by a configuration. */
import type { NameScope } from './names';
import { unknownName, type Path, type Report } from './report';
import type { RawKind, RawNesting } from './types';

export interface NestingContext {
  readonly report: Report;
  readonly kinds: NameScope;
  /** Keys of all kinds, built in and own. */
  readonly allKinds: readonly string[];
  /** Names of the fields of a kind. */
  readonly fieldsOf: (kind: string) => NameScope;
  /** Can the field of the kind refer to items? */
  readonly refers: (kind: string, field: string) => boolean;
}

/** Kinds by key, each with the key of the implied field, or null. */
export type Nesting = Readonly<Record<string, string | null>>;

/** The kinds that may stand in an own kind. */
export function containsOf(key: string, raw: RawKind, context: NestingContext): Nesting {
  const path = ['kinds', key, 'contains'];
  return resolve(raw.contains, path, context, (inner) => (inner === '*' ? undefined : inner));
}

/** The kinds in which an own kind may stand. */
export function insideOf(key: string, raw: RawKind, context: NestingContext): Nesting {
  const { '*': everywhere, ...places } = resolve(raw.inside, ['kinds', key, 'inside'], context, () => key);
  if (everywhere === undefined) return places;
  const all = context.allKinds.filter((kind) => kind !== key).map((kind) => [kind, everywhere] as const);
  return { ...Object.fromEntries(all), ...places };
}

/** `holderOf` tells which kind has the implied field of an entry: the inner one. */
function resolve(
  raw: RawNesting | undefined,
  path: Path,
  context: NestingContext,
  holderOf: (kind: string) => string | undefined,
): Nesting {
  const { report, kinds } = context;
  const entries = Object.entries(raw ?? {}).flatMap(([name, field]) => {
    const at = [...path, name];
    const kind = name === '*' ? name : kinds.ownerOf(name)?.key;
    if (kind !== undefined) return [[kind, impliedField(field, at, holderOf(kind), context)] as const];
    if (!report.isWritten(['kinds', name])) report.onKey(at, unknownName(name, 'kind', kinds));
    return [];
  });
  return Object.fromEntries(entries);
}

function impliedField(
  name: string | null,
  path: Path,
  kind: string | undefined,
  context: NestingContext,
): string | null {
  const { report } = context;
  if (name === null) return null;
  if (kind === undefined) {
    report.onValue(path, {
      en: 'With `*` no field can be implied: write `null`.',
      zh: '与 `*` 一起不能隐含字段，请写 `null`。',
    });
    return null;
  }
  const field = context.fieldsOf(kind).ownerOf(name)?.key;
  if (field === undefined) {
    if (!report.isWritten(['kinds', kind, 'fields', name]))
      report.onValue(path, unknownName(name, 'field', context.fieldsOf(kind), kind));
    return null;
  }
  if (context.refers(kind, field)) return field;
  report.onValue(path, {
    en: `The field \`${field}\` holds no references, so standing inside cannot imply it.`,
    zh: `字段 \`${field}\` 不能引用条目，因此不能由嵌套隐含。`,
  });
  return null;
}
