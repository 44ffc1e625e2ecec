/** What counts as closed: reached, or signed. */
import { enumOf, valueOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import { MINUTES_PER_DAY } from '../../kinds/time';
import type { Item, ItemIndex, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';

/** Says its own text that the milestone was reached? */
export function isReached(milestone: Item): boolean {
  const progress = valueOf(milestone, 'progress');
  return (
    valueOf(milestone, 'actual') !== undefined ||
    enumOf(milestone, 'status') === 'done' ||
    (progress?.type === 'percent' && progress.fraction >= 1)
  );
}

/** The sign-offs that accepted something, with or without conditions. */
export const acceptances = (model: Model): readonly Item[] =>
  itemsOfPart(model, 'acceptance').filter((item) => ['accepted', 'conditional'].includes(enumOf(item, 'result') ?? ''));

/** The end of the day on which it was signed; undefined without a date. */
export function signedAt(signoff: Item): PlanMinute | undefined {
  const date = valueOf(signoff, 'date');
  return date?.type === 'date' ? (date.day + 1) * MINUTES_PER_DAY : undefined;
}

/** What links of a role lead to from an item. */
export function targetsOf(
  { linkTable }: Model,
  item: ItemIndex,
  role: 'acceptance' | 'delivery',
): readonly ItemIndex[] {
  const targets: ItemIndex[] = [];
  for (const link of linkTable.outgoing(item))
    if (linkTable.role(link) === role && linkTable.to[link]! >= 0) targets.push(linkTable.to[link]!);
  return targets;
}
