/** Which requirements each bar serves. */
import type { LinkRole } from '../../kinds/table';
import type { Item, ItemIndex, Model } from '../../model/model';
import type { DrawnItem } from './items';

const SERVING: ReadonlySet<LinkRole | undefined> = new Set<LinkRole>(['realization', 'delivery', 'satisfaction']);

/**
 * By bar: the requirements that it realizes, delivers or satisfies, also through a deliverable. What stands inside a task or
 * phase serves what that one does, unless it names requirements of its own.
 */
export function servedRequirements(model: Model, items: readonly DrawnItem[]): (index: number) => readonly Item[] {
  const byItem = new Map<ItemIndex, readonly Item[]>();
  const known: (readonly Item[])[] = [];
  items.forEach(({ item, holder }, index) => {
    const own = served(model, item.index, byItem, 0);
    known[index] = own.length === 0 && holder >= 0 ? (known[holder] ?? []) : own;
  });
  return (index) => known[index] ?? [];
}

function served(
  model: Model,
  item: ItemIndex,
  byItem: Map<ItemIndex, readonly Item[]>,
  depth: number,
): readonly Item[] {
  const before = byItem.get(item);
  if (before) return before;
  const targets = model.outgoing(item).filter(({ field, to }) => to >= 0 && SERVING.has(field.link?.role));
  const found = targets.flatMap(({ to }) => {
    const target = model.items[to]!;
    if (target.kind?.trace === 'requirement') return [target];
    // A task realizes a deliverable, which satisfies requirements; deeper there is nothing that serves.
    return target.kind?.trace === 'deliverable' && depth === 0 ? served(model, to, byItem, 1) : [];
  });
  const named = [...new Set(found)].filter(({ id }) => id !== undefined);
  byItem.set(item, named);
  return named;
}
