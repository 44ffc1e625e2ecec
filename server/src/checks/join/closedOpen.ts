import { coverageOf, type Gap } from '../../model/coverage';
import { placeOfHead, type Item, type ItemIndex, type Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { gapWords, reasonWords } from '../gapWords';
import { Calling, inBoth } from '../wording';
import { acceptances, isReached, targetsOf } from './closed';

/** A milestone that was reached, or a sign-off that accepted, while something it stands for is not covered, failed or suspect. */
export const closedOpen: ModelCheck = {
  code: 'join/closed-open',
  severity: 'warning',
  find: (model) => {
    const signed = acceptances(model).map((item) => ({ item, promised: targetsOf(model, item.index, 'acceptance') }));
    const accepted = new Set(signed.flatMap(({ promised }) => promised));
    const reached = itemsOfPart(model, 'milestone')
      // One that was accepted as well is told of once, at the signature.
      .filter((item) => isReached(item) && !accepted.has(item.index))
      .map((item) => ({ item, promised: targetsOf(model, item.index, 'delivery') }));
    return [...signed, ...reached].flatMap(({ item, promised }) => {
      const gaps = openIn(model, promised);
      return gaps.length > 0 ? [finding(model, item, gaps)] : [];
    });
  },
};

/** Gaps of what was promised, other than those of a promise itself that has a finding of its own in any case. */
function openIn(model: Model, promised: readonly ItemIndex[]): readonly Gap[] {
  const { isNeeded, weakest } = coverageOf(model);
  const gaps = new Map<string, Gap>();
  for (const item of promised)
    if (isNeeded(item))
      for (const gap of weakest(item, MOST_GAPS))
        if (gap.kind !== 'not-signed') gaps.set(`${gap.item} ${gap.kind}`, gap);
  return [...gaps.values()].slice(0, MOST_GAPS);
}

const MOST_GAPS = 5;

const finding = (model: Model, item: Item, gaps: readonly Gap[]): ModelFinding => ({
  place: placeOfHead(item),
  id: item.id,
  message: inBoth((tongue) => {
    const reasons = reasonWords(model, gaps, tongue, item.index);
    const isMilestone = item.kind?.trace === 'milestone';
    if (tongue === 'zh')
      return `${Calling(item, 'zh')} ${isMilestone ? '已达成' : '已验收'}，但仍有未了结的内容：${reasons}。`;
    return isMilestone
      ? `${Calling(item, 'en')} was reached, but what it delivers is still open: ${reasons}.`
      : `${Calling(item, 'en')} accepted what is still open: ${reasons}.`;
  }),
  related: () =>
    gaps.map((gap) => ({
      place: placeOfHead(model.items[gap.item]!),
      message: inBoth((tongue) => gapWords(model, gap, tongue)),
    })),
});
