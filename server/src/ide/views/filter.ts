/** Which items of an explorer hold the words that somebody searches for, or stand above one that does. */
import { nameOf } from '../../checks/wording';
import type { Tongue } from '../../kinds/tongue';
import type { Item, ItemIndex, Model } from '../../model/model';
import { statusWords } from '../traceTree';
import type { World } from '../world';
import type { Gathering } from './gathering';
import type { Grouping } from './types';

export interface Filtered {
  /** Is anything searched for? */
  readonly isOn: boolean;
  /** Does the item itself hold all the words? */
  readonly matches: (item: ItemIndex) => boolean;
  /** Does it, or something below it? */
  readonly keeps: (item: ItemIndex) => boolean;
}

const EVERYTHING: Filtered = { isOn: false, matches: () => true, keeps: () => true };

/** The last answer for each world: a tree is asked for row by row. */
const last = new WeakMap<World, { readonly question: string; readonly answer: Filtered }>();

export function filterItems(
  world: World,
  grouping: Grouping,
  gathering: Gathering,
  filter: string,
  tongue: Tongue,
): Filtered {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return EVERYTHING;
  const question = JSON.stringify([grouping, tongue, words]);
  const known = last.get(world);
  if (known?.question === question) return known.answer;
  const answer = find(world.model, gathering, words, tongue);
  last.set(world, { question, answer });
  return answer;
}

function find(model: Model, { below }: Gathering, words: readonly string[], tongue: Tongue): Filtered {
  const matching = new Set<ItemIndex>();
  const above = new Map<ItemIndex, ItemIndex[]>();
  for (const item of model.items) {
    const text = textOf(model, item, tongue);
    if (words.every((word) => text.includes(word))) matching.add(item.index);
    for (const each of below(item.index)) {
      const holders = above.get(each);
      if (holders) holders.push(item.index);
      else above.set(each, [item.index]);
    }
  }
  const kept = new Set(matching);
  // A set also visits what is added meanwhile.
  for (const each of kept) for (const holder of above.get(each) ?? []) kept.add(holder);
  return { isOn: true, matches: (item) => matching.has(item), keeps: (item) => kept.has(item) };
}

/** What is known of an item in a line, with the people who are asked to do it: "req-1 single sign-on requirement must lin lin park". */
function textOf(model: Model, item: Item, tongue: Tongue): string {
  const { id = '', title, kind, index } = item;
  const { outgoing, role, to } = model.linkTable;
  const people: string[] = [];
  for (const link of outgoing(index))
    if (role(link) === 'assignment' && to[link]! >= 0) {
      const person = model.items[to[link]!]!;
      people.push(person.id ?? '', person.title);
    }
  const name = kind ? nameOf(kind.names, tongue) : '';
  return [id, title, name, ...statusWords(item, tongue), ...people].join(' ').toLowerCase();
}
