import { valueOf } from '../../kinds/facts';
import { itemsOfPart, prioritiesOf, PRIORITY } from '../../model/trace';
import type { ModelCheck } from '../check';
import { lastDayWords } from '../plan/dates';
import { placeOfHead, relatedLink } from '../places';
import { Calling, calling, inBoth } from '../wording';
import { firstDelivery } from './milestoneDates';

/** A must that no milestone delivers before the project ends. */
export const mustTooLate: ModelCheck = {
  code: 'join/must-too-late',
  severity: 'warning',
  find: (model, { schedule }) => {
    const period = schedule.project && valueOf(schedule.project, 'period');
    const end = period?.type === 'period' ? period.to : undefined;
    if (end === undefined) return [];
    const priorities = prioritiesOf(model);
    return itemsOfPart(model, 'requirement').flatMap((item) => {
      if ((priorities[item.index]! & PROMISED_MUST) !== PROMISED_MUST) return [];
      const delivery = firstDelivery(model, schedule, item.index);
      if (!delivery || delivery.at <= end) return [];
      const milestone = model.items[delivery.milestone]!;
      return [
        {
          place: placeOfHead(item),
          id: item.id,
          message: inBoth((tongue) =>
            tongue === 'zh'
              ? `${Calling(item, 'zh')} 是必须实现的，但${calling(milestone, 'zh')} 到 ${lastDayWords(delivery.at)} 才交付它，晚于项目结束日 ${lastDayWords(end)}。`
              : `${Calling(item, 'en')} is a must, but ${calling(milestone, 'en')} delivers it on ${lastDayWords(delivery.at)}, after the project’s end on ${lastDayWords(end)}.`,
          ),
          related: [relatedLink(model, delivery.link)],
        },
      ];
    });
  },
};

const PROMISED_MUST = PRIORITY.PROMISED | PRIORITY.MUST;
