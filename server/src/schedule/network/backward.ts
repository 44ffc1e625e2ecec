import type { WorkCalendar } from '../calendar/calendar';
import type { Network } from './compile';
import { FROM_START, TO_FINISH } from './edges';
import { gateCap } from './forward';
import { GATE } from './gates';
import { MOMENT, PLAIN, SIMPLE } from './nodeEdges';
import type { Passes } from './passes';
import { floorsOf, isNear, placeRunLate } from './runPasses';
import { calendarsOf, spanFrom, spanUntil, standUntil } from './place';
import { toTicks } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';

/**
 * The backward pass: late dates, total and free slack. As in the forward pass the loop over plain tasks is written out,
 * and links within one calendar are sums of work.
 */
export function backwardPass(passes: Passes): void {
  const { net, duration, earlyStart, earlyFinish, earlyWork, lateStart, lateFinish, lateWork, projectFinish } = passes;
  const { totalSlack, freeSlack, lateRun } = passes;
  const { size, runs, kind, calendar, calendars, succStart, succNode, succEdge, edgeType, edgeLag } = net;
  const finishWork = Float64Array.from(calendars, (each) => each.worked(projectFinish));
  const reach = net.hasGates ? new Float64Array(size) : earlyStart;
  const floorWork = floorsOf(passes);
  let { isFar } = passes;
  let run = runs.bounds.length - 1;
  for (let p = size - 1; p >= 0; p--) {
    if (p + 1 === runs.bounds[run]) {
      const from = runs.bounds[run - 1]!;
      run -= 2;
      if (!isFar && placeRunLate(passes, from, p + 1, floorWork, finishWork)) {
        p = from;
        continue;
      }
    }
    const limit = finishWork[calendar[p]!]!;
    if (kind[p] !== PLAIN || earlyFinish[p] === Infinity) {
      backOther(passes, p, limit, reach);
      continue;
    }
    const length = duration[p]!;
    const clock = calendars[calendar[p]!]!;
    const ownWork = earlyWork[p]!;
    let work = limit;
    let free = limit - ownWork;
    let finish = Infinity;
    let start = Infinity;
    let afterFinish = Infinity;
    let afterStart = Infinity;
    const end = succStart[p + 1]!;
    for (let i = succStart[p]!; i < end; i++) {
      const e = succEdge[i]!;
      const type = edgeType[e]!;
      const q = succNode[i]!;
      if (type & SIMPLE) {
        let shift = edgeLag[e]!;
        if (!(type & TO_FINISH)) shift += duration[q]!;
        if (type & FROM_START) shift -= length;
        if (lateWork[q]! - shift < work) work = lateWork[q]! - shift;
        if (earlyWork[q]! - shift - ownWork < free) free = earlyWork[q]! - shift - ownWork;
        continue;
      }
      let late = type & TO_FINISH ? lateEnd(passes, p, q, e) : lateStart[q]!;
      let early = kind[q]! >= GATE ? reach[q]! : type & TO_FINISH ? earlyEnd(passes, p, q, e) : earlyStart[q]!;
      if (edgeLag[e] !== 0) {
        late = beforeLag(net, e, late);
        early = beforeLag(net, e, early);
      }
      if (type & FROM_START) {
        if (late < start) start = late;
        if (early < afterStart) afterStart = early;
      } else {
        if (late < finish) finish = late;
        if (early < afterFinish) afterFinish = early;
      }
    }
    if (finish < Infinity) work = Math.min(work, clock.worked(finish));
    if (start < Infinity) work = Math.min(work, clock.worked(start) + length);
    if (afterFinish < Infinity) free = Math.min(free, clock.worked(afterFinish) - ownWork);
    if (afterStart < Infinity) free = Math.min(free, clock.worked(afterStart) - ownWork + length);
    lateFinish[p] = clock.finishAt(work);
    lateStart[p] = clock.startAt(work - length);
    lateWork[p] = work;
    const late = work - floorWork[calendar[p]!]!;
    lateRun[2 * p] = late - length;
    lateRun[2 * p + 1] = late;
    if (!isNear(late - length, late)) isFar = true;
    totalSlack[p] = work - ownWork;
    freeSlack[p] = free > 0 ? free : 0;
  }
}

