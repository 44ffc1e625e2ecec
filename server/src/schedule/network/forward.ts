import type { WorkCalendar } from '../calendar/calendar';
import type { Network } from './compile';
import { Driver } from './drivers';
import { FROM_START, TO_FINISH } from './edges';
import { finishCapOf, GATE, Gate, startBoundOf } from './gates';
import { MOMENT, PLAIN, SIMPLE } from './nodeEdges';
import type { Passes } from './passes';
import { floorsOf, isNear, placeRun } from './runPasses';
import { standFrom } from './place';
import { placeSpecial } from './special';
import type { Demand } from './special';
import { toMinutes, toTicks } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';

/**
 * The forward pass: early dates, drivers and the project's finish. With `late`, tasks that shall be as late as possible
 * stand at their late dates, which the backward pass must have found before.
 *
 * The loop over plain tasks is written out, because it runs for every node of every sample: within one calendar a link
 * is an addition to work; only between calendars are instants needed.
 */
export function forwardPass(passes: Passes, late = false): void {
  const { net, duration, earlyStart, earlyFinish, earlyWork, earlyRun, driver, driverEdge } = passes;
  const { size, runs, kind, calendar, calendars, predStart, predNode, edgeType, edgeLag } = net;
  const floor = Math.max(passes.projectStart, passes.statusDate);
  const floorWork = floorsOf(passes);
  const byFloor = passes.statusDate > passes.projectStart ? Driver.statusDate : Driver.projectStart;
  let projectFinish = -Infinity;
  passes.isFar = false;
  let run = 0;
  for (let p = 0; p < size; p++) {
    if (p === runs.bounds[run]) {
      const end = runs.bounds[run + 1]!;
      const last = passes.isFar ? undefined : placeRun(passes, p, end, floorWork, byFloor);
      run += 2;
      if (last !== undefined) {
        if (last > projectFinish) projectFinish = last;
        p = end - 1;
        continue;
      }
    }
    if (kind[p] !== PLAIN) {
      const finish = placeOther(passes, p, floor, late);
      if (finish > projectFinish) projectFinish = finish;
      continue;
    }
    const length = duration[p]!;
    const clock = calendars[calendar[p]!]!;
    const base = floorWork[calendar[p]!]!;
    let work = base;
    let edge = -1;
    let start = -Infinity;
    let startEdge = -1;
    let finish = -Infinity;
    let finishEdge = -1;
    const end = predStart[p + 1]!;
    for (let e = predStart[p]!; e < end; e++) {
      const type = edgeType[e]!;
      const q = predNode[e]!;
      if (type & SIMPLE) {
        let at = earlyWork[q]! + edgeLag[e]!;
        if (type & FROM_START) at -= duration[q]!;
        if (type & TO_FINISH) at -= length;
        if (at > work) {
          work = at;
          edge = e;
        }
        continue;
      }
      let at = type & FROM_START ? earlyStart[q]! : earlyFinish[q]!;
      if (edgeLag[e] !== 0) at = afterLag(net, e, at);
      if (type & TO_FINISH) {
        if (at > finish) {
          finish = at;
          finishEdge = e;
        }
      } else if (at > start) {
        start = at;
        startEdge = e;
      }
    }
    if (startEdge >= 0) {
      const at = clock.worked(start);
      if (at > work) {
        work = at;
        edge = startEdge;
      }
    }
    let kept = false;
    if (finishEdge >= 0) {
      const at = clock.worked(finish) - length;
      kept = at >= work && keepsFinish(passes, finishEdge, clock, finish);
      if (at > work || kept) {
        work = at;
        edge = finishEdge;
      }
    }
    earlyStart[p] = clock.startAt(work);
    earlyFinish[p] = kept ? finish : clock.finishAt(work + length);
    earlyWork[p] = work + length;
    earlyRun[2 * p] = work - base;
    earlyRun[2 * p + 1] = work + length - base;
    if (!isNear(work - base, work + length - base)) passes.isFar = true;
    driverEdge[p] = edge;
    driver[p] = edge >= 0 ? Driver.link : byFloor;
    if (!(earlyFinish[p]! < Infinity && earlyStart[p]! > -Infinity))
      noDates(passes, p, Math.max(floor, start, finish), work);
    else if (earlyFinish[p]! > projectFinish) projectFinish = earlyFinish[p]!;
  }
  passes.projectFinish = projectFinish === -Infinity ? passes.projectStart : projectFinish;
}

/** An instant of the predecessor, plus the lag of the edge: as early as it may be, which is where work ends. */
export function afterLag(net: Network, edge: number, instant: Tick): Tick {
  const calendar = net.calendars[net.edgeCalendar[edge]!]!;
  const lag = net.edgeLag[edge]!;
  if (lag === 0 || !Number.isFinite(instant)) return instant;
  return calendar.finishAt(calendar.worked(instant) + lag);
}

