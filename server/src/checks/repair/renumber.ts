import type { Item, Model } from '../../model/model';
import { inserting, replacing, type RepairEdit } from './repair';

/** Gives an item another id. References follow, if it is the item that they mean: of several with one id, that is the first. */
export function renumber(model: Model, item: Item, id: string): readonly RepairEdit[] {
  const { kind, id: old } = item.declaration;
  if (!old) return [inserting(item, kind.end, ` ${id}`)];
  const isMeant = model.byId(old.text) === item;
  const references = (isMeant ? model.incoming(item.index) : []).flatMap(({ from, reference }) =>
    reference ? [replacing(model.items[from]!, reference.reference, id)] : [],
  );
  return [replacing(item, old, id), ...references];
}
