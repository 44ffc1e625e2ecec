import { fieldOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import type { Item, ItemIndex, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { ModelSchedule } from '../../schedule/fromModel';
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
    const accepted = new Set(acceptances(model).flatMap(({ index }) => targetsOf(model, index, 'acceptance')));
    return itemsOfPart(model, 'deliverable').flatMap((item) => {
      const due = accepted.has(item.index) ? undefined : dueOf(item);
      const handover = due === undefined ? undefined : handoverOf(model, schedule, item.index);
      if (due === undefined || !handover || handover.promised <= due || accepted.has(handover.by)) return [];
      return isOver(schedule, handover.by) ? [] : [finding(model, schedule, item, due, handover)];
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
  /** The same, or what was promised if that is earlier. */
  readonly promised: PlanMinute;
  /** Its link to the deliverable, if it is a milestone. */
  readonly link: number | undefined;
}

function handoverOf(model: Model, schedule: ModelSchedule, deliverable: ItemIndex): Handover | undefined {
  const { from, role, incoming } = model.linkTable;
  let first: Handover | undefined;
  for (const link of incoming(deliverable)) {
    const by = from[link]!;
    const at = role(link) === 'delivery' ? reachedAt(schedule, by) : undefined;
    if (at === undefined) continue;
    const promised = earlierPromise(schedule, by, at);
    if (!first || promised < first.promised) first = { by, at, promised, link };
  }
  const work = first || !schedule.anchored ? -1 : lastWorkOn(schedule)[deliverable]!;
  if (work < 0) return first;
  const at = schedule.plan.finish[schedule.networkIndex[work]!]!;
  return { by: work, at, promised: earlierPromise(schedule, work, at), link: undefined };
}

const earlierPromise = ({ facts, networkIndex }: ModelSchedule, item: ItemIndex, at: PlanMinute): PlanMinute =>
  Math.min(at, facts[networkIndex[item]!]!.deadline ?? at);

function finding(model: Model, schedule: ModelSchedule, item: Item, due: PlanMinute, handover: Handover): ModelFinding {
  const { by, at, link } = handover;
  const other = model.items[by]!;
  return {
    place: placeOfField(item, 'due'),
    id: item.id,
    message: inBoth((tongue) => {
      const [promise, day] = daysOrTimes(due, at);
      if (tongue === 'zh')
        return link === undefined
          ? `${Calling(item, 'zh')} 应在 ${promise} 移交，但其工作 ${other.id ?? other.title} 预计 ${day} 才完成。`
          : `${Calling(item, 'zh')} 应在 ${promise} 移交，但${calling(other, 'zh')} 到 ${day} 才交付它。`;
      return link === undefined
        ? `${Calling(item, 'en')} is due on ${promise}, but its work ${other.id ?? other.title} is forecast to end on ${day}.`
        : `${Calling(item, 'en')} is due on ${promise}, but ${calling(other, 'en')} delivers it on ${day}.`;
    }),
    related: (): readonly Related[] => {
      const index = schedule.networkIndex[by]!;
      const chain = schedule.anchored ? chainTo(schedule, index) : [];
      return link === undefined
        ? relatedChain(schedule, [...chain, index])
        : [relatedLink(model, link), ...relatedChain(schedule, chain)];
    },
    suggestions: () => [
      ...(link === undefined ? [] : earlierMilestones(model, schedule, item, due, link)),
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
