import { hasIncoming, itemsOfPart } from '../../model/trace';
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
});
