/** What stands above an item: what came of it, how far it is, when it will be there, each with the places behind it. */
import { chainTo, isLate, lateBy } from '../checks/plan/late';
import type { LinkRole } from '../kinds/table';
import type { Tongue } from '../kinds/tongue';
import { coverageOf } from '../model/coverage';
import { placeOfHead, type Item, type ItemIndex, type Model, type Place } from '../model/model';
import { firstDay, shortDate, shortDays } from './dates';
import type { World } from './world';

/** Which of an item's lenses; their words are computed when the item is on the screen. */
export type LensPart = 'requirements' | 'tasks' | 'criteria' | 'milestone' | 'delivers' | 'late';

/** Which lenses are wanted. */
export type LensTypes = Readonly<Record<LensPart, boolean>>;

export interface Lens {
  /** The word that the item is known by. */
  readonly place: Place;
  readonly item: ItemIndex;
  readonly part: LensPart;
}

export interface LensText {
  /** "3 tasks", "2/4 criteria", "M-1 31 Mar", "late 4 d" */
  readonly title: string;
  /** What the title counts; never empty. */
  readonly places: readonly Place[];
}

/** The lenses of a file: those that are wanted and have something to say. */
export const lensesIn = (world: World, file: number, types: LensTypes): readonly Lens[] =>
  world.model.files[file]!.document.segments.flatMap((_, segment) =>
    world.model.itemsIn(file, segment).flatMap((item) =>
      partsOf(item)
        .filter((part) => types[part] && behind(world, item, part).length > 0)
        .map((part) => ({ place: placeOfHead(item), item: item.index, part })),
    ),
  );

/** The words of a lens; undefined when there is nothing to say any more. */
export function lensText(world: World, index: ItemIndex, part: LensPart, tongue: Tongue): LensText | undefined {
  const item = world.model.items[index];
  const items = item && partsOf(item).includes(part) ? behind(world, item, part) : [];
  if (!item || items.length === 0) return undefined;
  const places = items.map((each) => placeOf(world.model, each));
  return { title: WORDS[part](world, item, items, tongue), places };
}

function partsOf({ kind }: Item): readonly LensPart[] {
  if (kind?.trace === 'need') return ['requirements'];
  if (kind?.trace === 'requirement') return ['tasks', 'criteria', 'milestone', 'late'];
  return kind?.trace === 'milestone' ? ['delivers', 'late'] : [];
}

/** The items that a lens speaks of. */
function behind(world: World, item: Item, part: LensPart): readonly ItemIndex[] {
  const { model } = world;
  switch (part) {
    case 'requirements':
      return into(model, item.index, 'origin').filter((each) => model.items[each]!.kind?.trace === 'requirement');
    case 'tasks':
      return into(model, item.index, 'realization');
    case 'criteria':
      return into(model, item.index, 'verification');
    case 'delivers':
      return outOf(model, item.index, 'delivery');
    case 'milestone':
      return milestonesOf(world, item.index).slice(0, 1);
    case 'late':
      return lateOnes(world, item);
  }
}

const into = ({ incoming }: Model, item: ItemIndex, role: LinkRole): readonly ItemIndex[] => [
  ...new Set(incoming(item).flatMap((link) => (link.field.link?.role === role ? [link.from] : []))),
];

const outOf = ({ outgoing }: Model, item: ItemIndex, role: LinkRole): readonly ItemIndex[] => [
  ...new Set(outgoing(item).flatMap(({ to, field }) => (to >= 0 && field.link?.role === role ? [to] : []))),
];

/** The milestones that deliver a requirement, or what it is a part of, the first to be reached before the others. */
function milestonesOf({ model, schedule }: World, requirement: ItemIndex): readonly ItemIndex[] {
  const finish = (item: ItemIndex): number => schedule.of(item)?.finish ?? Infinity;
  const seen = new Set([requirement]);
  // A set also visits what is added meanwhile.
  for (const each of seen) {
    const found = into(model, each, 'delivery');
    if (found.length > 0) return found.toSorted((a, b) => finish(a) - finish(b));
    for (const whole of outOf(model, each, 'refinement')) seen.add(whole);
  }
  return [];
}

/** Of a milestone that is late, what makes it so, or else itself; of a requirement, those of its first milestone. */
function lateOnes(world: World, item: Item): readonly ItemIndex[] {
  const milestone = lateMilestone(world, item);
  if (milestone === undefined) return [];
  const { schedule } = world;
  const chain = chainTo(schedule, milestone).map((index) => schedule.scheduled[index]!.index);
  return chain.length > 0 ? chain : [schedule.scheduled[milestone]!.index];
}

/** Index in the network. */
function lateMilestone(world: World, item: Item): number | undefined {
  const { schedule } = world;
  const milestone = item.kind?.trace === 'milestone' ? item.index : milestonesOf(world, item.index)[0];
  const index = milestone === undefined ? -1 : schedule.networkIndex[milestone]!;
  return index >= 0 && isLate(schedule, index) ? index : undefined;
}

type Words = (world: World, item: Item, items: readonly ItemIndex[], tongue: Tongue) => string;

const WORDS: Readonly<Record<LensPart, Words>> = {
  requirements: (_, __, items, tongue) => counted(items.length, tongue, 'requirement', '条需求'),
  tasks: (_, __, items, tongue) => counted(items.length, tongue, 'task', '项任务'),
  criteria: ({ model }, _, items, tongue) => {
    const passed = `${items.filter(coverageOf(model).isDeep).length}/${items.length}`;
    return tongue === 'zh' ? `${passed} 条验收标准` : `${passed} ${items.length === 1 ? 'criterion' : 'criteria'}`;
  },
  delivers: ({ model }, _, items, tongue) => {
    const { isDeep, isNeeded } = coverageOf(model);
    const needed = items.filter(isNeeded);
    const covered = `${needed.filter(isDeep).length}/${needed.length}`;
    return tongue === 'zh'
      ? `交付 ${items.length} 项，${covered} 已覆盖`
      : `delivers ${items.length}, ${covered} covered`;
  },
  milestone: ({ model, schedule, today }, _, [first], tongue) => {
    const { id, title } = model.items[first!]!;
    const finish = schedule.of(first!)?.finish;
    const date = finish === undefined ? '' : ` ${shortDate(firstDay(finish), tongue, today)}`;
    return `${id ?? title}${date}`;
  },
  late: (world, item, _, tongue) => {
    const minutes = lateBy(world.schedule, lateMilestone(world, item)!);
    const days = minutes > 0 ? ` ${shortDays(minutes, world.schedule, tongue)}` : '';
    return tongue === 'zh' ? `延期${days}` : `late${days}`;
  },
};

const counted = (count: number, tongue: Tongue, en: string, zh: string): string =>
  tongue === 'zh' ? `${count} ${zh}` : `${count} ${en}${count === 1 ? '' : 's'}`;

const placeOf = ({ items }: Model, index: ItemIndex): Place => placeOfHead(items[index]!);
