import { valueOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import { placeOfHead, type Item, type ItemIndex, type Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { dayWords, lastDayWords } from '../plan/dates';
import { placeOfField } from '../places';
import { calling, Calling, inBoth } from '../wording';
import { acceptances, signedAt, targetsOf } from './closed';

/** A criterion that was verified only after what it verifies had been accepted. */
export const criterionAfterSignoff: ModelCheck = {
  code: 'join/criterion-after-signoff',
  severity: 'warning',
  find: (model) => {
    const first = firstSignoffs(model);
    return [...first].flatMap(([item, { signoff, at }]) =>
      criteriaOf(model, item).flatMap((criterion) => {
        const result = valueOf(criterion, 'result');
        const isLater = result?.type === 'result' && result.minute !== undefined && result.minute >= at;
        return isLater ? [finding(criterion, result.minute, signoff, at)] : [];
      }),
    );
  },
};

interface Signature {
  readonly signoff: Item;
  readonly at: PlanMinute;
}

/** By what was accepted, itself or with a milestone that delivers it, its first sign-off with a date. */
function firstSignoffs(model: Model): ReadonlyMap<ItemIndex, Signature> {
  const first = new Map<ItemIndex, Signature>();
  for (const signoff of acceptances(model)) {
    const at = signedAt(signoff);
    if (at === undefined) continue;
    const accepted = targetsOf(model, signoff.index, 'acceptance');
    for (const item of [...accepted, ...accepted.flatMap((milestone) => targetsOf(model, milestone, 'delivery'))])
      if (at < (first.get(item)?.at ?? Infinity)) first.set(item, { signoff, at });
  }
  return first;
}

/** The criteria that verify an item, or the item itself if it is one. */
function criteriaOf({ items, linkTable: { incoming, role, from } }: Model, item: ItemIndex): readonly Item[] {
  const criteria = [...incoming(item)]
    .filter((link) => role(link) === 'verification')
    .map((link) => items[from[link]!]!);
  return items[item]!.kind?.trace === 'criterion' ? [items[item]!, ...criteria] : criteria;
}

const finding = (criterion: Item, minute: PlanMinute, signoff: Item, at: PlanMinute): ModelFinding => ({
  place: placeOfField(criterion, 'result'),
  id: criterion.id,
  message: inBoth((tongue) =>
    tongue === 'zh'
      ? `${Calling(criterion, 'zh')} 在 ${dayWords(minute)} 才验证，而${calling(signoff, 'zh')} 在 ${lastDayWords(at)} 已验收。`
      : `${Calling(criterion, 'en')} was verified on ${dayWords(minute)}, after ${calling(signoff, 'en')} had accepted it on ${lastDayWords(at)}.`,
  ),
  related: () => [{ place: placeOfHead(signoff), message: inBoth((tongue) => Calling(signoff, tongue)) }],
});
