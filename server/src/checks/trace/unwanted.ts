import { enumOf, fieldOf, valueOf } from '../../kinds/facts';
import { placeIn, type Item, type Model, type Place } from '../../model/model';
import { isPromised, prioritiesOf, PRIORITY } from '../../model/trace';
import type { LinkRole } from '../../kinds/table';
import type { Text } from '../../kinds/tongue';
import type { ModelCheck, ModelFinding, Related } from '../check';
import { Calling, inBoth } from '../wording';
import { placeOfField, placeOfLink, relatedLink } from '../places';
import { removingLinks } from '../repair/links';

/** Work on, or delivery of, something that will not be done: a `wont`, a dropped or an excluded item. */
export const unwanted: ModelCheck = {
  code: 'trace/unwanted',
  severity: 'warning',
  find: (model) => {
    const exclusions = exclusionsOf(model);
    const pursued = pursuitsOf(model, exclusions);
    return [...pursued].flatMap(([index, links]) => {
      const item = model.items[index]!;
      const reason = reasonAgainst(model, item, exclusions);
      return reason ? [finding(model, item, links, reason)] : [];
    });
  },
};

const PURSUES = ['realization', 'delivery'] as const satisfies readonly LinkRole[];

/** By item that is not promised or is out of scope, the links of unfinished work and of milestones that lead to it. */
function pursuitsOf(model: Model, excluded: ReadonlyMap<number, number>): ReadonlyMap<number, readonly number[]> {
  const { from, to, withRole } = model.linkTable;
  const priorities = prioritiesOf(model);
  const isUnwanted = (target: number): boolean =>
    target >= 0 && ((priorities[target]! & PRIORITY.PROMISED) === 0 || excluded.has(target));
  const pursuing = PURSUES.flatMap((role) => [...withRole(role).filter((link) => isUnwanted(to[link]!))]);
  const pursued = new Map<number, number[]>();
  for (const link of pursuing.sort((a, b) => a - b)) {
    if (isDone(model.items[from[link]!]!)) continue;
    if (!pursued.get(to[link]!)?.push(link)) pursued.set(to[link]!, [link]);
  }
  return pursued;
}

function isDone(item: Item): boolean {
  const progress = valueOf(item, 'progress');
  return enumOf(item, 'status') === 'done' || (progress?.type === 'percent' && progress.fraction >= 1);
}

/** By item, the link of the scope that excludes it. */
function exclusionsOf({ linkTable: { to, withRole } }: Model): ReadonlyMap<number, number> {
  const exclusions = new Map<number, number>();
  for (const link of withRole('exclusion'))
    if (to[link]! >= 0 && !exclusions.has(to[link]!)) exclusions.set(to[link]!, link);
  return exclusions;
}

interface Reason {
  /** Completes the sentence that begins with the item. */
  readonly text: Text;
  /** Where it was decided. */
  readonly place: Place;
  /** Was it decided after the plan was made, so that the decision is what does not fit? */
  readonly isLate: boolean;
}

function reasonAgainst(model: Model, item: Item, exclusions: ReadonlyMap<number, number>): Reason | undefined {
  const status = fieldOf(item, 'status');
  if (status && enumOf(item, 'status') === 'dropped')
    return { text: { en: 'was dropped', zh: '已取消' }, place: placeIn(item, status.node), isLate: true };
  if (!isPromised(item))
    return {
      text: { en: 'will not be done', zh: '优先级为“不做”' },
      place: placeOfField(item, 'priority'),
      isLate: false,
    };
  const excluded = exclusions.get(item.index);
  return excluded === undefined
    ? undefined
    : { text: { en: 'is out of scope', zh: '不在范围内' }, place: placeOfLink(model, excluded), isLate: false };
}

/** A drop that the plan does not know of is shown where it was written; a plan for what was never wanted, in the plan. */
function finding(model: Model, item: Item, links: readonly number[], { text, place, isLate }: Reason): ModelFinding {
  const [first, ...others] = links as [number, ...number[]];
  const shown = isLate ? links : others;
  const decided: readonly Related[] = isLate
    ? []
    : [{ place, message: inBoth((tongue) => `${Calling(item, tongue)} ${text[tongue]}`) }];
  return {
    place: isLate ? place : placeOfLink(model, first),
    id: item.id,
    message: inBoth((tongue) =>
      tongue === 'zh'
        ? `${Calling(item, 'zh')} ${text.zh}，但计划中仍有它的工作或交付。`
        : `${Calling(item, 'en')} ${text.en}, but the plan still works on it or delivers it.`,
    ),
    related: () => [...decided, ...shown.map((link) => relatedLink(model, link))],
    suggestions: () => removingLinks(model, links),
  };
}
