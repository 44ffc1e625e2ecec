import { MINUTES_PER_DAY, weekdayOf } from '../../kinds/time';
import type { Tongue } from '../../kinds/tongue';
import type { Model } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';
import type { NonWorkingDays, Timeline, TimelineLink } from './types';
import { barsOf } from './bars';
import { noForecasts, type Forecasts } from './forecasts';
import { projectTitle } from '../projectTitle';
import { drawnItems, type DrawnItem } from './items';
import { timelinePeople } from './people';
import { requirementThreads } from './requirements';
import { wordsOf } from './words';
import type { World } from '../world';

/** What the timeline draws of a project. Forecasts take long, so whoever wants them brings them. */
export function timelineOf(world: World, tongue: Tongue, forecasts: Forecasts = noForecasts): Timeline {
  const { model, schedule, root, revision } = world;
  const items = drawnItems(model);
  const bars = barsOf(world, items, forecasts, tongue);
  const dates = bars.flatMap(({ start, finish }) =>
    [start, finish].flatMap((date) => (date === undefined ? [] : [date])),
  );
  const [start, finish] = [least(dates), greatest(dates)];
  const { lengths } = schedule;
  const { statusDate } = schedule.plan.network.spec;
  return {
    revision,
    root,
    title: projectTitle(world),
    start,
    finish,
    ...(statusDate === undefined ? {} : { statusDate }),
    dayLength: lengths.d,
    bars,
    holders: items.map(({ holder }) => holder),
    links: linksOf(schedule, items),
    nonWorking: nonWorkingDays(schedule, start, finish, tongue),
    people: timelinePeople(schedule, start, finish),
    requirements: requirementThreads(model, items, bars),
    words: wordsOf(model.table, tongue),
    syntaxErrors: syntaxErrorsOf(model),
  };
}

const syntaxErrorsOf = ({ files }: Model): number =>
  files.reduce(
    (sum, { document }) =>
      sum + document.segments.reduce((count, { problems }) => count + problems.filter(isError).length, 0),
    0,
  );

const isError = ({ code }: { readonly code: string }): boolean => code !== 'syntax/full-width';

function linksOf({ plan, at }: ModelSchedule, items: readonly DrawnItem[]): TimelineLink[] {
  const indexOf = new Map(items.map(({ item }, index) => [item.index, index]));
  const written = plan.network.spec.links.filter(({ resource }) => resource === undefined);
  return written.map(({ from, to, type }) => ({
    from: indexOf.get(at(from).item.index)!,
    to: indexOf.get(at(to).item.index)!,
    type,
  }));
}

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
