import { prioritiesOf, PRIORITY } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { lastDayWords } from '../plan/dates';
import { placeOfLink, relatedLink } from '../places';
import { Calling, calling, inBoth } from '../wording';
import { firstDelivery } from './milestoneDates';

/** A requirement that depends on one which a later milestone delivers. */
export const dependencyLater: ModelCheck = {
  code: 'join/dependency-later',
  severity: 'warning',
  find: (model, { schedule }) => {
    const { from, to, withRole } = model.linkTable;
    const priorities = prioritiesOf(model);
    const findings: ModelFinding[] = [];
    for (const link of withRole('dependency')) {
      if (to[link]! < 0 || to[link] === from[link]) continue;
      if ((priorities[from[link]!]! & priorities[to[link]!]! & PRIORITY.PROMISED) === 0) continue;
      const own = firstDelivery(model, schedule, from[link]!);
      const later = firstDelivery(model, schedule, to[link]!);
      if (!own || !later || own.at >= later.at) continue;
      const [item, other] = [model.items[from[link]!]!, model.items[to[link]!]!];
      findings.push({
        place: placeOfLink(model, link),
        id: item.id,
        message: inBoth((tongue) => {
          const [milestone, laterMilestone] = [model.items[own.milestone]!, model.items[later.milestone]!];
          return tongue === 'zh'
            ? `${Calling(item, 'zh')} 由${calling(milestone, 'zh')} 在 ${lastDayWords(own.at)} 交付，却依赖 ${lastDayWords(later.at)} 才由${calling(laterMilestone, 'zh')} 交付的${calling(other, 'zh')}。`
            : `${Calling(item, 'en')} is delivered by ${calling(milestone, 'en')} on ${lastDayWords(own.at)}, but depends on ${calling(other, 'en')}, which ${calling(laterMilestone, 'en')} delivers on ${lastDayWords(later.at)}.`;
        }),
        related: [relatedLink(model, later.link), relatedLink(model, own.link)],
      });
    }
    return findings;
  },
};
