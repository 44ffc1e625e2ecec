import type { Item, Model } from '../../model/model';
import { nextId } from '../../model/nextId';
import { inserting, replacing, type Repair, type RepairEdit } from './repair';

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

/** Gives an item the next free id of its shape; references to it follow. Which of two items keeps an id is for people to say. */
export function renumbering(model: Model, item: Item): readonly Repair[] {
  if (!item.kind || item.id === undefined) return [];
  const id = nextId(model, item.kind, item.id);
  return [
    { title: { en: `Renumber to \`${id}\``, zh: `改编号为 \`${id}\`` }, edits: renumber(model, item, id), sure: false },
  ];
}
