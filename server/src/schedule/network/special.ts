import type { WorkCalendar } from '../calendar/calendar';
import { FROM_START, TO_FINISH } from './edges';
import { Driver, DRIVER_KINDS } from './drivers';
import type { NetworkTask } from './network';
import { demandOf } from './resolveDrivers';
import type { Passes } from './passes';
import { calendarsOf, spanFrom, spanUntil } from './place';
import type { Span } from './place';
import { TICKS_PER_DAY, toMinutes, toTicks } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';

/** What predecessors demand of a node: instants for its start and its finish (−Infinity: nothing), and by which edge. */
export interface Demand {
  readonly start: Tick;
  readonly startEdge: number;
  readonly finish: Tick;
  readonly finishEdge: number;
}

/** A placed node and what put it there. */
interface Placed extends Span {
  readonly driver: number;
  readonly edge: number;
}

interface Bound {
  readonly at: Tick;
  readonly driver: number;
  readonly edge: number;
}

/** Places a task that has bounds, progress or several assignees; `floor` is its late start once that is known. */
export function placeSpecial(passes: Passes, node: number, demand: Demand, floor: Tick): void {
  const task = passes.net.spec.tasks[passes.net.task[node]!]!;
  const wanted = wantedPlace(passes, node, task, demand, floor);
  const hard = hardPlace(passes, node, task, wanted);
  const placed = actualPlace(passes, node, task, hard);
  passes.complete[node] = isComplete(task) ? 1 : 0;
  passes.earlyStart[node] = placed.start;
  passes.earlyFinish[node] = placed.finish;
  passes.driver[node] = placed.driver;
  passes.driverEdge[node] = placed.edge;
}

/** Done is done, whatever the dates are. */
export const isComplete = (task: NetworkTask): boolean => (task.progress ?? 0) >= 1 || task.actualFinish !== undefined;

/** Work has begun, or is done. */
export const isStarted = (task: NetworkTask): boolean =>
  isComplete(task) || (task.progress ?? 0) > 0 || task.actualStart !== undefined;

/** By project start, links, lower bounds and status date. */
function wantedPlace(passes: Passes, node: number, task: NetworkTask, demand: Demand, floor: Tick): Placed {
  const linked = demand.startEdge >= 0 ? Driver.link : Driver.projectStart;
  let start: Bound = { at: demand.start, driver: linked, edge: demand.startEdge };
  let finish: Bound = { at: demand.finish, driver: Driver.link, edge: demand.finishEdge };
  start = later(start, task.startNoEarlier, Driver.startNoEarlier);
  finish = later(finish, task.finishNoEarlier, Driver.finishNoEarlier);
  if (!isStarted(task) && passes.statusDate > start.at)
    start = { at: passes.statusDate, driver: Driver.statusDate, edge: -1 };
  start = later(start, task.levelledStart, task.late ? Driver.late : Driver.levelled);
  if (!isStarted(task) && floor > start.at) start = { at: floor, driver: Driver.late, edge: -1 };
  return placeBetween(passes, node, start, finish);
}

function later(bound: Bound, minute: number | undefined, driver: number): Bound {
  return minute !== undefined && toTicks(minute) > bound.at ? { at: toTicks(minute), driver, edge: -1 } : bound;
}

/** The later of the place that the start demands and the one that the finish demands. */
function placeBetween(passes: Passes, node: number, start: Bound, finish: Bound): Placed {
  const calendars = calendarsOf(passes.net, node);
  const duration = passes.duration[node]!;
  const fromStart = { ...spanFrom(calendars, start.at, duration), driver: start.driver, edge: start.edge };
  if (finish.at === -Infinity) return fromStart;
  const back = duration > 0 ? spanUntil(calendars, finish.at, duration) : spanFrom(calendars, finish.at, 0);
  const onStart =
    duration > 0 && isStartToFinish(passes, finish.edge) && spanFrom(calendars, finish.at, 1).start === finish.at;
  if (!(back.start > fromStart.start || (back.start === fromStart.start && onStart))) return fromStart;
  return { start: back.start, finish: onStart ? finish.at : back.finish, driver: finish.driver, edge: finish.edge };
}

const isStartToFinish = ({ net }: Passes, edge: number): boolean => net.edgeType[edge] === (FROM_START | TO_FINISH);

