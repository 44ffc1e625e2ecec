/** What waits for what, as a hierarchy of calls: an item "calls" what it waits for. */
import type { Item, Model, Place } from '../model/model';
import { placeIn } from '../model/model';
import type { LinkRole } from '../kinds/table';

export interface Call {
  readonly item: Item;
  /** Where the one that waits says so. */
  readonly places: readonly Place[];
}

const ROLES: readonly LinkRole[] = ['sequence', 'dependency'];

/** What waits for an item: tasks after it, requirements that depend on it. */
export const waitingFor = (model: Model, item: Item): readonly Call[] =>
  grouped(model, model.linkTable.incoming(item.index), model.linkTable.from);

/** What an item waits for. */
export const waitedFor = (model: Model, item: Item): readonly Call[] =>
  grouped(model, model.linkTable.outgoing(item.index), model.linkTable.to);

function grouped(model: Model, links: Int32Array, others: Int32Array): readonly Call[] {
  const { from, role, facts } = model.linkTable;
  const places = new Map<number, Place[]>();
  for (const link of links) {
    const written = facts[link]!.reference;
    const other = others[link]!;
    if (!written || other < 0 || !ROLES.includes(role(link)!)) continue;
    const place = placeIn(model.items[from[link]!]!, written.reference);
    if (!places.get(other)?.push(place)) places.set(other, [place]);
  }
  return [...places].map(([index, own]) => ({ item: model.items[index]!, places: own }));
}
