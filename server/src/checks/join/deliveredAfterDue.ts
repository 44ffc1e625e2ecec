import { fieldOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import type { Item, ItemIndex, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { Shape } from '../../model/shape';
import type { ModelSchedule } from '../../schedule/fromModel';
import { perPlanAndShape } from '../../schedule/perPlan';
import { dueOf, TASK_SAYS } from '../../schedule/taskFacts';
import type { ModelCheck, ModelFinding, Related } from '../check';
import { daysOrTimes, lastDayWords } from '../plan/dates';
import { chainTo, relatedChain } from '../plan/late';
import { placeOfField, relatedLink } from '../places';
import { linkTo, removingLinks } from '../repair/links';
import { replacing, suggestion, type Repair } from '../repair/repair';
import { calling, Calling, inBoth } from '../wording';
import { acceptances, targetsOf } from './closed';
import { lastWorkOn, promisedAt, reachedAt } from './milestoneDates';

/**
 * A deliverable that is due before the first milestone that delivers it is reached; without such a milestone, before the work
 * on it is forecast to end. Where the milestone or the work promises to be there by then and is late, that is another finding.
 */
export const deliveredAfterDue: ModelCheck = {
  code: 'join/delivered-after-due',
  severity: 'warning',
  find: (model, { schedule }) => {
    const { by, at, promised, links } = handovers(schedule);
    const late = itemsOfPart(model, 'deliverable').flatMap((item) => {
      const handedOver = promised[item.index]!;
      const due = handedOver === Infinity ? undefined : dueOf(item);
      return due !== undefined && handedOver > due ? [{ item, due }] : [];
    });
    if (late.length === 0) return [];
    const accepted = new Set(acceptances(model).flatMap(({ index }) => targetsOf(model, index, 'acceptance')));
    return late
      .filter(
        ({ item: { index } }) => !accepted.has(index) && !accepted.has(by[index]!) && !isOver(schedule, by[index]!),
      )
      .map(({ item, due }) => {
        const { index } = item;
        return finding(model, schedule, item, due, { by: by[index]!, at: at[index]!, link: links[index]! });
      });
  },
};

const isOver = ({ says, networkIndex }: ModelSchedule, item: ItemIndex): boolean =>
  (says[networkIndex[item]!]! & (TASK_SAYS.DONE | TASK_SAYS.ENDED)) !== 0;

/** When a deliverable is handed over. */
interface Handover {
  /** The milestone, or the work. */
  readonly by: ItemIndex;
  readonly at: PlanMinute;
  /** Its link to the deliverable, if it is a milestone, or -1. */
  readonly link: number;
}

/** The same by item, and what was promised if that is earlier: infinite of what nothing with a date hands over. */
interface Handovers {
  readonly by: Int32Array;
  readonly at: Float64Array;
  readonly promised: Float64Array;
  readonly links: Int32Array;
}

const handovers = perPlanAndShape(findHandovers);

function findHandovers(schedule: ModelSchedule, { kinds, links: { from, to, withRole } }: Shape): Handovers {
  const { facts, networkIndex, plan, anchored } = schedule;
  const by = new Int32Array(kinds.length).fill(-1);
  const at = new Float64Array(kinds.length);
  const promised = new Float64Array(kinds.length).fill(Infinity);
  const links = new Int32Array(kinds.length).fill(-1);
  const handOver = (item: ItemIndex, handover: Handover): void => {
    const earlier = Math.min(handover.at, facts[networkIndex[handover.by]!]!.deadline ?? Infinity);
    if (earlier >= promised[item]!) return;
    promised[item] = earlier;
    by[item] = handover.by;
    at[item] = handover.at;
    links[item] = handover.link;
  };
  withRole('delivery').forEach((link) => {
    const reached = to[link]! < 0 ? undefined : reachedAt(schedule, from[link]!);
    if (reached !== undefined) handOver(to[link]!, { by: from[link]!, at: reached, link });
  });
  if (!anchored) return { by, at, promised, links };
  lastWorkOn(schedule).forEach((work, item) => {
    if (work >= 0 && links[item]! < 0) handOver(item, { by: work, at: plan.finish[networkIndex[work]!]!, link: -1 });
  });
  return { by, at, promised, links };
}

function finding(model: Model, schedule: ModelSchedule, item: Item, due: PlanMinute, handover: Handover): ModelFinding {
  const { by, at, link } = handover;
  const other = model.items[by]!;
  return {
    place: placeOfField(item, 'due'),
    id: item.id,
    message: inBoth((tongue) => {
      const [promise, day] = daysOrTimes(due, at);
      if (tongue === 'zh')
        return link < 0
          ? `${Calling(item, 'zh')} 应在 ${promise} 移交，但其工作 ${other.id ?? other.title} 预计 ${day} 才完成。`
          : `${Calling(item, 'zh')} 应在 ${promise} 移交，但${calling(other, 'zh')} 到 ${day} 才交付它。`;
      return link < 0
        ? `${Calling(item, 'en')} is due on ${promise}, but its work ${other.id ?? other.title} is forecast to end on ${day}.`
        : `${Calling(item, 'en')} is due on ${promise}, but ${calling(other, 'en')} delivers it on ${day}.`;
    }),
    related: (): readonly Related[] => {
      const index = schedule.networkIndex[by]!;
      const chain = schedule.anchored ? chainTo(schedule, index) : [];
      return link < 0
        ? relatedChain(schedule, [...chain, index])
        : [relatedLink(model, link), ...relatedChain(schedule, chain)];
    },
    suggestions: () => [
      ...(link < 0 ? [] : earlierMilestones(model, schedule, item, due, link)),
      dueOn(item, promisedAt(schedule, by) ?? at),
    ],
  };
}

/** Milestones that are reached in time, and not before the work on it is done, the last first: that leaves most time. */
function earlierMilestones(
  model: Model,
  schedule: ModelSchedule,
  item: Item,
  due: PlanMinute,
  link: number,
): readonly Repair[] {
  const work = lastWorkOn(schedule)[item.index]!;
  const end = work < 0 ? -Infinity : schedule.plan.finish[schedule.networkIndex[work]!]!;
  const undo = removingLinks(model, [link]).flatMap(({ edits }) => edits);
  return itemsOfPart(model, 'milestone')
    .flatMap((milestone) => {
      const at = promisedAt(schedule, milestone.index);
      return at === undefined || at > due || at < end || isOver(schedule, milestone.index) ? [] : [{ milestone, at }];
    })
    .sort((a, b) => b.at - a.at)
    .map(({ milestone }) =>
      suggestion(
        inBoth((tongue) =>
          tongue === 'zh'
            ? `改由${calling(milestone, 'zh')} 交付`
            : `Deliver it with ${calling(milestone, 'en')} instead`,
        ),
        undo.length === 0 ? [] : [...linkTo(model, milestone, 'delivery', item), ...undo],
      ),
    );
}

/** The day in place of the one that is written. */
function dueOn(item: Item, at: PlanMinute): Repair {
  const day = lastDayWords(at);
  const written = fieldOf(item, 'due')?.values[0]?.phrase;
  return suggestion(
    { en: `Change the due date to ${day}`, zh: `把到期日改为 ${day}` },
    written ? [replacing(item, written, day)] : [],
  );
}
