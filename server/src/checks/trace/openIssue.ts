import { enumOf, valueOf } from '../../kinds/facts';
import type { Item, Model } from '../../model/model';
import { hasIncoming, itemsOfKind } from '../../model/trace';
import { newChildTasks, ownedByManager } from '../repair/stub';
import { unusedCheck } from './unused';

/** An open issue that nobody owns and nothing addresses. */
export const openIssue = unusedCheck({
  code: 'trace/open-issue',
  items: (model) => itemsOfKind(model, 'issue'),
  isUsed: (model, item) => isEnded(item) || valueOf(item, 'owner') !== undefined || isAddressed(model, item),
  lack: {
    en: 'is open, and nobody sees to it: it has no owner, and no task, change or improvement addresses it.',
    zh: '尚未解决且无人跟进：没有负责人，也没有任务、变更或改进针对它。',
  },
  suggest: (model, issue, { schedule }) => [
    ...ownedByManager(model, schedule, issue),
    ...newChildTasks(model, schedule, issue, { en: 'Resolve', zh: '解决' }),
  ],
});

const isEnded = (item: Item): boolean =>
  ['doing', 'resolved', 'closed'].includes(enumOf(item, 'status') ?? 'open') ||
  valueOf(item, 'resolution') !== undefined;

const isAddressed = (model: Model, { index }: Item): boolean =>
  hasIncoming(model, index, 'follow-up') || model.children(index).length > 0;
