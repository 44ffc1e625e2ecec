/** What is a part of what, as a hierarchy of types: above an item stands what it refines, or stands in. */
import type { Item, Model } from '../model/model';

/** What an item refines, and what it stands in. */
export function above(model: Model, item: Item): readonly Item[] {
  const { outgoing, to, role } = model.linkTable;
  const refined = [...outgoing(item.index)].filter((link) => role(link) === 'refinement').map((link) => to[link]!);
  return distinct(model, [...refined, item.parent], item);
}

/** What refines an item, and what stands in it. */
export function below(model: Model, item: Item): readonly Item[] {
  const { incoming, from, role } = model.linkTable;
  const refining = [...incoming(item.index)].filter((link) => role(link) === 'refinement').map((link) => from[link]!);
  return distinct(model, [...refining, ...model.children(item.index).map(({ index }) => index)], item);
}

const distinct = ({ items }: Model, indices: readonly number[], item: Item): readonly Item[] =>
  [...new Set(indices)]
    .filter((index) => index >= 0 && index !== item.index)
    .sort((a, b) => a - b)
    .map((index) => items[index]!);
