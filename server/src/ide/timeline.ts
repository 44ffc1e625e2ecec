import { headWord, valuesOf } from '../kinds/facts';
import type { Item, Model } from '../model/model';
import { MINUTES_PER_DAY, weekdayOf } from '../kinds/time';
import type { ModelSchedule, ScheduledItem } from '../schedule/fromModel';
import { dueOf, progressOf } from '../schedule/taskFacts';
import type { NonWorkingDays, Timeline, TimelineBar, TimelineLink } from './timeline.types';
import { whyOf } from './why';
import type { World } from './world';
import type { Tongue } from '../kinds/tongue';

/** What the timeline draws of a project. `spelling` gives a file's address as the editor knows it. */
export function timelineOf(world: World, tongue: Tongue, spelling: (uri: string) => string): Timeline {
  const { model, schedule, root, revision } = world;
  const keys = keysOf(schedule.items);
  const dates = schedule.items.flatMap(({ start, finish }) =>
    [start, finish].flatMap((date) => (date === undefined ? [] : [date])),
  );
  const [start, finish] = [least(dates), greatest(dates)];
  const { project } = schedule;
  return {
    revision,
    root,
    title: project?.title ?? project?.id ?? decodeURIComponent(root.slice(root.lastIndexOf('/') + 1)),
    start,
    finish,
    statusDate: schedule.plan.network.spec.statusDate,
    bars: schedule.items.map((entry) => barOf(world, entry, keys, tongue, spelling)),
    links: linksOf(schedule, keys),
    nonWorking: nonWorkingDays(schedule, start, finish, tongue),
    syntaxErrors: model.files.reduce(
      (sum, { document }) =>
        sum + document.segments.reduce((count, { problems }) => count + problems.filter(isError).length, 0),
      0,
    ),
  };
}

const isError = ({ code }: { readonly code: string }): boolean => code !== 'syntax/full-width';

/** Keys by item: the id, or for items without one (or with another's) a number that no id can be. */
const keysOf = (items: readonly ScheduledItem[]): ReadonlyMap<number, string> => {
  const taken = new Set<string>();
  return new Map(
    items.map(({ item }, index) => {
      const key = item.id === undefined || taken.has(item.id) ? `#${index}` : item.id;
      taken.add(key);
      return [item.index, key];
    }),
  );
};

function barOf(
  { model, schedule }: World,
  entry: ScheduledItem,
  keys: ReadonlyMap<number, string>,
  tongue: Tongue,
  spelling: (uri: string) => string,
): TimelineBar {
  const { item, type, start, finish, critical } = entry;
  const holders = holdersOf(model, item).filter(({ index }) => keys.has(index));
  const parent = holders[0];
  return {
    key: keys.get(item.index)!,
    id: item.id,
    title: item.title,
    type,
    parent: parent && keys.get(parent.index),
    level: holders.length,
    start,
    finish,
    due: dueOf(item),
    critical,
    progress: progressOf(item),
    assignees: valuesOf(item, 'assign').flatMap((value) => (value.type === 'allocation' ? [value.target.id] : [])),
    why: whyOf(schedule, entry, tongue),
    source: sourceOf(model, item, spelling),
  };
}

/** The items around an item, the innermost first. */
function holdersOf(model: Model, { parent }: Item): Item[] {
  const holders: Item[] = [];
  for (let holder = model.items[parent]; holder; holder = model.items[holder.parent]) holders.push(holder);
  return holders;
}

function sourceOf(model: Model, item: Item, spelling: (uri: string) => string): TimelineBar['source'] {
  const { uri, document } = model.files[item.file]!;
  return {
    uri: spelling(uri),
    start: document.positionIn(item.segment, headWord(item).start),
    end: document.positionIn(item.segment, item.declaration.end),
  };
}

const linksOf = ({ plan, at }: ModelSchedule, keys: ReadonlyMap<number, string>): TimelineLink[] =>
  plan.network.spec.links.map(({ from, to, type }) => {
    const [before, after] = [at(from), at(to)];
    const critical = before.critical && after.critical;
    return { from: keys.get(before.item.index)!, to: keys.get(after.item.index)!, type, critical };
  });

/** Most days looked at for shading: longer plans are drawn too small for single days to show. */
const MOST_DAYS = 366 * 20;
/** The picture shows a margin around the plan. */
const MARGIN_DAYS = 31;

function nonWorkingDays(
  { plan, calendars }: ModelSchedule,
  start: number,
  finish: number,
  tongue: Tongue,
): NonWorkingDays[] {
  const calendar = plan.network.calendars[calendars.project]!;
  const first = Math.floor(start / MINUTES_PER_DAY) - MARGIN_DAYS;
  const last = Math.min(Math.floor(finish / MINUTES_PER_DAY) + MARGIN_DAYS, first + MOST_DAYS);
  const days: { from: number; to: number; name?: string }[] = [];
  for (let day = first; day <= last; day++) {
    if (calendar.workOn(day) > 0) continue;
    const source = calendar.exceptionOn(day);
    const name = source && calendars.exceptionName(source.calendar, source.exception)?.[tongue];
    const before = days.at(-1);
    const joins = before?.to === day - 1 && before.name === name && weekdayOf(day) !== 0;
    if (before && joins) before.to = day;
    else days.push({ from: day, to: day, ...(name === undefined ? {} : { name }) });
  }
  return days;
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
const greatest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);
