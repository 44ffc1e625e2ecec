/** Names by which items are known from one revision to the next. */
import type { Item, Model } from '../../model/model';
import { perModel } from '../../model/perModel';

/** The id; for items without one, or with another's, a name that no id can be: `check "Review" #2`. */
export const keyOf = (model: Model, item: Item): string =>
  item.id !== undefined && model.byId(item.id)?.index === item.index ? item.id : otherKeys(model).byItem.get(item)!;

/** The item of a key; undefined when there is none any more. */
export const itemOfKey = (model: Model, key: string): Item | undefined =>
  model.byId(key) ?? otherKeys(model).byKey.get(key);

interface OtherKeys {
  readonly byItem: ReadonlyMap<Item, string>;
  readonly byKey: ReadonlyMap<string, Item>;
}

/** Keys of items that their id does not name. */
const otherKeys = perModel((model): OtherKeys => {
  const byItem = new Map<Item, string>();
  const byKey = new Map<string, Item>();
  const taken = new Map<string, number>();
  for (const item of model.items) {
    if (item.id !== undefined && model.byId(item.id)?.index === item.index) continue;
    const name = `${item.kind?.key ?? item.declaration.kind.text} "${item.id ?? item.title}"`;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const key = count === 1 ? name : `${name} #${count}`;
    byItem.set(item, key);
    byKey.set(key, item);
  }
  return { byItem, byKey };
});
