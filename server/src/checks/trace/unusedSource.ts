import { hasIncoming, itemsOfPart } from '../../model/trace';
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
});
