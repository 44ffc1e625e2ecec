/**
 * Translates the keywords of a text: kinds, field names, enum values, units, weekdays and the other words that values know.
 * Ids, titles, strings, text blocks, comments and free words such as metrics and currencies stay.
 */
import type { Atom, Word } from '../language/ast';
import type { SourceDocument } from '../language/document';
import type { Edit } from '../language/format/edits';
import type { Segment } from '../language/segment';
import { factsOf, type FieldFacts, type ItemFacts, type ValueFacts } from './facts';
import type { Field, KindTable, Names } from './table';
import type { Tongue } from './tongue';
import type { Value } from './value';
import { referencesOf } from './values';
import { CONNECTIVES, LINK_TYPES, RESULTS, SEVERITIES, UNITS, type Vocabulary, WEEKDAYS } from './values/words';

/**
 * The edits that give each keyword its first name in a tongue, in the order of the text. A word that is a name in that tongue
 * already, an alias too, stays; so does one that has no name in it.
 */
export function translate(
  { segments }: Pick<SourceDocument, 'segments'>,
  table: KindTable,
  tongue: Tongue,
): readonly Edit[] {
  let offset = 0;
  return segments.flatMap((segment) => {
    const shift = offset;
    offset += segment.text.length;
    const edits = wordsIn(segment, table).flatMap((word) => translated(word, tongue));
    return edits
      .map(({ start, end, text }) => ({ start: start + shift, end: end + shift, text }))
      .sort((a, b) => a.start - b.start);
  });
}

/** A word as it stands in the text, and its names. */
interface Keyword extends Word {
  readonly names: Names;
}

function translated({ start, end, text, names }: Keyword, tongue: Tongue): readonly Edit[] {
  const name = names[tongue][0];
  return name === undefined || names[tongue].includes(text) ? [] : [{ start, end, text: name }];
}

const wordsIn = (segment: Segment, table: KindTable): readonly Keyword[] =>
  factsOf(segment, table).items.flatMap(({ declaration, kind, fields }: ItemFacts) => [
    ...(kind ? [{ ...declaration.kind, names: kind.names }] : []),
    ...fields.flatMap(wordsOfField),
  ]);

function wordsOfField({ node, field, values }: FieldFacts): readonly Keyword[] {
  if (!field) return [];
  return [{ ...node.name, names: field.names }, ...values.flatMap((value) => wordsOfValue(value, field))];
}

function wordsOfValue({ phrase: { atoms }, value }: ValueFacts, field: Field): readonly Keyword[] {
  if (!value) return [];
  if (value.type === 'enum') return enumWord(atoms[0], value.key, field);
  const ids = new Set(referencesOf(value).map(({ start }) => start));
  return atoms.flatMap((atom, index) => {
    if (ids.has(atom.start) || isRevision(atoms[index - 1], ids)) return [];
    if (atom.type === 'quantity') return MEASURED.has(value.type) ? unitWord(atom) : [];
    return atom.type === 'name' ? fixedWord(atom, VOCABULARIES.get(value.type) ?? []) : [];
  });
}

function enumWord(atom: Atom | undefined, key: string, { values }: Field): readonly Keyword[] {
  const names = values.find((value) => value.key === key)?.names;
  return atom && names ? [{ ...atom, names }] : [];
}

/** What stands behind `rev` is the other item's own word. */
const isRevision = (before: Atom | undefined, ids: ReadonlySet<number>): boolean =>
  before?.type === 'name' && !ids.has(before.start) && CONNECTIVES.rev.find(before.text) !== undefined;

/** The unit of `5d`. */
function unitWord(atom: Atom): readonly Keyword[] {
  const [, digits = '', text = ''] = /^([\d.]+)([^]*)$/.exec(atom.text) ?? [];
  return fixedWord({ start: atom.start + digits.length, end: atom.end, text }, [UNITS]);
}

function fixedWord(word: Word, vocabularies: readonly Vocabulary[]): readonly Keyword[] {
  for (const { find, entries } of vocabularies) {
    const key = find(word.text);
    const entry = entries.find((candidate) => candidate.key === key);
    if (entry) return [{ start: word.start, end: word.end, text: word.text, names: entry.names }];
  }
  return [];
}

const { by, on, at, until, rev } = CONNECTIVES;

/** The words that may stand in values of a type, besides ids. */
const VOCABULARIES: ReadonlyMap<Value['type'], readonly Vocabulary[]> = new Map<Value['type'], readonly Vocabulary[]>([
  ['ref', [rev]],
  ['dependency', [rev, LINK_TYPES]],
  ['allocation', [rev]],
  ['stamp', [by, rev]],
  ['result', [RESULTS, by, rev]],
  ['measurement', [on]],
  ['recurrence', [on, at, WEEKDAYS]],
  ['hours', [WEEKDAYS]],
  ['weekdays', [WEEKDAYS]],
  ['per-severity', [SEVERITIES]],
  ['suppression', [until]],
  ['rate', [UNITS]],
]);

/** Types whose quantities are times. In targets and measurements units are free words. */
const MEASURED: ReadonlySet<Value['type']> = new Set([
  'duration',
  'estimate',
  'dependency',
  'recurrence',
  'per-severity',
]);
