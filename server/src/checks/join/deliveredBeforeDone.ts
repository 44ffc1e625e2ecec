import type { PlanMinute } from '../../kinds/time';
import { placeOfHead, type Item, type ItemIndex, type Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { dayWords, lastDayWords } from '../plan/dates';
import { relatedLink } from '../places';
import { linkTo } from '../repair/links';
import { suggestion } from '../repair/repair';
import { calling, Calling, inBoth } from '../wording';
import { lastWorkOn, promisedAt } from './milestoneDates';

/**
 * A milestone that delivers a requirement whose work is forecast to end later than the milestone, and than its due date: until
 * then the promise can be kept. The work that ends last is named.
 */
export const deliveredBeforeDone: ModelCheck = {
  code: 'join/delivered-before-done',
  severity: 'warning',
  find: (model, { schedule }) => {
    if (!schedule.anchored) return [];
    const last = lastWorkOn(schedule);
    const worst = new Map<ItemIndex, LateWork>();
    const { from, to, withRole } = model.linkTable;
    withRole('delivery').forEach((link) => {
      const work = to[link]! < 0 ? -1 : last[to[link]!]!;
      if (work < 0) return;
      const milestone = from[link]!;
      const finish = schedule.plan.finish[schedule.networkIndex[work]!]!;
      const limit = worst.get(milestone)?.finish ?? promisedAt(schedule, milestone);
      if (limit !== undefined && finish > limit) worst.set(milestone, { work, finish, link });
    });
    return [...worst].map(([milestone, late]) =>
      finding(model, model.items[milestone]!, promisedAt(schedule, milestone)!, late),
    );
  },
};

interface LateWork {
  readonly work: ItemIndex;
  readonly finish: PlanMinute;
  /** The milestone's link to the item whose work it is. */
  readonly link: number;
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
    related: () => [
      relatedLink(model, link),
      { place: placeOfHead(task), message: inBoth((tongue) => `${calling(task, tongue)}: …${dayWords(finish)}`) },
    ],
    // One with a due date would only be late then.
    suggestions: () => [
      suggestion(
        inBoth((tongue) => (tongue === 'zh' ? `等待${calling(task, 'zh')}` : `Wait for ${calling(task, 'en')}`)),
        linkTo(model, milestone, 'sequence', task),
      ),
    ],
  };
}
