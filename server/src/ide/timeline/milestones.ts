/** To which milestone each bar leads. */
import type { ModelSchedule } from '../../schedule/fromModel';
import type { DrawnItem } from './items';

/**
 * By bar: the index of the first milestone on its way through the dependencies; a bar without such a way leads where what it
 * stands in does. Bars are looked at from the last finish to the first, so that those behind a bar are known before it.
 */
export function firstMilestones(
  schedule: ModelSchedule,
  items: readonly DrawnItem[],
): (index: number) => number | undefined {
  const { links } = schedule.plan.network.spec;
  const found = new Map<number, number>();
  const indexOf = new Map(items.map(({ item }, index) => [item.index, index]));
  const successors = new Map<number, number[]>();
  for (const { from, to } of links) successors.set(from, [...(successors.get(from) ?? []), to]);
  const finishAt = (bar: number): number => schedule.of(items[bar]!.item.index)?.finish ?? Infinity;
  const sorted = schedule.items().toSorted((a, b) => (b.finish ?? 0) - (a.finish ?? 0) || rank(b.type) - rank(a.type));
  for (const { index, item, type } of sorted) {
    const bar = indexOf.get(item.index)!;
    const candidates = (successors.get(index) ?? []).flatMap(
      (to) => found.get(indexOf.get(schedule.at(to).item.index)!) ?? [],
    );
    const own = type === 'milestone' ? bar : first(candidates, finishAt);
    if (own !== undefined) found.set(bar, own);
  }
  return (index) => {
    for (let bar = index; bar >= 0; bar = items[bar]!.holder) if (found.has(bar)) return found.get(bar);
    return undefined;
  };
}

const rank = (type: string): number => (type === 'milestone' ? 1 : 0);

const first = (bars: readonly number[], finishAt: (bar: number) => number): number | undefined =>
  bars.length === 0 ? undefined : bars.reduce((a, b) => (finishAt(b) < finishAt(a) ? b : a));
