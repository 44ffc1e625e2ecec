import type { WorkCalendar } from './calendar';
import { GATE, PLAIN } from './compile';
import type { Network } from './compile';
import { FROM_START, TO_FINISH } from './edges';
import { afterLag, gateCap } from './forward';
import type { Passes } from './passes';
import { calendarsOf, spanFrom, spanUntil, standUntil } from './place';
import { toTicks } from './time';
import type { Tick } from './time';

/** The backward pass: late dates, total and free slack. */
export function backwardPass(passes: Passes): void {
  const { net, lateStart, lateFinish, projectFinish } = passes;
  const { size, kind, calendar, calendars, succStart, succNode, succEdge, edgeType, edgeLag } = net;
  const finishWork = Float64Array.from(calendars, (each) => each.worked(projectFinish));
  const reach = kind.some((each) => each >= GATE) ? new Float64Array(size) : undefined;
  for (let p = size - 1; p >= 0; p--) {
    let finish = kind[p]! >= GATE ? Infinity : projectFinish;
    let start = Infinity;
    const end = succStart[p + 1]!;
    for (let i = succStart[p]!; i < end; i++) {
      const e = succEdge[i]!;
      const type = edgeType[e]!;
      const q = succNode[i]!;
      let at = type & TO_FINISH ? lateFinish[q]! : lateStart[q]!;
      if (edgeLag[e] !== 0) at = beforeLag(net, e, at);
      if (type & FROM_START) {
        if (at < start) start = at;
      } else if (at < finish) finish = at;
    }
    if (kind[p] === PLAIN) latePlain(passes, p, calendars[calendar[p]!]!, finish, start, finishWork);
    else if (kind[p]! < GATE) lateSpecial(passes, p, finish, start);
    else lateStart[p] = lateFinish[p] = Math.min(finish, start, gateCap(net, p));
    if (kind[p]! < GATE) passes.freeSlack[p] = freeSlackOf(passes, p, finishWork[calendar[p]!]!, reach);
    else reach![p] = reachOf(passes, p, reach!);
  }
}

/** The latest instant that, plus the lag of the edge, is not after the successor's. */
function beforeLag(net: Network, edge: number, instant: Tick): Tick {
  if (!Number.isFinite(instant)) return instant;
  const calendar = net.calendars[net.edgeCalendar[edge]!]!;
  return calendar.startAt(calendar.worked(instant) - net.edgeLag[edge]!);
}

function latePlain(passes: Passes, p: number, calendar: WorkCalendar, finish: Tick, start: Tick, finishWork: Float64Array): void {
  if (passes.earlyFinish[p] === Infinity) {
    passes.lateStart[p] = passes.lateFinish[p] = Infinity;
    return;
  }
  const duration = passes.duration[p]!;
  let work = finish === passes.projectFinish ? finishWork[passes.net.calendar[p]!]! : calendar.worked(finish);
  if (start < Infinity) work = Math.min(work, calendar.worked(start) + duration);
  if (duration > 0) {
    passes.lateFinish[p] = calendar.finishAt(work);
    passes.lateStart[p] = calendar.startAt(work - duration);
  } else {
    passes.lateFinish[p] = passes.lateStart[p] = standUntil(calendar, Math.min(finish, start));
  }
  passes.totalSlack[p] = work - passes.earlyFinishWork[p]!;
}

/** Late dates of a task with bounds: what is done stays where it is; a fixed date binds nothing late. */
function lateSpecial(passes: Passes, p: number, finish: Tick, start: Tick): void {
  const { net, earlyStart, earlyFinish } = passes;
  const task = net.spec.tasks[net.task[p]!]!;
  if (passes.complete[p] || earlyFinish[p] === Infinity) {
    passes.lateStart[p] = earlyStart[p]!;
    passes.lateFinish[p] = earlyFinish[p]!;
    passes.totalSlack[p] = 0;
    return;
  }
  const ticks = (minute: number | undefined): Tick => (minute === undefined ? Infinity : toTicks(minute));
  const calendars = calendarsOf(net, p);
  const pinned = task.fixedStart !== undefined && task.fixedFinish !== undefined;
  const duration = pinned ? passes.earlyFinishWork[p]! - passes.earlyStartWork[p]! : passes.duration[p]!;
  const byStart = Math.min(start, ticks(task.startNoLater), ticks(task.mustStart));
  const caps = Math.min(finish, ticks(task.deadline), ticks(task.finishNoLater), ticks(task.mustFinish));
  const last = byStart < Infinity ? Math.min(caps, spanFrom(calendars, byStart, duration).finish) : caps;
  const span = spanUntil(calendars, last, duration);
  const calendar = net.calendars[net.calendar[p]!]!;
  passes.lateStart[p] = span.start;
  passes.lateFinish[p] = span.finish;
  passes.totalSlack[p] = Math.min(
    calendar.worked(span.start) - passes.earlyStartWork[p]!,
    calendar.worked(span.finish) - passes.earlyFinishWork[p]!,
  );
}

/** The least working time until a successor, or the project's finish, would move; never below 0. */
function freeSlackOf(passes: Passes, p: number, finishWork: Tick, reach: Float64Array | undefined): Tick {
  const { net, earlyStart, earlyFinish, earlyStartWork, earlyFinishWork } = passes;
  const { kind, calendar, succStart, succNode, succEdge, edgeType, edgeLag } = net;
  if (passes.complete[p] || earlyFinish[p] === Infinity) return 0;
  const own = net.calendars[calendar[p]!]!;
  let free = finishWork - earlyFinishWork[p]!;
  const end = succStart[p + 1]!;
  for (let i = succStart[p]!; i < end; i++) {
    const e = succEdge[i]!;
    const q = succNode[i]!;
    const type = edgeType[e]!;
    const here = type & FROM_START ? earlyStart[p]! : earlyFinish[p]!;
    let from = type & FROM_START ? earlyStartWork[p]! : earlyFinishWork[p]!;
    if (edgeLag[e] !== 0) from = own.worked(afterLag(net, e, here));
    const gate = kind[q]! >= GATE;
    const until =
      !gate && calendar[q] === calendar[p]
        ? (type & TO_FINISH ? earlyFinishWork[q]! : earlyStartWork[q]!)
        : own.worked(gate ? reach![q]! : type & TO_FINISH ? earlyFinish[q]! : earlyStart[q]!);
    if (until - from < free) free = until - from;
  }
  return free > 0 ? free : 0;
}

/** The earliest instant at which something behind a gate would move. */
function reachOf(passes: Passes, p: number, reach: Float64Array): Tick {
  const { net, earlyStart, earlyFinish } = passes;
  let least = Infinity;
  for (let i = net.succStart[p]!; i < net.succStart[p + 1]!; i++) {
    const e = net.succEdge[i]!;
    const q = net.succNode[i]!;
    const gate = net.kind[q]! >= GATE;
    const at = gate ? reach[q]! : net.edgeType[e]! & TO_FINISH ? earlyFinish[q]! : earlyStart[q]!;
    least = Math.min(least, net.edgeLag[e] === 0 ? at : beforeLag(net, e, at));
  }
  return least;
}