/** The latest instant that, plus the lag of the edge, is not after the successor's. */
function beforeLag(net: Network, edge: number, instant: Tick): Tick {
  if (net.edgeLag[edge] === 0 || !Number.isFinite(instant)) return instant;
  const calendar = net.calendars[net.edgeCalendar[edge]!]!;
  return calendar.startAt(calendar.worked(instant) - net.edgeLag[edge]!);
}

/**
 * The latest instant that the successor's late finish allows an FF or SF predecessor: free time after that finish
 * counts as the finish itself, because a finish never lands in it.
 */
function lateEnd({ net, lateFinish, lateWork }: Passes, p: number, q: number, edge: number): Tick {
  if (!crosses(net, p, q, edge)) return lateFinish[q]!;
  return Math.max(lateFinish[q]!, net.calendars[net.calendar[q]!]!.startAt(lateWork[q]!));
}

/** The same of the early finish. */
function earlyEnd({ net, earlyFinish, earlyWork }: Passes, p: number, q: number, edge: number): Tick {
  if (!crosses(net, p, q, edge)) return earlyFinish[q]!;
  return Math.max(earlyFinish[q]!, net.calendars[net.calendar[q]!]!.startAt(earlyWork[q]!));
}

/** Whether an edge between tasks with work leads to another calendar, or by a lag. */
const crosses = (net: Network, p: number, q: number, edge: number): boolean =>
  net.kind[q]! < GATE && net.duration[q]! > 0 && (net.calendar[p] !== net.calendar[q] || net.edgeLag[edge] !== 0);

/** Milestones, tasks with bounds, gates, and whatever has no dates. */
function backOther(passes: Passes, p: number, limit: Tick, reach: Float64Array): void {
  const { net, lateStart, lateFinish, lateWork } = passes;
  const kind = net.kind[p]!;
  if (passes.earlyFinish[p] === Infinity && kind < GATE) {
    lateStart[p] = lateFinish[p] = lateWork[p] = Infinity;
    return;
  }
  const { finish, start } = lateDemand(passes, p);
  if (kind >= GATE) {
    lateStart[p] = lateFinish[p] = lateWork[p] = Math.min(finish, start, gateCap(net, p));
    reach[p] = reachOf(passes, p, reach);
    return;
  }
  if (kind === MOMENT) lateMoment(passes, p, Math.min(finish, start, passes.projectFinish));
  else lateSpecial(passes, p, Math.min(finish, passes.projectFinish), start);
  passes.freeSlack[p] = freeSlackOf(passes, p, limit, reach);
}

/** The earliest of the late instants that the successors leave for the finish and for the start. */
export function lateDemand(passes: Passes, p: number): { finish: Tick; start: Tick } {
  const { net, lateStart } = passes;
  let finish = Infinity;
  let start = Infinity;
  for (let i = net.succStart[p]!; i < net.succStart[p + 1]!; i++) {
    const e = net.succEdge[i]!;
    const q = net.succNode[i]!;
    const type = net.edgeType[e]!;
    const at = beforeLag(net, e, type & TO_FINISH ? lateEnd(passes, p, q, e) : lateStart[q]!);
    if (type & FROM_START) start = Math.min(start, at);
    else finish = Math.min(finish, at);
  }
  return { finish, start };
}

function lateMoment(passes: Passes, p: number, latest: Tick): void {
  const calendar = passes.net.calendars[passes.net.calendar[p]!]!;
  const at = standUntil(calendar, latest);
  passes.lateStart[p] = passes.lateFinish[p] = at;
  const work = calendar.worked(at);
  passes.lateWork[p] = work;
  passes.totalSlack[p] = work - passes.earlyWork[p]!;
}

