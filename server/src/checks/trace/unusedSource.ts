import { hasIncoming, hasOutgoing, itemsOfPart } from '../../model/trace';
import { comingFrom } from '../repair/links';
import { nearestFirst } from '../repair/stub';
import { unusedCheck } from './unused';

/** A conversation, survey or document that no need, goal or requirement comes from. */
export const unusedSource = unusedCheck({
  code: 'trace/unused-source',
  items: (model) => itemsOfPart(model, 'origin'),
  isUsed: (model, { index }) => hasIncoming(model, index, 'origin'),
  lack: {
    en: 'led to nothing: no need, goal or requirement comes from it.',
    zh: '没有下文：没有诉求、目标或需求来自它。',
  },
  // A new need would lead to nothing itself.
  suggest: (model, source) =>
    nearestFirst(
      itemsOfPart(model, 'need').filter(({ index }) => !hasOutgoing(model, index, 'origin')),
      source,
    )
      .slice(0, MOST_NEEDS)
      .map((need) => comingFrom(model, need, source)),
});

/** More would be a list that nobody reads. */
const MOST_NEEDS = 3;
