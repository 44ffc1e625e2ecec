/** Fields of a configuration. */
import { NameScope } from './names';
import { writtenIndex } from './schema';
import { unknownName, type Path, type Report } from './report';
import { takeNames, textOf } from './texts';
import type { RawField } from './types';
import type { FieldSource } from '../table';
import type { Text } from '../tongue';
import { valueTypes } from '../values';

export interface FieldInput {
  readonly key: string;
  readonly raw: RawField;
  readonly path: Path;
  /** Names of the fields of the same kind. */
  readonly scope: NameScope;
  /** May the field take the place of a common one of the same key, as some built-in kinds do with `status`? */
  readonly mayReplace: boolean;
  readonly kinds: NameScope;
}

const DOC: Text = { en: 'A field of this project’s own.', zh: '本项目自定义的字段。' };
const VALUE_DOC: Text = { en: 'A value of this project’s own.', zh: '本项目自定义的取值。' };

/** Do values of the type hold references to items? */
export const holdsReferences = (type: string): boolean => valueTypes.get(type)?.references !== undefined;

/** The field as it stands in a kind table, without what contradicts something; undefined if nothing of it can be used. */
export function fieldOf(input: FieldInput, report: Report): FieldSource | undefined {
  const { key, raw, path, scope, mayReplace } = input;
  const replaces = mayReplace ? key : undefined;
  const names = takeNames({ key, raw: raw.names, path, what: 'field', scope, replaces }, report);
  const type = typesOf(raw, path, report);
  if (!names || type.length === 0) return undefined;
  const { required, repeat, example } = raw;
  const values = valuesOf(raw, path, report);
  const targets = targetsOf(input, report);
  const link = linkOf(raw, path, report);
  return {
    names,
    doc: textOf(raw.doc, DOC),
    type,
    ...(required === undefined ? {} : { required }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(example === undefined ? {} : { example }),
    ...(values ? { values } : {}),
    ...(targets ? { targets } : {}),
    ...(link ? { link } : {}),
  };
}

const typeList = ({ type }: RawField): readonly string[] => [...new Set(typeof type === 'string' ? [type] : type)];

/** An `enum` without values is left out: nothing would be right. */
function typesOf(raw: RawField, path: Path, report: Report): readonly string[] {
  const types = typeList(raw);
  if (!types.includes('enum') || raw.values) return types;
  // Values that are there but wrong have their own finding.
  if (!report.isWritten([...path, 'values']))
    report.onKey(
      [...path, 'type'],
      {
        en: 'The type `enum` needs `values`, such as `"values": {"low": {}, "high": {}}`.',
        zh: '类型 `enum` 需要 `values`，例如 `"values": {"low": {}, "high": {}}`。',
      },
      undefined,
      'config/schema',
    );
  return types.filter((type) => type !== 'enum');
}

function valuesOf(raw: RawField, path: Path, report: Report): FieldSource['values'] {
  if (!raw.values) return undefined;
  if (!typeList(raw).includes('enum')) {
    report.onKey([...path, 'values'], {
      en: '`values` counts only when the type is `enum`.',
      zh: '只有类型为 `enum` 时，`values` 才起作用。',
    });
    return undefined;
  }
  const scope = new NameScope();
  const entries = Object.entries(raw.values).flatMap(([key, { names: rawNames, doc }]) => {
    const at = [...path, 'values', key];
    const names = takeNames({ key, raw: rawNames, path: at, what: 'value', scope, replaces: undefined }, report);
    return names ? [[key, { names, doc: textOf(doc, VALUE_DOC) }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The kinds by their keys; undefined, for any kind, when none is named that exists. */
function targetsOf({ raw, path, kinds }: FieldInput, report: Report): readonly string[] | undefined {
  if (!raw.targets || !needsReferences(raw, [...path, 'targets'], report)) return undefined;
  const keys = raw.targets.flatMap((name, index) => {
    const owner = kinds.ownerOf(name);
    if (!owner && !report.isWritten(['kinds', name]))
      report.onValue([...path, 'targets', String(writtenIndex(raw.targets!, index))], unknownName(name, 'kind', kinds));
    return owner ? [owner.key] : [];
  });
  return keys.length > 0 ? [...new Set(keys)] : undefined;
}

function linkOf(raw: RawField, path: Path, report: Report): FieldSource['link'] {
  if (!raw.link || !needsReferences(raw, [...path, 'link'], report)) return undefined;
  const { reading, inverse, role } = raw.link;
  const none = { en: '', zh: '' };
  return { reading: textOf(reading, none), inverse: textOf(inverse, none), ...(role ? { role } : {}) };
}

function needsReferences(raw: RawField, path: Path, report: Report): boolean {
  if (typeList(raw).some(holdsReferences)) return true;
  const name = path.at(-1) ?? '';
  report.onKey(path, {
    en: `\`${name}\` counts only when the type holds references, as \`ref\` does.`,
    zh: `只有类型可以引用条目（例如 \`ref\`）时，\`${name}\` 才起作用。`,
  });
  return false;
}
