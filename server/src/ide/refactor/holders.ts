/** What standing inside another item means. */
import type { Item, Model } from '../../model/model';

/** Does the item only group others, as sections do, so that standing in it means nothing? */
const isGroup = ({ kind }: Item): boolean => kind !== undefined && kind.contains === undefined;

/** The items around one, from the inside out. */
export function around({ items }: Model, { parent }: Item): readonly Item[] {
  const found: Item[] = [];
  for (let index = parent; index >= 0; index = items[index]!.parent) found.push(items[index]!);
  return found;
}

/** The items around one that give it a meaning, from the inside out; none if it stands by itself. */
export const holders = (model: Model, item: Item): readonly Item[] =>
  around(model, item).filter((other) => !isGroup(other));

/** Is it the item that its id means? */
export const isMeant = (model: Model, item: Item): boolean =>
  item.id !== undefined && model.byId(item.id) === item && !model.duplicates.has(item.id);
