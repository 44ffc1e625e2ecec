/** Fields that an item does not have yet. */
import { nameOf } from '../../checks/wording';
import { allNames, type Field } from '../../kinds/table';
import type { Item, Model } from '../../model/model';
import type { Context } from './context';
import { exampleOf } from './examples';
import type { Completion, Question, Snippet } from './types';

/** Those that are required come first, then those that items of the kind have nearby, then in the order of the kind. */
export function fieldEntries(question: Question, form: 'whole' | 'name' | 'none'): readonly Completion[] {
  const { world, context, tongue } = question;
  const { item } = context;
  if (!item?.kind || form === 'none') return [];
  const given = givenIn(item, context);
  const usual = usualFields(world.model, item);
  return item.kind.fields
    .filter((field) => !given.has(field))
    .map((field, index) => {
      const label = nameOf(field.names, context.tongue);
      const entry: Completion = {
        label,
        type: 'field',
        insert: label,
        detail: field.example ?? field.values.map(({ names }) => nameOf(names, context.tongue)).join(' | '),
        alias: allNames(field.names).join(' '),
        documentation: field.doc[tongue],
        rank: (field.required ? 0 : 400 - 300 * (usual.get(field) ?? 0)) + index,
      };
      if (form === 'name') return entry;
      const snippet: Snippet = [`${label}: `, ...exampleOf(question, field, item.kind!)];
      // An editor that knows no snippets leaves the value to its user.
      return { ...entry, snippet, insert: `${label}: ` };
    });
}

/** A field that is written twice is wrong, also where it takes several values. The one being typed is not yet written. */
const givenIn = ({ fields }: Item, { word }: Context): ReadonlySet<Field | undefined> =>
  new Set(fields.flatMap(({ node: { name }, field }) => (name.start === word.start ? [] : [field])));

/** So many items before and behind are looked at. */
const NEARBY = 200;

/** Which part of the items of the same kind nearby has each field, from 0 to 1. */
function usualFields({ items, kinds }: Model, { index, kind }: Item): ReadonlyMap<Field, number> {
  const counts = new Map<Field, number>();
  let alike = 0;
  const last = Math.min(items.length, index + NEARBY);
  for (let at = Math.max(0, index - NEARBY); at < last; at++) {
    if (kinds[at] !== kind!.number || at === index) continue;
    alike++;
    for (const { field } of items[at]!.fields) if (field) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return new Map([...counts].map(([field, count]) => [field, count / alike]));
}