/** The finish of an SF successor may sit at the start of a working period, where its predecessor starts. */
function keepsFinish({ net }: Passes, edge: number, calendar: WorkCalendar, finish: Tick): boolean {
  const isStartToFinish = (net.edgeType[edge]! & (FROM_START | TO_FINISH)) === (FROM_START | TO_FINISH);
  return isStartToFinish && calendar.startAt(calendar.worked(finish)) === finish;
}

/** Places a milestone, a task with bounds or a gate; the answer is its finish, −Infinity if it is none of the plan's. */
export function placeOther(passes: Passes, p: number, floor: Tick, late: boolean): Tick {
  const { net, earlyStart, earlyFinish } = passes;
  const kind = net.kind[p]!;
  const demand = demandOf(passes, p, kind >= GATE ? -Infinity : kind === MOMENT ? floor : passes.projectStart);
  if (kind >= GATE) {
    placeGate(passes, p, demand);
    return -Infinity;
  }
  const calendar = net.calendars[net.calendar[p]!]!;
  if (kind === MOMENT) {
    placeMoment(passes, p, demand, calendar);
  } else {
    const task = net.spec.tasks[net.task[p]!]!;
    placeSpecial(
      passes,
      p,
      demand,
      late && task.late && task.levelledStart === undefined ? passes.lateStart[p]! : -Infinity,
    );
  }
  passes.earlyWork[p] = calendar.worked(earlyFinish[p]!);
  if (earlyFinish[p]! < Infinity && earlyStart[p]! > -Infinity) return earlyFinish[p]!;
  noDates(passes, p, Math.max(demand.start, demand.finish), -Infinity);
  return -Infinity;
}

/** The latest instants that the predecessors ask for; equal ones are driven by the first. */
function demandOf({ net, earlyStart, earlyFinish }: Passes, p: number, floor: Tick): Demand {
  const demand = { start: floor, startEdge: -1, finish: -Infinity, finishEdge: -1 };
  for (let e = net.predStart[p]!; e < net.predStart[p + 1]!; e++) {
    const type = net.edgeType[e]!;
    const q = net.predNode[e]!;
    const at = afterLag(net, e, type & FROM_START ? earlyStart[q]! : earlyFinish[q]!);
    if (type & TO_FINISH) {
      if (at > demand.finish) Object.assign(demand, { finish: at, finishEdge: e });
    } else if (at > demand.start) Object.assign(demand, { start: at, startEdge: e });
  }
  return demand;
}

function placeMoment(passes: Passes, p: number, demand: Demand, calendar: WorkCalendar): void {
  const byFinish = demand.finish > demand.start;
  const edge = byFinish ? demand.finishEdge : demand.startEdge;
  passes.earlyStart[p] = passes.earlyFinish[p] = standFrom(calendar, byFinish ? demand.finish : demand.start);
  passes.driverEdge[p] = edge;
  const byStatus = passes.statusDate > passes.projectStart ? Driver.statusDate : Driver.projectStart;
  passes.driver[p] = edge >= 0 ? Driver.link : byStatus;
}

function placeGate(passes: Passes, p: number, { start, startEdge }: Demand): void {
  const { net } = passes;
  const own = gateBound(net, p);
  passes.earlyStart[p] = passes.earlyFinish[p] = passes.earlyWork[p] = Math.max(start, own);
  passes.driverEdge[p] = own > start ? -1 : startEdge;
  const kind = net.kind[p] === Gate.startBound ? Driver.startNoEarlier : Driver.finishNoEarlier;
  passes.driver[p] = own > start ? kind : startEdge >= 0 ? Driver.link : Driver.none;
}

/** The instant before which nothing behind a gate starts or finishes. */
function gateBound(net: Network, p: number): Tick {
  const phase = net.spec.tasks[net.task[p]!]!;
  if (net.kind[p] === Gate.startBound) return toTicks(startBoundOf(phase));
  return net.kind[p] === Gate.finishBound ? toTicks(phase.finishNoEarlier ?? -Infinity) : -Infinity;
}

/** The instant by which everything before a gate has to be over. */
export function gateCap(net: Network, p: number): Tick {
  const phase = net.spec.tasks[net.task[p]!]!;
  if (net.kind[p] === Gate.lastFinish) return toTicks(finishCapOf(phase));
  return net.kind[p] === Gate.lastStart ? toTicks(phase.startNoLater ?? Infinity) : Infinity;
}

/** Marks a node whose calendar has no instant for it; what only waits for such a node is not reported again. */
function noDates(passes: Passes, p: number, demanded: Tick, work: Tick): void {
  const { net } = passes;
  passes.earlyStart[p] = passes.earlyFinish[p] = passes.earlyWork[p] = Infinity;
  passes.driver[p] = Driver.none;
  passes.isFar = true;
  if (demanded === Infinity || work === Infinity) return;
  const calendar = net.calendar[p]!;
  const task = net.task[p]!;
  if (net.calendars[calendar]!.worksForever()) passes.problems.push({ kind: 'beyond-calendar', task, calendar });
  else passes.problems.push({ kind: 'no-working-time', task, calendar, after: toMinutes(demanded) });
}
