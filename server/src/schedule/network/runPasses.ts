/**
 * The passes over runs (`plainRuns.ts`) are sums of work in whole numbers of 32 bits, and the greater of two is taken without a branch:
 * which of two predecessors ends later nobody can foresee, neither the processor, and a wrong guess costs it more than all
 * sums of a task. Instants are read from the calendar when the work of the whole run is known.
 */
import { Driver } from './drivers';
import type { Passes } from './passes';
import { REACH } from './plainRuns';
import type { Tick } from '../calendar/ticks';

/** Whether a task's place, as work counted from the floor of its calendar, is within the reach of runs. */
export const isNear = (start: number, finish: number): boolean => Math.abs(start) <= REACH && Math.abs(finish) <= REACH;

/** By calendar the work done when the first task may begin; the work of runs is counted from there. */
export const floorsOf = ({ net, projectStart, statusDate }: Passes): Float64Array =>
  Float64Array.from(net.calendars, (calendar) => calendar.worked(Math.max(projectStart, statusDate)));

/** Early dates of a run; its last finish, or undefined if the run lies beyond what runs, or its calendar, can tell. */
export function placeRun(
  passes: Passes,
  from: number,
  to: number,
  floors: Float64Array,
  byFloor: number,
): Tick | undefined {
  const { net, earlyStart, earlyFinish, earlyRun } = passes;
  const last = sumUp(passes, from, to, floors, byFloor);
  const calendar = net.calendars[net.calendar[from]!]!;
  const floor = floors[net.calendar[from]!]!;
  const isPlaced = last <= REACH && calendar.spansInto(earlyStart, earlyFinish, earlyRun, from, to, floor, 0, last);
  return isPlaced ? calendar.finishAt(floor + last) : undefined;
}

/** The early work of a run; the answer is the greatest, or some number above REACH if there is one. */
function sumUp(passes: Passes, from: number, to: number, floors: Float64Array, byFloor: number): number {
  const { net, duration, earlyRun, earlyWork, driver, driverEdge } = passes;
  const { before, lag } = net.runs;
  const { predStart } = net;
  const floor = floors[net.calendar[from]!]!;
  const { link } = Driver;
  const reach = REACH;
  let last = 0;
  for (let p = from; p < to; p++) {
    if (!(duration[p]! <= reach)) return Infinity;
    const length = duration[p]! | 0;
    const end = predStart[p + 1]!;
    let work = 0;
    let edge = -1;
    for (let e = predStart[p]!; e < end; e++) {
      const code = before[e]!;
      const at = (earlyRun[code >> 1]! + lag[e]! - (length & -(code & 1))) | 0;
      // All bits are set if this one is later.
      const isLater = (work - at) >> 31;
      work = (work + ((at - work) & isLater)) | 0;
      edge = (edge + ((e - edge) & isLater)) | 0;
    }
    const finish = (work + length) | 0;
    if (finish > reach) return finish;
    if (finish > last) last = finish;
    earlyRun[2 * p] = work;
    earlyRun[2 * p + 1] = finish;
    earlyWork[p] = floor + finish;
    driverEdge[p] = edge;
    driver[p] = edge < 0 ? byFloor : link;
  }
  return last;
}

/** Late dates and slack of a run; false if the run lies beyond what runs, or its calendar, can tell. */
export function placeRunLate(
  passes: Passes,
  from: number,
  to: number,
  floors: Float64Array,
  limits: Float64Array,
): boolean {
  const { net, lateStart, lateFinish, lateRun } = passes;
  const calendar = net.calendar[from]!;
  const limit = limits[calendar]! - floors[calendar]!;
  if (!(Math.abs(limit) <= REACH)) return false;
  const first = sumBack(passes, from, to, floors, limits);
  if (!(first >= -REACH)) return false;
  return net.calendars[calendar]!.spansInto(lateStart, lateFinish, lateRun, from, to, floors[calendar]!, first, limit);
}

/** The late work of a run; the answer is the least, or some number below −REACH if there is one. */
function sumBack(passes: Passes, from: number, to: number, floors: Float64Array, limits: Float64Array): number {
  const { net, duration, earlyRun, lateRun, lateWork, totalSlack, freeSlack } = passes;
  const { after, afterLag } = net.runs;
  const { succStart } = net;
  const floor = floors[net.calendar[from]!]!;
  const limit = (limits[net.calendar[from]!]! - floor) | 0;
  const reach = -REACH;
  let first = limit;
  for (let p = to - 1; p >= from; p--) {
    const length = duration[p]! | 0;
    const end = succStart[p + 1]!;
    let late = limit;
    let free = limit;
    for (let i = succStart[p]!; i < end; i++) {
      const code = after[i]!;
      const shift = ((length & -(code & 1)) - afterLag[i]!) | 0;
      const latest = (lateRun[code >> 1]! + shift) | 0;
      late = (late + ((latest - late) & ((latest - late) >> 31))) | 0;
      const moves = (earlyRun[code >> 1]! + shift) | 0;
      free = (free + ((moves - free) & ((moves - free) >> 31))) | 0;
    }
    const start = (late - length) | 0;
    if (start < reach) return start;
    if (start < first) first = start;
    lateRun[2 * p] = start;
    lateRun[2 * p + 1] = late;
    lateWork[p] = floor + late;
    const early = earlyRun[2 * p + 1]!;
    totalSlack[p] = late - early;
    free = (free - early) | 0;
    freeSlack[p] = free & ~(free >> 31);
  }
  return first;
}
