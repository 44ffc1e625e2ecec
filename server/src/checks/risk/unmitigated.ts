import { placeOfHead, type Model } from '../../model/model';
import { hasOutgoing } from '../../model/trace';
import type { ModelCheck } from '../check';
import { hasMisspeltField } from '../misspelt';
import { newChildTasks } from '../repair/stub';
import { Calling, inBoth } from '../wording';
import { openRisks } from '../../schedule/forecast/openRisks';
import { isExposed } from './exposure';

/** An open risk that matters, and nothing is done about it. */
export const unmitigated: ModelCheck = {
  code: 'risk/unmitigated',
  severity: 'warning',
  find: (model, { schedule }) =>
    openRisks(model)
      .filter((item) => !isMitigated(model, item.index) && isExposed(item, schedule.project))
      .filter((item) => !hasMisspeltField(item, 'mitigation'))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 没有缓解措施：没有任务降低它的可能性或影响。`
            : `${Calling(item, 'en')} has no mitigation: no task makes it less likely or less harmful.`,
        ),
        suggestions: () => newChildTasks(model, schedule, item, { en: 'Mitigate', zh: '应对' }),
      })),
};

/** By the tasks that it names, or by one that stands inside it. */
const isMitigated = (model: Model, item: number): boolean =>
  hasOutgoing(model, item, 'mitigation') || model.children(item).some(({ kind }) => kind?.trace === 'work');
