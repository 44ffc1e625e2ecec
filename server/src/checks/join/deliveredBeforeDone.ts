import type { PlanMinute } from '../../kinds/time';
import type { Item, ItemIndex, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { ModelSchedule } from '../../schedule/fromModel';
import type { ModelCheck, ModelFinding } from '../check';
import { dayWords, lastDayWords } from '../plan/dates';
import { placeOfHead, relatedLink } from '../places';
import { calling, Calling, inBoth } from '../wording';
import { promisedAt, workOn } from './milestoneDates';

/**
 * A milestone that delivers a requirement whose work is forecast to end later than the milestone, and than its due date: until
 * then the promise can be kept. The work that ends last is named.
 */
export const deliveredBeforeDone: ModelCheck = {
  code: 'join/delivered-before-done',
  severity: 'warning',
  find: (model, { schedule }) =>
    schedule.anchored
      ? itemsOfPart(model, 'milestone').flatMap((milestone) => {
          const at = promisedAt(schedule, milestone.index);
          const worst = at === undefined ? undefined : lastWork(model, schedule, milestone.index, at);
          return worst ? [finding(model, milestone, at!, worst)] : [];
        })
      : [],
};

interface LateWork {
  readonly work: ItemIndex;
  readonly finish: PlanMinute;
  /** The milestone's link to the item whose work it is. */
  readonly link: number;
}

function lastWork(model: Model, schedule: ModelSchedule, milestone: ItemIndex, at: PlanMinute): LateWork | undefined {
  const { outgoing, role, to } = model.linkTable;
  let worst: LateWork | undefined;
  for (const link of outgoing(milestone)) {
    if (role(link) !== 'delivery' || to[link]! < 0) continue;
    for (const work of workOn(model, to[link]!)) {
      const index = schedule.networkIndex[work]!;
      const finish = index < 0 ? NaN : schedule.plan.finish[index]!;
      if (finish > (worst?.finish ?? at)) worst = { work, finish, link };
    }
  }
  return worst;
}

function finding(model: Model, milestone: Item, at: PlanMinute, { work, finish, link }: LateWork): ModelFinding {
  const task = model.items[work]!;
  const delivered = model.items[model.linkTable.to[link]!]!;
  return {
    place: placeOfHead(milestone),
    id: milestone.id,
    message: inBoth((tongue) =>
      tongue === 'zh'
        ? `${Calling(milestone, 'zh')} 在 ${lastDayWords(at)} 交付${calling(delivered, 'zh')}，但其工作 ${task.id ?? task.title} 预计 ${lastDayWords(finish)} 才完成。`
        : `${Calling(milestone, 'en')} delivers ${calling(delivered, 'en')} on ${lastDayWords(at)}, but its work ${task.id ?? task.title} is forecast to end on ${lastDayWords(finish)}.`,
    ),
    related: [
      relatedLink(model, link),
      { place: placeOfHead(task), message: inBoth((tongue) => `${calling(task, tongue)}: …${dayWords(finish)}`) },
    ],
  };
}
