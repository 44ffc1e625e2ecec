/** Requirements as threads on the time axis: from what the customer said to what the customer signed. */
import { enumOf, valueOf, valuesOf } from '../../kinds/facts';
import type { LinkRole } from '../../kinds/table';
import { MINUTES_PER_DAY } from '../../kinds/time';
import type { Item, ItemIndex, Model } from '../../model/model';
import { hasStrand, isPromised, itemsOfPart, STRANDS, type Strand } from '../../model/trace';
import type { Knot, TimelineBar, TimelineRequirement } from './types';
import type { DrawnItem } from './items';

/** All requirements with an id, in the order of the model. */
export function requirementThreads(
  model: Model,
  items: readonly DrawnItem[],
  bars: readonly TimelineBar[],
): readonly TimelineRequirement[] {
  const barOf = new Map(items.map(({ item }, index) => [item.index, bars[index]!]));
  return itemsOfPart(model, 'requirement').flatMap((item): TimelineRequirement[] => {
    if (item.id === undefined) return [];
    const missing = missingStrands(model, item);
    const priority = enumOf(item, 'priority');
    return [
      {
        id: item.id,
        title: item.title,
        ...(priority === undefined ? {} : { priority }),
        knots: knotsOf(model, item, (index) => barOf.get(index)),
        ...(missing.length === 0 ? {} : { missing }),
      },
    ];
  });
}

const missingStrands = (model: Model, item: Item): readonly Strand[] =>
  isPromised(item) ? STRANDS.filter((strand) => !hasStrand(model, item.index, strand)) : [];

function knotsOf(model: Model, item: Item, barOf: (item: ItemIndex) => TimelineBar | undefined): readonly Knot[] {
  const delivering = [item.index, ...sources(model, item.index, ['satisfaction'])];
  const into = (...roles: readonly LinkRole[]): readonly ItemIndex[] => [
    ...new Set(delivering.flatMap((index) => sources(model, index, roles))),
  ];
  const work = into('realization');
  const milestones = into('delivery');
  const criteria = into('verification');
  const signoffs = [...delivering, ...milestones, ...criteria].flatMap((index) =>
    sources(model, index, ['acceptance']),
  );
  const bars = (type: Knot['type'], indexes: readonly ItemIndex[]): readonly Knot[] =>
    [...new Set(indexes)].flatMap((index) => barKnot(type, model.items[index]!, barOf(index)));
  return [
    ...originKnots(model, item),
    ...bars('work', work),
    ...criteria.flatMap((index) => evidenceKnots(model.items[index]!)),
    ...bars('milestone', milestones),
    ...bars('signoff', signoffs),
  ].sort((a, b) => a.start - b.start || a.finish - b.finish);
}

const sources = (model: Model, item: ItemIndex, roles: readonly LinkRole[]): readonly ItemIndex[] =>
  model
    .incoming(item)
    .flatMap(({ from, field }) => (field.link?.role && roles.includes(field.link.role) ? [from] : []));

function barKnot(type: Knot['type'], item: Item, bar: TimelineBar | undefined): readonly Knot[] {
  if (bar?.start === undefined || bar.finish === undefined) return [];
  return [{ type, title: nameOf(item), start: bar.start, finish: bar.finish }];
}

/** Sources with a date, found up the chain of `from` and `refines`. */
function originKnots(model: Model, item: Item): readonly Knot[] {
  const seen = new Set<ItemIndex>();
  const pending = [item.index];
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    for (const { to, field } of model.outgoing(index))
      if (to >= 0 && (field.link?.role === 'origin' || field.link?.role === 'refinement')) pending.push(to);
  }
  return [...seen].flatMap((index) => dateKnot('origin', model.items[index]!, 'date'));
}

function dateKnot(type: Knot['type'], item: Item, key: string): readonly Knot[] {
  const value = valueOf(item, key);
  const title = nameOf(item);
  if (value?.type === 'date') return [{ type, title, start: noon(value.day), finish: noon(value.day) }];
  if (value?.type !== 'period' || value.from === undefined || value.to === undefined) return [];
  return [{ type, title, start: value.from, finish: value.to }];
}

/** Results of a criterion that has passed, by their dates. */
const evidenceKnots = (criterion: Item): readonly Knot[] =>
  valuesOf(criterion, 'result').flatMap((value) =>
    value.type === 'result' && value.minute !== undefined && value.result === 'passed'
      ? [{ type: 'evidence', title: nameOf(criterion), start: value.minute, finish: value.minute }]
      : [],
  );

const noon = (day: number): number => day * MINUTES_PER_DAY + MINUTES_PER_DAY / 2;
const nameOf = ({ id, title }: Item): string => [id, title].filter(Boolean).join(' ');
