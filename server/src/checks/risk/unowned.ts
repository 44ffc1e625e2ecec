import { valueOf } from '../../kinds/facts';
import type { ModelCheck } from '../check';
import { hasMisspeltField } from '../misspelt';
import { ownedByManager } from '../repair/stub';
import { Calling, inBoth } from '../wording';
import { openRisks } from '../../schedule/forecast/openRisks';
import { isExposed } from './exposure';
import { placeOfHead } from '../../model/model';

/** An open risk that matters, and nobody watches it. */
export const unowned: ModelCheck = {
  code: 'risk/unowned',
  severity: 'warning',
  find: (model, { schedule }) =>
    openRisks(model)
      .filter((item) => valueOf(item, 'owner') === undefined && isExposed(item, schedule.project))
      .filter((item) => !hasMisspeltField(item, 'owner'))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 没有负责人：没有人跟踪它。`
            : `${Calling(item, 'en')} has no owner: nobody watches it.`,
        ),
        suggestions: () => ownedByManager(model, schedule, item),
      })),
};
