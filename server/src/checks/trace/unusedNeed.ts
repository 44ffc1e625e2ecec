import { hasIncoming, hasStrand, isPromised, itemsOfPart } from '../../model/trace';
import { comingFrom } from '../repair/links';
import { nearestFirst } from '../repair/stub';
import { unusedCheck } from './unused';

/** A need that no requirement, goal or further need comes from. */
export const unusedNeed = unusedCheck({
  code: 'trace/unused-need',
  items: (model) => itemsOfPart(model, 'need'),
  isUsed: (model, { index }) => hasIncoming(model, index, 'origin', 'follow-up'),
  lack: {
    en: 'led to nothing: no requirement comes from it.',
    zh: '没有下文：没有需求来自它。',
  },
  // A new requirement would lack everything itself.
  suggest: (model, need) =>
    nearestFirst(
      itemsOfPart(model, 'requirement').filter((item) => isPromised(item) && !hasStrand(model, item.index, 'origin')),
      need,
    )
      .slice(0, MOST_REQUIREMENTS)
      .map((requirement) => comingFrom(model, requirement, need)),
});

/** More would be a list that nobody reads. */
const MOST_REQUIREMENTS = 3;
