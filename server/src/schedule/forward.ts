import type { WorkCalendar } from './calendar';
import { GATE, PLAIN } from './compile';
import type { Network } from './compile';
import { Driver } from './drivers';
import { FROM_START, TO_FINISH } from './edges';
import { finishCapOf, Gate, startBoundOf } from './gates';
import type { Passes } from './passes';
import { standFrom } from './place';
import { placeSpecial } from './special';
import { toMinutes, toTicks } from './time';
import type { Tick } from './time';

/**
 * The forward pass: early dates, drivers and the project's finish. With `late`, tasks that shall be as late as possible
 * stand at their late dates, which the backward pass must have found before.
 */
export function forwardPass(passes: Passes, late = false): void {
  const { net, earlyStart, earlyFinish } = passes;
  const { size, kind, calendar, calendars, predStart, predNode, edgeType, edgeLag } = net;
  const floor = Math.max(passes.projectStart, passes.statusDate);
  let projectFinish = -Infinity;
  for (let p = 0; p < size; p++) {
    let start = kind[p] === PLAIN ? floor : kind[p]! >= GATE ? -Infinity : passes.projectStart;
    let finish = -Infinity;
    let startEdge = -1;
    let finishEdge = -1;
    const end = predStart[p + 1]!;
    for (let e = predStart[p]!; e < end; e++) {
      const type = edgeType[e]!;
      const q = predNode[e]!;
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
    if (kind[p] === PLAIN) placePlain(passes, p, calendars[calendar[p]!]!, start, startEdge, finish, finishEdge);
    else placeOther(passes, p, start, startEdge, finish, finishEdge, late);
    if (kind[p]! >= GATE) continue;
    if (!(earlyFinish[p]! < Infinity && earlyStart[p]! > -Infinity)) noDates(passes, p, Math.max(start, finish));
    else if (earlyFinish[p]! > projectFinish) projectFinish = earlyFinish[p]!;
  }
  passes.projectFinish = projectFinish === -Infinity ? passes.projectStart : projectFinish;
}

/** An instant of the predecessor, plus the lag of the edge: a lag lands where work ends, a lead where work begins. */
export function afterLag(net: Network, edge: number, instant: Tick): Tick {
  const calendar = net.calendars[net.edgeCalendar[edge]!]!;
  const lag = net.edgeLag[edge]!;
  if (lag === 0 || !Number.isFinite(instant)) return instant;
  const work = calendar.worked(instant) + lag;
  return lag > 0 ? calendar.finishAt(work) : calendar.startAt(work);
}

/** A task that only links move. */
function placePlain(
  passes: Passes,
  p: number,
  calendar: WorkCalendar,
  start: Tick,
  startEdge: number,
  finish: Tick,
  finishEdge: number,
): void {
  const duration = passes.duration[p]!;
  let work = calendar.worked(start);
  let edge = startEdge;
  let fromFinish = false;
  if (finish > -Infinity) {
    const back = calendar.worked(finish) - duration;
    if (back > work || (back === work && keepsFinish(passes, finishEdge, calendar, finish))) {
      work = back;
      edge = finishEdge;
      fromFinish = true;
    }
  }
  if (duration > 0) {
    passes.earlyStart[p] = calendar.startAt(work);
    const keep = fromFinish && keepsFinish(passes, edge, calendar, finish);
    passes.earlyFinish[p] = keep ? finish : calendar.finishAt(work + duration);
  } else {
    passes.earlyStart[p] = passes.earlyFinish[p] = standFrom(calendar, fromFinish ? finish : start);
  }
  passes.earlyStartWork[p] = work;
  passes.earlyFinishWork[p] = work + duration;
  passes.driverEdge[p] = edge;
  const byStatus = passes.statusDate > passes.projectStart ? Driver.statusDate : Driver.projectStart;
  passes.driver[p] = edge >= 0 ? Driver.link : byStatus;
}

/** The finish of an SF successor may sit at the start of a working period, where its predecessor starts. */
function keepsFinish({ net }: Passes, edge: number, calendar: WorkCalendar, finish: Tick): boolean {
  return net.edgeType[edge] === (FROM_START | TO_FINISH) && calendar.startAt(calendar.worked(finish)) === finish;
}

function placeOther(
  passes: Passes,
  p: number,
  start: Tick,
  startEdge: number,
  finish: Tick,
  finishEdge: number,
  late: boolean,
): void {
  const { net } = passes;
  if (net.kind[p]! >= GATE) {
    placeGate(passes, p, start, startEdge);
    return;
  }
  const task = net.spec.tasks[net.task[p]!]!;
  const floor = late && task.late && Number.isFinite(passes.lateStart[p]) ? passes.lateStart[p]! : -Infinity;
  placeSpecial(passes, p, { start, startEdge, finish, finishEdge }, floor);
  const calendar = net.calendars[net.calendar[p]!]!;
  passes.earlyStartWork[p] = calendar.worked(passes.earlyStart[p]!);
  passes.earlyFinishWork[p] = calendar.worked(passes.earlyFinish[p]!);
}

function placeGate(passes: Passes, p: number, start: Tick, startEdge: number): void {
  const { net } = passes;
  const phase = net.spec.tasks[net.task[p]!]!;
  const bound = net.kind[p] === Gate.startBound ? startBoundOf(phase) : net.kind[p] === Gate.finishBound ? (phase.finishNoEarlier ?? -Infinity) : -Infinity;
  const own = toTicks(bound);
  const at = Math.max(start, own);
  passes.earlyStart[p] = passes.earlyFinish[p] = passes.earlyStartWork[p] = passes.earlyFinishWork[p] = at;
  passes.driverEdge[p] = own > start ? -1 : startEdge;
  const kind = net.kind[p] === Gate.startBound ? Driver.startNoEarlier : Driver.finishNoEarlier;
  passes.driver[p] = own > start ? kind : startEdge >= 0 ? Driver.link : Driver.none;
}

/** Marks a node whose calendar has no instant for it; what only waits for such a node is not reported again. */
function noDates(passes: Passes, p: number, demanded: Tick): void {
  const { net } = passes;
  passes.earlyStart[p] = passes.earlyFinish[p] = passes.earlyStartWork[p] = passes.earlyFinishWork[p] = Infinity;
  passes.driver[p] = Driver.none;
  if (demanded === Infinity) return;
  const calendar = net.calendar[p]!;
  const task = net.task[p]!;
  if (net.calendars[calendar]!.worksAfter(demanded)) passes.problems.push({ kind: 'beyond-calendar', task, calendar });
  else passes.problems.push({ kind: 'no-working-time', task, calendar, after: toMinutes(demanded) });
}

/** The instant by which everything in a gate's phase has to be over. */
export function gateCap(net: Network, p: number): Tick {
  const phase = net.spec.tasks[net.task[p]!]!;
  if (net.kind[p] === Gate.lastFinish) return toTicks(finishCapOf(phase));
  return net.kind[p] === Gate.lastStart ? toTicks(phase.startNoLater ?? Infinity) : Infinity;
}
