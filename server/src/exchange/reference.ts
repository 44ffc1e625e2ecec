/** The reference of kinds and value types as Markdown, from the same table that validation and completion read. */
import { valueTypes } from '../kinds/values';
import type { Field, Kind, KindTable } from '../kinds/table';

/** Markdown of all value types and all kinds of a table. Lines end in `\n`. */
export const referenceOf = (table: KindTable): string =>
  [
    '## Value types',
    valueTypeTable(),
    '## Kinds',
    overview(table),
    ...table.kinds.map((kind) => kindSection(kind, table)),
  ].join('\n\n') + '\n';

function valueTypeTable(): string {
  const rows = [...valueTypes.values()].map(
    ({ name, description, examples }) =>
      `| \`${name}\` | ${cell(description.en)} | ${cell(description.zh)} | ${examples.slice(0, 4).map(code).join(' · ')} |`,
  );
  return table(['type', 'what it is', '中文', 'examples'], rows);
}

const overview = ({ kinds }: KindTable): string =>
  table(
    ['kind', '中文', 'what it is'],
    kinds.map(({ names, doc, key }) => `| [${names.en[0] ?? key}](#${key}) | ${names.zh[0] ?? ''} | ${cell(doc.en)} |`),
  );

function kindSection(kind: Kind, { kinds }: KindTable): string {
  const own = kind.fields.filter((field) => !isCommon(field, kinds));
  return [
    `### ${kind.key}`,
    `${kind.names.zh.join('、')}${aliases(kind.names.en)}. ${kind.doc.en}`,
    kind.doc.zh,
    facts(kind),
    own.length === 0 ? '' : table(['field', '中文', 'value', 'what it says'], own.map(fieldRow)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Fields that every kind has alike are described once. */
const isCommon = (field: Field, kinds: readonly Kind[]): boolean =>
  kinds.every((kind) => kind.fields.some(({ key, doc }) => key === field.key && doc.en === field.doc.en));

function facts({ prefix, anonymous, contains, nestedOnly, topLevelOnly, trace }: Kind): string {
  const inside =
    contains && [...contains].map(([key, link]) => (link === undefined ? `\`${key}\`` : `\`${key}\` (\`${link}\`)`));
  return [
    trace === undefined ? '' : `Part in traceability: ${trace}.`,
    prefix === undefined ? '' : `Ids usually begin with \`${prefix}\`${anonymous ? '; an id is not required' : ''}.`,
    nestedOnly ? 'Stands inside other items only.' : topLevelOnly ? 'Stands at the top level only.' : '',
    inside === undefined ? 'Holds anything.' : inside.length === 0 ? '' : `Holds ${inside.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function fieldRow(field: Field): string {
  const marks = `${field.required ? '\\*' : ''}${field.repeat ? '…' : ''}`;
  return `| \`${field.names.en[0] ?? field.key}\`${marks} | ${field.names.zh.join('、')} | ${valueOf(field)} | ${cell(field.doc.en)} |`;
}

function valueOf({ types, values, targets, example }: Field): string {
  const choices = values.map(({ names }) => `${code(names.en[0] ?? '')} ${names.zh[0] ?? ''}`.trim());
  const kinds = targets ? ` → ${[...targets].join(', ')}` : '';
  const words = types.map((type) => (type === 'enum' && choices.length > 0 ? choices.join(', ') : type)).join(' or ');
  return cell(`${words}${kinds}${example === undefined ? '' : `: ${code(example)}`}`);
}

const aliases = (names: readonly string[]): string =>
  names.length > 1 ? ` (also ${names.slice(1).map(code).join(', ')})` : '';

const table = (heads: readonly string[], rows: readonly string[]): string =>
  [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows].join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const code = (text: string): string => `\`${text}\``;
