/** What may stand in the value of a field: its words, units, examples, codes of checks, days, and items. */
import { nameOf } from '../../checks/wording';
import { allNames } from '../../kinds/table';
import type { Text, Tongue } from '../../kinds/tongue';
import type { Reference, Suggestion } from '../../kinds/value';
import { readPhrase, referencesOf, valueTypes } from '../../kinds/values';
import { revisionSource } from '../../kinds/values/references';
import { revisionOf } from '../../model/revision';
import type { ValuePlace } from './context';
import { codeEntries } from './codes';
import { dateEntries } from './dates';
import { examplesOf } from './examples';
import { fieldEntries } from './fields';
import { freeShareOf } from './people';
import { referenceEntries } from './references';
import type { Completion, Question } from './types';

/** The entries of one place; of items `most` and some more. */
export function valueEntries(question: Question, place: ValuePlace, most: number): readonly Completion[] {
  const entries = entriesOf(question, place, most);
  return place.parts ? entries.map(withComma) : entries;
}

const withComma = (entry: Completion): Completion => ({
  ...entry,
  insert: `${entry.insert},`,
  ...(entry.snippet ? { snippet: [...entry.snippet, ','] } : {}),
});

function entriesOf(question: Question, place: ValuePlace, most: number): readonly Completion[] {
  const isFirst = place.before.length === 0;
  const words = wordEntries(question, place);
  return [
    ...(isFirst ? enumEntries(question, place) : []),
    ...(takesReference(place) ? referenceEntries(question, place.field, most) : []),
    ...(isFirst && place.field.types.includes('suppression') ? codeEntries(question) : []),
    ...dateEntries(question, place),
    ...shareEntries(question, place),
    ...revisionEntries(question, place),
    ...words,
    ...(isFirst ? exampleEntries(question, place, words) : []),
    ...(place.fields ? fieldEntries(question, 'whole').map(behindValues) : []),
  ];
}

const behindValues = (entry: Completion): Completion => ({ ...entry, rank: entry.rank + 50_000 });

function enumEntries({ context, tongue }: Question, { field }: ValuePlace): readonly Completion[] {
  return field.values.map(({ names, doc }, index) => {
    const label = nameOf(names, context.tongue);
    return {
      label,
      type: 'value',
      insert: label,
      detail: nameOf(names, context.tongue === 'zh' ? 'en' : 'zh'),
      alias: allNames(names).join(' '),
      documentation: doc[tongue],
      rank: -20_000 + index,
    };
  });
}

/** Would a name in place of the word be a reference? */
const takesReference = (place: ValuePlace): boolean =>
  referencesWith(place).some(({ start }) => start > (place.before.at(-1)?.end ?? 0));

/** The references that there are with a name in place of the word. */
function referencesWith({ before, field }: ValuePlace): readonly Reference[] {
  const start = (before.at(-1)?.end ?? 0) + 1;
  const atoms = [...before, { type: 'name' as const, text: ANY, start, end: start + 1 }];
  const reading = readPhrase({ start: atoms[0]!.start, end: start + 1, atoms }, field);
  return 'value' in reading ? referencesOf(reading.value) : [];
}

const ANY = 'x';

/** Behind `rev`: the revision that the item has now. */
function revisionEntries({ world }: Question, place: ValuePlace): readonly Completion[] {
  const id = referencesWith(place).find(({ revision }) => revision === ANY)?.id;
  const target = id === undefined ? undefined : world.model.byId(id);
  const revision = target && revisionOf(target);
  return revision === undefined ? [] : [word(revisionSource(revision), 0)];
}

/** Behind who is to do something: the share of their time that is free. */
function shareEntries(question: Question, { field, before }: ValuePlace): readonly Completion[] {
  const [name] = before;
  const person = name?.type === 'name' && before.length === 1 ? question.world.model.byId(name.text) : undefined;
  if (!person || !field.types.includes('allocation')) return [];
  const free = Math.round(100 * (freeShareOf(question, field)(person.index) ?? 0));
  return [...new Set([free, 50])]
    .filter((share) => share > 0 && share < 100)
    .map((share, index) => ({
      ...word(`${share}%`, index),
      detail: share === free ? { en: 'free', zh: '空闲' }[question.tongue] : '',
    }));
}

/** Words that may follow what is typed, in the tongue of the item. */
function wordEntries({ context, tongue }: Question, { before, typed, field }: ValuePlace): readonly Completion[] {
  // A number is completed by its unit; a half name stands in place of the word, which is looked for before it.
  const atoms = typed.at(-1)?.type === 'name' ? before : typed;
  const [first] = atoms;
  const phrase = first && { start: first.start, end: atoms.at(-1)!.end, atoms };
  const suggestions = field.types
    .filter((type) => type !== 'enum')
    .flatMap((type) => valueTypes.get(type)?.complete?.(phrase, field) ?? []);
  return inTongue(suggestions, context.tongue).map(({ text, documentation, twins }, index) => ({
    ...word(text, 500 + index),
    alias: twins.join(' '),
    documentation: documentation?.[tongue] ?? '',
  }));
}

interface Named extends Suggestion {
  /** The same in the other tongue. */
  readonly twins: readonly string[];
}

const HAN = /\p{Script=Han}/u;

/** Words in both tongues have one documentation: of these, the one in the tongue. */
function inTongue(suggestions: readonly Suggestion[], tongue: Tongue): readonly Named[] {
  const groups = new Map<Text | string, Suggestion[]>();
  for (const each of suggestions) {
    const key = each.documentation ?? each.text;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => {
    const meant = group.find(({ text }) => HAN.test(text) === (tongue === 'zh')) ?? group[0]!;
    return { ...meant, twins: group.map(({ text }) => text) };
  });
}

const LITERAL: ReadonlySet<string> = new Set(['string', 'text', 'name', 'path', 'url', 'ref', 'enum', 'suppression']);

/** Right values, for who does not know how they are written; days, items and single words are named as such. */
function exampleEntries(
  { context }: Question,
  { field }: ValuePlace,
  words: readonly Completion[],
): readonly Completion[] {
  if (field.types.some((type) => LITERAL.has(type))) return [];
  return examplesOf(field, context.tongue)
    .filter((text) => !/\d{4}-\d{2}/.test(text) && !words.some(({ label }) => label === text))
    .map((text, index) => word(text, 600 + index));
}

const word = (label: string, rank: number): Completion => ({
  label,
  type: 'word',
  insert: label,
  detail: '',
  alias: '',
  documentation: '',
  rank,
});
