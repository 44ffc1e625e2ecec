import { isBare } from '../../kinds/facts';
import type { Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import { servingItems } from '../../model/purpose';
import type { ModelCheck } from '../check';
import { Calling, inBoth } from '../wording';
import { placeOfHead } from '../places';

/** Work, or a deliverable, that serves no requirement: scope creep. A plan without any requirement has nothing to serve. */
export const noPurpose: ModelCheck = {
  code: 'trace/no-purpose',
  severity: 'warning',
  find: (model) => {
    if (itemsOfPart(model, 'requirement').length === 0) return [];
    const serving = servingItems(model);
    return candidates(model)
      .filter((item) => serving[item.index] === 0 && !isBare(item))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 不服务于任何需求：没有说明为什么要做（范围蔓延）。`
            : `${Calling(item, 'en')} serves no requirement: nothing says what it is for (scope creep).`,
        ),
      }));
  },
};

const candidates = (model: Model) => [...itemsOfPart(model, 'work'), ...itemsOfPart(model, 'deliverable')];
