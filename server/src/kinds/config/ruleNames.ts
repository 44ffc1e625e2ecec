/** Names of kinds, fields and links in a team's own rules, found in the kind table. */
import type { Path, Report } from './report';
import { nearest } from '../near';
import { allNames, type Field, type Kind, type KindTable } from '../table';
import type { Text } from '../tongue';
import { holdsReferences } from './field';
import { cited } from '../values/source';

export interface NameContext {
  readonly report: Report;
  readonly table: KindTable;
}

/** The kinds of one name, of several, or all for `*`; undefined if one of them does not exist. */
export function kindsNamed(
  names: string | readonly string[],
  path: Path,
  { report, table }: NameContext,
): readonly Kind[] | undefined {
  if (names === '*') return table.kinds;
  const list = typeof names === 'string' ? [names] : names;
  const found = list.map((name, index) => {
    const kind = table.kind(name);
    const at = typeof names === 'string' ? path : [...path, String(index)];
    if (!kind) report.onValue(at, unknown(name, KIND, namesOf(table.kinds)));
    return kind;
  });
  return found.includes(undefined) ? undefined : (found as readonly Kind[]);
}

/** The fields that some of the kinds have by the name; undefined if none has. `path` leads to the member of that name. */
export function fieldNamed(
  name: string,
  kinds: readonly Kind[],
  path: Path,
  { report }: NameContext,
): readonly Field[] | undefined {
  const found = kinds.flatMap((kind) => kind.field(name) ?? []);
  if (found.length > 0) return found;
  // A kind that does not exist has its finding already.
  if (kinds.length > 0) report.onKey(path, unknown(name, FIELD, namesOf(kinds.flatMap(({ fields }) => fields))));
  return undefined;
}

/** The numbers of the fields that make the links of a name, which is that of a field or a role; undefined if there are none. */
export function linksNamed(
  name: string,
  holders: readonly Kind[],
  path: Path,
  { report }: NameContext,
): ReadonlySet<number> | undefined {
  const linking = holders.flatMap(({ fields }) => fields.filter(({ types }) => types.some(holdsReferences)));
  const isNamed = ({ key, names, link }: Field): boolean =>
    key === name || link?.role === name || allNames(names).includes(name);
  const found = linking.filter(isNamed);
  if (found.length > 0) return new Set(found.map(({ number }) => number));
  const roles = linking.flatMap(({ link }) => link?.role ?? []);
  if (holders.length > 0) report.onValue(path, unknown(name, LINK, [...namesOf(linking), ...roles]));
  return undefined;
}

const namesOf = (entries: readonly (Kind | Field)[]): readonly string[] => [
  ...new Set(entries.flatMap(({ key, names }) => [key, ...allNames(names)])),
];

const KIND: Text = { en: 'There is no kind', zh: '没有类型' };
const FIELD: Text = { en: 'These items have no field', zh: '这些条目没有字段' };
const LINK: Text = { en: 'No field or role makes links called', zh: '没有字段或作用能建立链接' };

/** "There is no kind `reqirement`; did you mean `requirement`?" */
function unknown(name: string, what: Text, known: readonly string[]): Text {
  const near = nearest(name, known);
  return {
    en: `${what.en} ${cited(name)}${near ? `; did you mean ${cited(near)}?` : '.'}`,
    zh: `${what.zh} ${cited(name)}${near ? `，是否想写 ${cited(near)}？` : '。'}`,
  };
}
