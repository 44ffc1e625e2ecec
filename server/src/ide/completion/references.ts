/** Items that a field may refer to. */
import { nameOf } from '../../checks/wording';
import type { Field, LinkRole } from '../../kinds/table';
import { referencesOf } from '../../kinds/values';
import type { Item, ItemIndex, Model } from '../../model/model';
import { coverageWords } from '../itemCard';
import { statusWords } from '../traceTree';
import { fitOf } from './fit';
import { freeShareOf, isPerson, personWords, rolesOf } from './people';
import type { Completion, Question } from './types';

/**
 * The items that fit what is typed, the best `most` of them and one more if there are more: never the item itself, nor what
 * the field names already.
 */
export function referenceEntries(question: Question, field: Field, most: number): readonly Completion[] {
  const { world, context } = question;
  const { model } = world;
  const nearness = nearnessOf(model, field, context.item, context.file);
  const free = freeShareOf(question, field);
  const ids: Candidate[] = [];
  const fit = fitOf(context.word.typed);
  const allowed = allowedKinds(model, field);
  const barred = barredFrom(model, field, context.item, context.word.start);
  for (let index = 0; index < model.items.length; index++) {
    const kind = model.kinds[index]!;
    if (kind < 0 || !allowed[kind]) continue;
    const item = model.items[index]!;
    if (item.id === undefined || barred.has(index) || model.indexOfId(item.idNumber) !== index) continue;
    const tier = fit(item.id, aliasOf(item));
    if (tier !== undefined) ids.push({ item, tier, rank: tier * WORSE - nearness(index) - 100 * (free(index) ?? 0) });
  }
  return bestOf(ids, most).map(({ item, tier, rank }) =>
    itemEntry(question, item, rank - tier * WORSE, free(item.index)),
  );
}

/** What fits less well comes behind all that fits better. */
const WORSE = 10_000;

interface Candidate {
  readonly item: Item;
  readonly tier: number;
  readonly rank: number;
}

/** The first ones of an order and one more, without sorting all. */
function bestOf(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  if (candidates.length <= most) return candidates;
  const limit = Float64Array.from(candidates, ({ rank }) => rank).sort()[most]!;
  const better = candidates.filter(({ rank }) => rank < limit);
  return [...better, ...candidates.filter(({ rank }) => rank === limit).slice(0, most + 1 - better.length)];
}

/** People are known by what they do, too. */
const aliasOf = (item: Item): string => (isPerson(item) ? [item.title, ...rolesOf(item)].join(' ') : item.title);

/** An item by its id. */
export function itemEntry(question: Question, item: Item, rank: number, free?: number): Completion {
  const { world, tongue } = question;
  const { id = '', title, kind } = item;
  const name = title || (kind ? nameOf(kind.names, tongue) : '');
  const words = isPerson(item)
    ? personWords(question, item, free)
    : [statusWords(item, tongue).join(tongue === 'zh' ? '，' : ', '), coverageWords(world.model, item, tongue)];
  return {
    label: id,
    type: isPerson(item) ? 'person' : 'reference',
    insert: id,
    detail: [name, ...words].filter((part) => part !== '').join(' · '),
    alias: aliasOf(item),
    documentation: '',
    item,
    rank,
  };
}

/** The item before the cursor, or else behind it, that is nearest of those that a field may refer to. */
export function nearestTarget({ world: { model }, context }: Question, field: Field): Item | undefined {
  const { items, kinds } = model;
  const allowed = allowedKinds(model, field);
  const barred = barredFrom(model, field, context.item, context.word.start);
  const around = context.item?.index ?? lastOf(model, context.file);
  const fits = (index: ItemIndex): boolean =>
    kinds[index]! >= 0 && allowed[kinds[index]!]! && items[index]!.id !== undefined && !barred.has(index);
  for (let index = around; index >= 0; index--) if (fits(index)) return items[index];
  for (let index = around + 1; index < items.length; index++) if (fits(index)) return items[index];
  return undefined;
}

