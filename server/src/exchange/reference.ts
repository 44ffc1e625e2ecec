/** The reference of kinds and value types as Markdown, from the same table that validation and completion read, in either tongue. */
import type { Field, Kind, KindTable, Names } from '../kinds/table';
import type { Tongue } from '../kinds/tongue';
import { translate } from '../kinds/translate';
import { valueTypes } from '../kinds/values';
import { SourceDocument } from '../language/document';
import { applyEdits } from '../language/format/edits';
import { code, WORDS, type Words } from './referenceWords';

/** The reference of a table in one tongue. */
interface Page {
  readonly table: KindTable;
  readonly tongue: Tongue;
  readonly words: Words;
}

/** Markdown of all value types and all kinds of a table. Lines end in `\n`. */
export function referenceOf(table: KindTable, tongue: Tongue): string {
  const page: Page = { table, tongue, words: WORDS[tongue] };
  const { words } = page;
  return (
    [
      `## ${words.valueTypes}`,
      valueTypeTable(page),
      `## ${words.kinds}`,
      overview(page),
      words.marks,
      `### ${words.commonFields}`,
      fieldTable(table.kinds[0]!, (field) => isCommon(field, table), page),
      ...table.kinds.map((kind) => kindSection(kind, page)),
    ].join('\n\n') + '\n'
  );
}

const valueTypeTable = ({ tongue, words }: Page): string =>
  tableOf(
    words.valueTypeHeads,
    [...valueTypes.values()].map(({ name, description, examples }) => [
      code(name),
      description[tongue],
      examples.map(code).join(' · '),
    ]),
  );

const overview = ({ table, tongue, words }: Page): string =>
  tableOf(
    words.kindHeads,
    table.kinds.map(({ key, names, doc }) => [
      `[${first(names, tongue, key)}](#${anchorOf(words.heading(names, key))})`,
      first(names, other(tongue), key),
      doc[tongue],
    ]),
  );

const kindSection = (kind: Kind, page: Page): string =>
  [
    `### ${page.words.heading(kind.names, kind.key)}`,
    page.words.description(kind.names, kind.doc[page.tongue]),
    facts(kind, page),
    fieldTable(kind, (field) => !isCommon(field, page.table), page),
  ]
    .filter(Boolean)
    .join('\n\n');

/** Fields that every kind has alike are described once. */
const isCommon = (field: Field, { kinds }: KindTable): boolean =>
  kinds.every((kind) => kind.fields.some(({ key, doc }) => key === field.key && doc.en === field.doc.en));

function facts(kind: Kind, page: Page): string {
  const { trace, prefix, anonymous, nestedOnly, topLevelOnly } = kind;
  const { words } = page;
  return [
    trace === undefined ? '' : words.part(trace),
    prefix === undefined ? '' : anonymous ? words.anonymous(prefix) : words.prefix(prefix),
    nestedOnly ? words.nestedOnly : topLevelOnly ? words.topLevelOnly : '',
    inside(kind, page),
  ]
    .filter(Boolean)
    .join(words.betweenSentences);
}

function inside({ contains }: Kind, { table, tongue, words }: Page): string {
  if (contains === undefined) return words.holdsAnything;
  const held = [...contains].map(([key, link]) => {
    const kind = table.kind(key)!;
    const name = code(first(kind.names, tongue, key));
    return link === undefined ? name : words.held(name, code(first(kind.field(link)!.names, tongue, link)));
  });
  return held.length === 0 ? '' : words.holds(held);
}

function fieldTable(kind: Kind, isToldHere: (field: Field) => boolean, page: Page): string {
  const { tongue, words } = page;
  const fields = kind.fields.filter(isToldHere);
  if (fields.length === 0) return '';
  return tableOf(
    words.fieldHeads,
    fields.map((field) => [
      `${code(first(field.names, tongue, field.key))}${field.required ? '\\*' : ''}${field.repeat ? '…' : ''}`,
      field.names[other(tongue)].join('、'),
      valueOf(field, kind, page),
      field.doc[tongue],
    ]),
  );
}

function valueOf(field: Field, kind: Kind, page: Page): string {
  const { table, tongue, words } = page;
  const choices = field.values.map(({ names, key }) =>
    `${code(first(names, tongue, key))} ${first(names, other(tongue), '')}`.trim(),
  );
  const types = field.types.map((type) => (type === 'enum' && choices.length > 0 ? choices.join(words.comma) : type));
  const targets = [...(field.targets ?? [])].map((key) => first(table.kind(key)!.names, tongue, key));
  return [
    types.join(words.or),
    targets.length === 0 ? '' : ` → ${targets.join(words.comma)}`,
    hasExample(field, tongue) ? `${words.colon}${code(exampleIn(page, field, kind))}` : '',
  ].join('');
}

/** Sentences that are examples are in English; where they are all that an example has, it tells readers of Chinese nothing. */
const hasExample = ({ example }: Field, tongue: Tongue): boolean =>
  example !== undefined && (tongue === 'en' || !/^"[^"]*"$/.test(example));

/** The example of a field with its keywords in a tongue. */
function exampleIn({ table, tongue }: Page, { key, example = '' }: Field, kind: Kind): string {
  const text = `${kind.key} {\n  ${key}: ${example}\n}`;
  const translated = applyEdits(text, translate(new SourceDocument(text), table, tongue));
  return translated.slice(translated.indexOf(': ') + 2, -'\n}'.length);
}

const other = (tongue: Tongue): Tongue => (tongue === 'en' ? 'zh' : 'en');

const first = (names: Names, tongue: Tongue, otherwise: string): string => names[tongue][0] ?? otherwise;

/** As Markdown makes anchors of these headings. */
const anchorOf = (heading: string): string => heading.replaceAll(' ', '-');

const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
