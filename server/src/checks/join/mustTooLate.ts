import { valueOf } from '../../kinds/facts';
import { itemsOfPart, prioritiesOf, PRIORITY } from '../../model/trace';
import type { PlanMinute } from '../../kinds/time';
import { placeOfHead, type Item, type Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { lastDayWords } from '../plan/dates';
import { relatedLink } from '../places';
import { Calling, calling, inBoth } from '../wording';
import { firstDeliveries } from './milestoneDates';

/** A must that no milestone delivers before the project ends. */
export const mustTooLate: ModelCheck = {
  code: 'join/must-too-late',
  severity: 'warning',
  find: (model, { schedule }) => {
    const period = schedule.project && valueOf(schedule.project, 'period');
    const end = period?.type === 'period' ? period.to : undefined;
    if (end === undefined) return [];
    const priorities = prioritiesOf(model);
    const { links, at } = firstDeliveries(schedule);
    return itemsOfPart(model, 'requirement')
      .filter(({ index }) => {
        const isMust = (priorities[index]! & PROMISED_MUST) === PROMISED_MUST;
        return isMust && links[index]! >= 0 && at[index]! > end;
      })
      .map((item) => finding(model, item, links[item.index]!, at[item.index]!, end));
  },
};

const finding = (model: Model, item: Item, link: number, at: PlanMinute, end: PlanMinute): ModelFinding => ({
  place: placeOfHead(item),
  id: item.id,
  message: inBoth((tongue) => {
    const milestone = calling(model.items[model.linkTable.from[link]!]!, tongue);
    return tongue === 'zh'
      ? `${Calling(item, 'zh')} 是必须实现的，但${milestone} 到 ${lastDayWords(at)} 才交付它，晚于项目结束日 ${lastDayWords(end)}。`
      : `${Calling(item, 'en')} is a must, but ${milestone} delivers it on ${lastDayWords(at)}, after the project’s end on ${lastDayWords(end)}.`;
  }),
  related: () => [relatedLink(model, link)],
});

const PROMISED_MUST = PRIORITY.PROMISED | PRIORITY.MUST;
