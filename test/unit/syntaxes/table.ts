import { readFileSync } from 'node:fs';

interface Named {
  readonly names: { readonly en: readonly string[]; readonly zh: readonly string[] };
}
interface FieldSource extends Named {
  readonly values?: Readonly<Record<string, Named>>;
}
type FieldSources = Readonly<Record<string, FieldSource>>;
interface KindSource extends Named {
  readonly fields: FieldSources;
}

/** The parts of `schemas/kinds.json` that highlighting and snippets need. */
const table = JSON.parse(readFileSync('schemas/kinds.json', 'utf8')) as {
  readonly fields: FieldSources;
  readonly kinds: Readonly<Record<string, KindSource>>;
};

const namesOf = ({ names }: Named): readonly string[] => [...names.en, ...names.zh];
const kinds = Object.values(table.kinds);
const allFields = [...kinds.flatMap((kind) => Object.values(kind.fields)), ...Object.values(table.fields)];

/** Names and aliases in both tongues, each once. */
export const kindNames: ReadonlySet<string> = new Set(kinds.flatMap(namesOf));
export const fieldNames: ReadonlySet<string> = new Set(allFields.flatMap(namesOf));
export const enumWords: ReadonlySet<string> = new Set(
  allFields.flatMap((field) => Object.values(field.values ?? {}).flatMap(namesOf)),
);

/** The field that a kind calls so, in either tongue; undefined when it has none. */
export function fieldOf(kindName: string, fieldName: string): FieldSource | undefined {
  const kind = kinds.find((one) => namesOf(one).includes(kindName));
  const fields = kind ? { ...table.fields, ...kind.fields } : {};
  return Object.values(fields).find((field) => namesOf(field).includes(fieldName));
}

/** The enumeration words of a field, in both tongues; empty when it is no enumeration. */
export const wordsOf = (field: FieldSource): readonly string[] => Object.values(field.values ?? {}).flatMap(namesOf);