/** Hard and fixed dates override what links demand; where they stand before it, that is a contradiction. */
function hardPlace(passes: Passes, node: number, task: NetworkTask, wanted: Placed): Placed {
  const calendars = calendarsOf(passes.net, node);
  const duration = passes.duration[node]!;
  let placed = wanted;
  const from = (minute: number | undefined, driver: number, always: boolean): void => {
    if (minute === undefined) return;
    const span = spanFrom(calendars, toTicks(minute), duration);
    if (always || span.start < placed.start) placed = { ...span, driver, edge: -1 };
  };
  const until = (minute: number | undefined, driver: number, always: boolean): void => {
    if (minute === undefined) return;
    const span = spanUntil(calendars, toTicks(minute), duration);
    if (always || span.start < placed.start) placed = { ...span, driver, edge: -1 };
  };
  from(task.startNoLater, Driver.startNoLater, false);
  until(task.finishNoLater, Driver.finishNoLater, false);
  from(task.mustStart, Driver.mustStart, true);
  const begun = placed;
  until(task.mustFinish, Driver.mustFinish, true);
  placed = fixedPlace(task, placed, calendars, duration);
  const demanded =
    wanted.driver === Driver.link ||
    wanted.driver === Driver.startNoEarlier ||
    wanted.driver === Driver.finishNoEarlier;
  const isTooShort = task.mustStart !== undefined && placed.start < begun.start;
  if (((demanded && placed.start < wanted.start) || isTooShort) && !isStarted(task))
    contradict(passes, node, placed, isTooShort ? begun : wanted);
  return placed;
}

/** Dates typed by hand stand as they are, even in free time; one that is missing follows from the other. */
function fixedPlace(task: NetworkTask, placed: Placed, calendars: readonly WorkCalendar[], duration: Tick): Placed {
  const { fixedStart, fixedFinish } = task;
  if (fixedStart !== undefined) {
    const start = toTicks(fixedStart);
    const span = { driver: Driver.fixedStart, edge: -1 };
    if (fixedFinish !== undefined) return { start, finish: Math.max(start, toTicks(fixedFinish)), ...span };
    if (duration > 0) return { start, finish: spanFrom(calendars, start, duration).finish, ...span };
    const at = momentOf(calendars[0]!, start);
    return { start: at, finish: at, ...span };
  }
  if (fixedFinish === undefined) return placed;
  const finish = toTicks(fixedFinish);
  return { start: spanUntil(calendars, finish, duration).start, finish, driver: Driver.fixedFinish, edge: -1 };
}

/** A moment that is written as a day stands when work begins on it; on a day off, at the time at which it next begins. */
function momentOf(calendar: WorkCalendar, typed: Tick): Tick {
  if (typed % TICKS_PER_DAY !== 0) return typed;
  const begins = calendar.startAt(calendar.worked(typed));
  return Number.isFinite(begins) ? typed + begins - TICKS_PER_DAY * Math.floor(begins / TICKS_PER_DAY) : typed;
}

function contradict(passes: Passes, node: number, placed: Placed, wanted: Placed): void {
  if (!Number.isFinite(wanted.start) || !Number.isFinite(placed.start)) return;
  passes.problems.push({
    kind: 'contradiction',
    task: passes.net.task[node]!,
    bound: DRIVER_KINDS[placed.driver]!,
    start: toMinutes(placed.start),
    demanded: toMinutes(wanted.start),
    ...(wanted.edge >= 0 ? demandOf(passes, wanted.edge) : {}),
  });
}

/** What has happened stands; of what has begun, the rest goes on after the status date. */
function actualPlace(passes: Passes, node: number, task: NetworkTask, hard: Placed): Placed {
  if (!isStarted(task)) return hard;
  const calendars = calendarsOf(passes.net, node);
  const duration = passes.duration[node]!;
  const finish = task.actualFinish === undefined ? undefined : toTicks(task.actualFinish);
  if (task.actualStart === undefined && finish !== undefined) {
    const start = Math.min(spanUntil(calendars, finish, duration).start, finish);
    return { start, finish, driver: Driver.actualFinish, edge: -1 };
  }
  const start = task.actualStart === undefined ? hard.start : toTicks(task.actualStart);
  const known = task.actualStart === undefined ? hard : { driver: Driver.actualStart, edge: -1 };
  if (finish !== undefined) return { start, finish: Math.max(start, finish), driver: known.driver, edge: known.edge };
  const done = isComplete(task) ? duration : Math.round(duration * Math.max(0, task.progress ?? 0));
  const stop = done > 0 ? spanFrom(calendars, start, done).finish : start;
  const resume = Math.max(stop, passes.statusDate);
  const end = done < duration || duration === 0 ? spanFrom(calendars, resume, duration - done).finish : stop;
  const untouched = task.actualStart === undefined && resume === stop;
  return { start, finish: untouched ? hard.finish : end, driver: known.driver, edge: known.edge };
}
