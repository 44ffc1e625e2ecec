import { prioritiesOf, PRIORITY } from '../../model/trace';
import type { Model } from '../../model/model';
import { perPlanAndShape } from '../../schedule/perPlan';
import type { ModelCheck, ModelFinding } from '../check';
import { lastDayWords } from '../plan/dates';
import { placeOfLink, relatedLink } from '../places';
import { Calling, calling, inBoth } from '../wording';
import { firstDeliveries, type FirstDeliveries } from './milestoneDates';

/** A requirement that depends on one which a later milestone delivers. */
export const dependencyLater: ModelCheck = {
  code: 'join/dependency-later',
  severity: 'warning',
  find: (model, { schedule }) => {
    const { from, to } = model.linkTable;
    const priorities = prioritiesOf(model);
    const deliveries = firstDeliveries(schedule);
    return linksToLater(schedule)
      .filter((link) => (priorities[from[link]!]! & priorities[to[link]!]! & PRIORITY.PROMISED) !== 0)
      .map((link) => finding(model, link, deliveries));
  },
};

/** The dependencies of what is delivered on what is delivered later. */
const linksToLater = perPlanAndShape((schedule, { links: { from, to, withRole } }): readonly number[] => {
  const { links, at } = firstDeliveries(schedule);
  const found: number[] = [];
  withRole('dependency').forEach((link) => {
    const [item, other] = [from[link]!, to[link]!];
    if (other >= 0 && links[item]! >= 0 && links[other]! >= 0 && at[item]! < at[other]!) found.push(link);
  });
  return found;
});

function finding(model: Model, link: number, { links, at }: FirstDeliveries): ModelFinding {
  const { items, linkTable } = model;
  const [item, other] = [items[linkTable.from[link]!]!, items[linkTable.to[link]!]!];
  return {
    place: placeOfLink(model, link),
    id: item.id,
    message: inBoth((tongue) => {
      const [own, later] = [item, other].map(({ index }) => ({
        milestone: calling(items[linkTable.from[links[index]!]!]!, tongue),
        day: lastDayWords(at[index]!),
      })) as [Delivered, Delivered];
      return tongue === 'zh'
        ? `${Calling(item, 'zh')} 由${own.milestone} 在 ${own.day} 交付，却依赖 ${later.day} 才由${later.milestone} 交付的${calling(other, 'zh')}。`
        : `${Calling(item, 'en')} is delivered by ${own.milestone} on ${own.day}, but depends on ${calling(other, 'en')}, which ${later.milestone} delivers on ${later.day}.`;
    }),
    related: () => [other, item].map(({ index }) => relatedLink(model, links[index]!)),
  };
}

interface Delivered {
  readonly milestone: string;
  readonly day: string;
}