/** The last item of a file, or the first one of all. */
const lastOf = ({ items }: Model, file: number): ItemIndex =>
  Math.max(
    0,
    items.findLastIndex((item) => item.file <= file),
  );

/** By number of a kind, may the field refer to its items? */
const allowedKinds = ({ table: { kinds } }: Model, { targets, types }: Field): readonly boolean[] =>
  kinds.map(({ key }) => (targets ? targets.has(key) : !types.some((type) => SIGNED.has(type)) || PEOPLE.has(key)));

/** Values that end in who did it. */
const SIGNED: ReadonlySet<string> = new Set(['stamp', 'result']);
const PEOPLE: ReadonlySet<string> = new Set(['person', 'team', 'organization']);

/** The item itself, what its field names already, and, where it would wait for them, the items that it is a part of. */
function barredFrom(model: Model, field: Field, item: Item | undefined, at: number): ReadonlySet<ItemIndex> {
  const barred = new Set<ItemIndex>();
  if (!item) return barred;
  barred.add(item.index);
  for (const { field: written, values } of item.fields)
    if (written === field)
      for (const { value, phrase } of values)
        if (value && !(phrase.start <= at && at <= phrase.end))
          for (const { id } of referencesOf(value)) barred.add(model.byId(id)?.index ?? -1);
  if (field.link?.role === 'sequence')
    for (let holder = item.parent; holder >= 0; holder = model.items[holder]!.parent) barred.add(holder);
  return barred;
}

/** Roles in which one link is what an item lacks: those that have one can wait. */
const WANTED: ReadonlySet<LinkRole> = new Set([
  'origin',
  'verification',
  'realization',
  'satisfaction',
  'delivery',
  'acceptance',
  'mitigation',
  'follow-up',
]);

/**
 * How near items are to the one that is written in, roughly from 0 to 1000: those of the same parent or milestone, of the same
 * file, on lines nearby; those that lack such a link; those that are often referred to.
 */
function nearnessOf(model: Model, field: Field, around: Item | undefined, file: number): (item: ItemIndex) => number {
  const { linkTable, items } = model;
  const role = field.link?.role;
  const served = role !== undefined && WANTED.has(role) ? servedBy(model, role, around) : undefined;
  const together = around ? besidesMilestones(model, around) : new Set<ItemIndex>();
  const parent = around?.parent ?? -1;
  const at = around?.index ?? lastOf(model, file);
  return (index) => {
    const item = items[index]!;
    return (
      (parent >= 0 && item.parent === parent ? 250 : 0) +
      (together.has(index) ? 200 : 0) +
      (item.file === file ? 150 : 0) +
      (served && !served.has(index) ? 150 : 0) +
      Math.max(0, 100 - Math.abs(index - at)) +
      Math.min(50, 10 * Math.log2(1 + linkTable.incoming(index).length))
    );
  };
}

/** What others than the item link to in a role. */
const servedBy = ({ linkTable: { withRole, from, to } }: Model, role: LinkRole, item: Item | undefined) =>
  new Set(
    Array.from(
      withRole(role).filter((link) => from[link] !== item?.index),
      (link) => to[link]!,
    ),
  );

/** Most milestones whose company counts. */
const MOST_MILESTONES = 3;

/** What belongs to the milestones that an item is linked to, or that deliver what it is linked to. */
function besidesMilestones(model: Model, around: Item): ReadonlySet<ItemIndex> {
  const neighbours = (index: ItemIndex): ItemIndex[] => [
    ...model.outgoing(index).flatMap(({ to }) => (to >= 0 ? [to] : [])),
    ...model.incoming(index).map(({ from }) => from),
  ];
  const isMilestone = (index: ItemIndex): boolean => model.items[index]!.kind?.trace === 'milestone';
  const near = [around.index, ...neighbours(around.index).slice(0, 20)];
  const milestones = new Set(near.flatMap((index) => neighbours(index).slice(0, 200)).filter(isMilestone));
  return new Set([...milestones].slice(0, MOST_MILESTONES).flatMap((index) => neighbours(index).slice(0, 500)));
}
