/** What the timeline draws of a model, and the names by which its bars are known. */
import type { Item, Model } from '../../model/model';
import { perModel } from '../../model/perModel';
import { scheduledTypeOf } from '../../schedule/taskFacts';
import type { BarType } from './types';

/** An item that has a bar. */
export interface DrawnItem {
  readonly item: Item;
  readonly type: BarType;
  /** Unique in the timeline, see `TimelineBar.key`. */
  readonly key: string;
  /** Index of the bar it stands in, or -1. */
  readonly holder: number;
}

const beside: readonly BarType[] = ['deliverable', 'signoff', 'cadence', 'risk'];

/** The plan in the order of the text; then, by type, what stands outside of it. */
export const drawnItems = perModel((model): readonly DrawnItem[] => {
  const entries = model.items.flatMap((item) => {
    const type = typeOf(item);
    return type ? [{ item, type }] : [];
  });
  const drawn = new Set(entries.map(({ item }) => item.index));
  const outermost = new Map<number, BarType>();
  for (const { item, type } of entries) {
    const holder = holderIn(model, item, drawn);
    outermost.set(item.index, holder === -1 ? type : outermost.get(holder)!);
  }
  const rank = ({ index }: Item): number => beside.indexOf(outermost.get(index)!);
  const sorted = entries.toSorted((a, b) => rank(a.item) - rank(b.item));
  const indexOf = new Map(sorted.map(({ item }, index) => [item.index, index]));
  const keyOf = keys();
  return sorted.map(({ item, type }) => ({
    item,
    type,
    key: keyOf(item),
    holder: indexOf.get(holderIn(model, item, drawn)) ?? -1,
  }));
});

/** By role in traceability where there is one, so that a team's own kinds count too. */
function typeOf(item: Item): BarType | undefined {
  const scheduled = scheduledTypeOf(item.kind);
  if (scheduled) return scheduled;
  const trace = item.kind?.trace;
  if (trace === 'deliverable' || trace === 'risk') return trace;
  if (trace === 'acceptance') return 'signoff';
  return item.kind?.key === 'cadence' ? 'cadence' : undefined;
}

/** The innermost drawn item around an item; sections and the like are looked through. -1 at the top. */
function holderIn(model: Model, { parent }: Item, drawn: ReadonlySet<number>): number {
  for (let holder = model.items[parent]; holder; holder = model.items[holder.parent])
    if (drawn.has(holder.index)) return holder.index;
  return -1;
}

/** The id; for items without one, or with another's, a key that no id can be. */
function keys(): (item: Item) => string {
  const taken = new Map<string, number>();
  return ({ id, title, kind }) => {
    const wanted = id ?? `${kind?.key ?? ''} "${title}"`;
    const count = taken.get(wanted) ?? 0;
    taken.set(wanted, count + 1);
    return count === 0 ? wanted : `${wanted} #${count + 1}`;
  };
}
