import { coverageOf, type Gap } from '../../model/coverage';
import { placeOfHead, type Item, type Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { gapWords, reasonWords } from '../gapWords';
import { placeOfLink } from '../places';
import { Calling, inBoth } from '../wording';

/**
 * A requirement whose own strands are complete, while something below it is broken. The cause has its own finding; this one
 * leads to it. What is merely not done yet is none.
 */
export const uncovered: ModelCheck = {
  code: 'trace/uncovered',
  severity: 'information',
  find: (model) => {
    const { isNeeded, nearest, weakest } = coverageOf(model);
    return itemsOfPart(model, 'requirement')
      .filter(({ index }) => {
        const cause = isNeeded(index) ? nearest(index, 'structure') : -1;
        return cause >= 0 && cause !== index;
      })
      .map((item) => finding(model, item, weakest(item.index, MOST_GAPS, 'structure')));
  },
};

/** Gaps that are named; more are a report, see `delivery coverage`. */
const MOST_GAPS = 3;

const finding = (model: Model, item: Item, gaps: readonly Gap[]): ModelFinding => ({
  place: placeOfHead(item),
  id: item.id,
  message: inBoth((tongue) =>
    tongue === 'zh'
      ? `${Calling(item, 'zh')} 自身的链接完整，但下层有缺口：${reasonWords(model, gaps, 'zh', item.index)}。`
      : `${Calling(item, 'en')} has all its strands, but below it ${reasonWords(model, gaps, 'en', item.index)}.`,
  ),
  related: () =>
    gaps.map((gap) => ({
      place: gap.link === undefined ? placeOfHead(model.items[gap.item]!) : placeOfLink(model, gap.link),
      message: inBoth((tongue) => gapWords(model, gap, tongue)),
    })),
});
