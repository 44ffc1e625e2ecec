/** Tells whether conditions of rules hold for items of a model. */
import type { Condition, LinkTest } from '../../kinds/config/condition';
import type { Item, ItemIndex, Model } from '../../model/model';
import type { Lengths } from '../../schedule/lengths';
import { passes } from './compare';

export interface Judge {
  readonly holds: (condition: Condition, item: Item) => boolean;
  readonly holdsLinks: (test: LinkTest, item: Item) => boolean;
  /** The items at the other ends of the links of a test, and whether each counts. */
  readonly ends: (test: LinkTest, item: Item) => ReadonlyMap<Item, boolean>;
}

/** One for each model: what holds at the other end of links is asked once for each condition and item. */
export function judgeOf(model: Model, lengths: Lengths): Judge {
  const { items, kinds, linkTable } = model;
  const known = new Map<Condition, Int8Array>();

  const holds = (condition: Condition, item: Item): boolean =>
    condition.fields.every((test) => passes(test, item, lengths)) &&
    (!condition.inside || isInside(condition.inside, item)) &&
    condition.links.every((test) => holdsLinks(test, item)) &&
    (!condition.any || condition.any.some((one) => holds(one, item))) &&
    !(condition.not && holds(condition.not, item));

  const holdsOnce = (condition: Condition, item: ItemIndex): boolean => {
    let answers = known.get(condition);
    if (!answers) known.set(condition, (answers = new Int8Array(items.length)));
    answers[item] ||= holds(condition, items[item]!) ? 1 : -1;
    return answers[item] === 1;
  };

  const isInside = (wanted: ReadonlySet<number>, { parent }: Item): boolean => {
    for (let around = items[parent]; around; around = items[around.parent])
      if (wanted.has(kinds[around.index]!)) return true;
    return false;
  };

  const counts = ({ kinds: wanted, where }: LinkTest, end: ItemIndex): boolean =>
    (!wanted || wanted.has(kinds[end]!)) && (!where || holdsOnce(where, end));

  /** The other ends of the links of a test, each once; -1 for items that do not exist. */
  const endsOf = ({ direction, fields }: LinkTest, { index }: Item): ReadonlySet<ItemIndex> => {
    const found = new Set<ItemIndex>();
    const [links, others] =
      direction === 'in' ? [linkTable.incoming(index), linkTable.from] : [linkTable.outgoing(index), linkTable.to];
    for (const link of links) if (fields.has(linkTable.field[link]!)) found.add(others[link]!);
    return found;
  };

  const holdsLinks = (test: LinkTest, item: Item): boolean => {
    const { min, max } = test;
    let [count, missing] = [0, 0];
    for (const end of endsOf(test, item)) {
      // That a link leads nowhere is a finding of its own, and takes nothing away here.
      if (end < 0) missing++;
      else if (counts(test, end)) count++;
      if (count > max || (count >= min && max === Infinity)) break;
    }
    return count + missing >= min && count <= max;
  };

  const ends = (test: LinkTest, item: Item): ReadonlyMap<Item, boolean> =>
    new Map([...endsOf(test, item)].filter((end) => end >= 0).map((end) => [items[end]!, counts(test, end)]));

  return { holds, holdsLinks, ends };
}
