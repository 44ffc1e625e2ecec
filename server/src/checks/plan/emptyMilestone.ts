import { isBare, valueOf } from '../../kinds/facts';
import { placeOfHead, type Item, type Model } from '../../model/model';
import { hasIncoming, hasOutgoing } from '../../model/trace';
import { TASK_SAYS } from '../../schedule/taskFacts';
import type { ModelCheck } from '../check';
import { Calling, inBoth } from '../wording';

/** A milestone that means nothing: nothing leads to it, it delivers nothing, nobody accepts it or waits for it. */
export const emptyMilestone: ModelCheck = {
  code: 'plan/empty-milestone',
  severity: 'warning',
  find: (model, { schedule: { scheduled, says } }) =>
    scheduled
      .filter((item, index) => (says[index]! & TASK_SAYS.MILESTONE) !== 0 && isEmpty(model, item) && !isBare(item))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 没有意义：它前后都没有任务，也不交付任何内容。`
            : `${Calling(item, 'en')} means nothing: no work leads to it or waits for it, and it delivers nothing.`,
        ),
      })),
};

const isEmpty = (model: Model, item: Item): boolean =>
  !hasOutgoing(model, item.index, 'sequence', 'delivery') &&
  !hasIncoming(model, item.index, 'sequence', 'acceptance') &&
  valueOf(item, 'payment') === undefined &&
  model.children(item.index).length === 0;