/** Late dates of a task with bounds: what is done stays where it is; a fixed date binds nothing late. */
function lateSpecial(passes: Passes, p: number, finish: Tick, start: Tick): void {
  const { net, earlyStart, earlyFinish, earlyWork } = passes;
  const task = net.spec.tasks[net.task[p]!]!;
  const calendar = net.calendars[net.calendar[p]!]!;
  if (passes.complete[p]) {
    passes.lateStart[p] = earlyStart[p]!;
    passes.lateFinish[p] = earlyFinish[p]!;
    passes.lateWork[p] = earlyWork[p]!;
    passes.totalSlack[p] = 0;
    return;
  }
  const ticks = (minute: number | undefined): Tick => (minute === undefined ? Infinity : toTicks(minute));
  const calendars = calendarsOf(net, p);
  const startWork = calendar.worked(earlyStart[p]!);
  const pinned = task.fixedStart !== undefined && task.fixedFinish !== undefined;
  const duration = pinned ? earlyWork[p]! - startWork : passes.duration[p]!;
  const byStart = Math.min(start, ticks(task.startNoLater), ticks(task.mustStart));
  const caps = Math.min(finish, ticks(task.deadline), ticks(task.finishNoLater), ticks(task.mustFinish));
  const last = Math.min(caps, finishFor(calendars, byStart, duration, task.late === true));
  const span = spanUntil(calendars, last, duration);
  passes.lateStart[p] = span.start;
  passes.lateFinish[p] = span.finish;
  const work = calendar.worked(span.finish);
  passes.lateWork[p] = work;
  passes.totalSlack[p] = Math.min(calendar.worked(span.start) - startWork, work - earlyWork[p]!);
}

/**
 * The finish of work that starts at an instant at the latest. Where that lies in free time, the limit is the end of the
 * working period before it, which no start can reach; for work that shall stand there, it is a tick earlier.
 */
function finishFor(calendars: readonly WorkCalendar[], latest: Tick, duration: Tick, exact: boolean): Tick {
  if (duration === 0 || latest === Infinity) return latest;
  const span = spanFrom(calendars, latest, duration);
  if (!exact || span.start <= latest) return span.finish;
  return spanFrom(calendars, spanUntil(calendars, latest, 1).start, duration).finish;
}

/** The working time by which the node may move until a successor, or the project's finish, would move; never below 0. */
function freeSlackOf(passes: Passes, p: number, limit: Tick, reach: Float64Array): Tick {
  const { net, earlyStart, earlyFinish, earlyWork } = passes;
  if (passes.complete[p]) return 0;
  const clock = net.calendars[net.calendar[p]!]!;
  let free = limit - earlyWork[p]!;
  // What stands as late as it can does not move into free time that no start reaches.
  if (net.spec.tasks[net.task[p]!]!.late) free = Math.min(free, passes.totalSlack[p]!);
  for (let i = net.succStart[p]!; i < net.succStart[p + 1]!; i++) {
    const e = net.succEdge[i]!;
    const q = net.succNode[i]!;
    const type = net.edgeType[e]!;
    const from = type & FROM_START ? earlyStart[p]! : earlyFinish[p]!;
    const moves = net.kind[q]! >= GATE ? reach[q]! : type & TO_FINISH ? earlyEnd(passes, p, q, e) : earlyStart[q]!;
    free = Math.min(free, clock.worked(beforeLag(net, e, moves)) - clock.worked(from));
  }
  return Math.max(0, free);
}

/** The earliest instant at which something behind a gate would move. */
function reachOf(passes: Passes, p: number, reach: Float64Array): Tick {
  const { net, earlyStart } = passes;
  let least = Infinity;
  for (let i = net.succStart[p]!; i < net.succStart[p + 1]!; i++) {
    const e = net.succEdge[i]!;
    const q = net.succNode[i]!;
    const own = net.edgeType[e]! & TO_FINISH ? earlyEnd(passes, p, q, e) : earlyStart[q]!;
    least = Math.min(least, beforeLag(net, e, net.kind[q]! >= GATE ? reach[q]! : own));
  }
  return least;
}
