import { valueOf } from '../../kinds/facts';
import type { Item, Model } from '../../model/model';
import { hasIncoming, hasOutgoing, itemsOfKind } from '../../model/trace';
import { createItem } from '../repair/declaration';
import { suggestion } from '../repair/repair';
import { stubTitle } from '../repair/stub';
import { unusedCheck } from './unused';

/** Feedback that nobody took up. Praise, four fifths of the score or more, asks for nothing. */
export const openFeedback = unusedCheck({
  code: 'trace/open-feedback',
  items: (model) => itemsOfKind(model, 'feedback'),
  isUsed: (model, item) => isPraise(item) || isTakenUp(model, item),
  lack: {
    en: 'led to nothing: no change, requirement, improvement or task results from it.',
    zh: '没有下文：没有由此产生变更、需求、改进或任务。',
  },
  suggest: (model, feedback) => {
    const { id } = feedback;
    if (id === undefined) return [];
    const improvement = { kind: 'improvement', title: stubTitle(feedback), fields: { addresses: id } };
    return [suggestion({ en: 'Create an improvement', zh: '新建改进' }, createItem(model, improvement, feedback))];
  },
});

const isTakenUp = (model: Model, { index }: Item): boolean =>
  hasOutgoing(model, index, 'follow-up') || hasIncoming(model, index, 'follow-up', 'origin');

const PRAISE = 0.8;

function isPraise(item: Item): boolean {
  const value = valueOf(item, 'score');
  return value?.type === 'score' && value.outOf !== undefined && value.score / value.outOf >= PRAISE;
}
