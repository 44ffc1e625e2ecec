import { runsOf } from './calendarSpec';
import type { ExceptionSource, ResolvedCalendar, Run, Shift } from './calendarSpec';
import { weekdayOf } from '../../kinds/time';
import { MAX_DAY, TICKS_PER_DAY } from './ticks';
import type { PlanDay } from '../../kinds/time';
import type { Tick } from './ticks';

/** The distinct shifts of a calendar, flat: shift s has the spans starts[s] … starts[s + 1] − 1. */
export interface ShiftTable {
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Work of the day before the span. */
  readonly before: Int32Array;
  /** Work of the whole shift. */
  readonly total: Int32Array;
}

/** Closed-form arithmetic on the stretches of a calendar: exact for any date within ±MAX_DAY, O(log of stretches). */
export interface CalendarRuns {
  readonly shifts: ShiftTable;
  readonly from: Float64Array;
  /** Working ticks from 1970-01-01 to the stretch's first midnight; negative before. */
  readonly before: Float64Array;
  /** Shift of weekday d in stretch r at 7r + d. */
  readonly shiftAt: Int32Array;
  readonly weekWork: Float64Array;
  readonly sources: readonly (ExceptionSource | undefined)[];
  /** Working ticks from 1970-01-01 to the end of time. */
  readonly end: Tick;
}

export function compileRuns(calendar: ResolvedCalendar): CalendarRuns {
  const runs = runsOf(calendar);
  const { shifts, shiftAt } = shiftTable(runs);
  const weekWork = Float64Array.from(runs, (_, r) => sumWeek(shifts, shiftAt, r));
  const from = Float64Array.from(runs, (run) => run.from);
  const before = new Float64Array(runs.length);
  const bare = { shifts, from, before, shiftAt, weekWork, sources: runs.map((run) => run.source), end: 0 };
  for (let r = 1; r < runs.length; r++) before[r] = before[r - 1]! + workInRun(bare, r - 1, from[r]!);
  const origin = workBefore(bare, 0);
  for (let r = 0; r < runs.length; r++) before[r] = before[r]! - origin;
  return { ...bare, end: workBefore(bare, MAX_DAY + 1) };
}

function shiftTable(runs: readonly Run[]): { shifts: ShiftTable; shiftAt: Int32Array } {
  const ids = new Map<string, number>();
  const distinct: Shift[] = [];
  const idOf = (shift: Shift): number => {
    const key = shift.map(({ from, to }) => `${from}-${to}`).join();
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, distinct.length);
    return distinct.push(shift) - 1;
  };
  const known = new Map<Run['week'], readonly number[]>();
  const idsOf = ({ week }: Run): readonly number[] => {
    let idsOfWeek = known.get(week);
    if (!idsOfWeek) known.set(week, (idsOfWeek = week.map(idOf)));
    return idsOfWeek;
  };
  const shiftAt = Int32Array.from(runs.flatMap(idsOf));
  return { shifts: flatShifts(distinct), shiftAt };
}

function flatShifts(distinct: readonly Shift[]): ShiftTable {
  const spans = distinct.flat();
  const starts = new Int32Array(distinct.length + 1);
  const before = new Int32Array(spans.length);
  const total = new Int32Array(distinct.length);
  distinct.forEach((shift, s) => {
    starts[s + 1] = starts[s]! + shift.length;
    shift.forEach(({ from, to }, index) => {
      before[starts[s]! + index] = total[s]!;
      total[s] = total[s]! + to - from;
    });
  });
  const column = (pick: 'from' | 'to'): Int32Array => Int32Array.from(spans, (span) => span[pick]);
  return { starts, from: column('from'), to: column('to'), before, total };
}

function sumWeek(shifts: ShiftTable, shiftAt: Int32Array, run: number): number {
  let sum = 0;
  for (let d = 0; d < 7; d++) sum += shifts.total[shiftAt[7 * run + d]!]!;
  return sum;
}

/** Work of the shift up to a time of its day. */
export function workUntil(shifts: ShiftTable, shift: number, time: Tick): Tick {
  const end = shifts.starts[shift + 1]!;
  for (let s = shifts.starts[shift]!; s < end; s++) {
    if (time <= shifts.from[s]!) return shifts.before[s]!;
    if (time <= shifts.to[s]!) return shifts.before[s]! + time - shifts.from[s]!;
  }
  return shifts.total[shift]!;
}

/** The earliest time of the day by which `work` (above 0, at most the shift's) is done. */
function timeDone(shifts: ShiftTable, shift: number, work: Tick): Tick {
  let s = shifts.starts[shift]!;
  while (shifts.before[s]! + shifts.to[s]! - shifts.from[s]! < work) s++;
  return shifts.from[s]! + work - shifts.before[s]!;
}

/** The time of the day at which work goes on after `work` (less than the shift's) is done. */
function timeGoingOn(shifts: ShiftTable, shift: number, work: Tick): Tick {
  let s = shifts.starts[shift]!;
  while (shifts.before[s]! + shifts.to[s]! - shifts.from[s]! <= work) s++;
  return shifts.from[s]! + work - shifts.before[s]!;
}

/** The last index whose value is ≤ x (or < x); 0 if there is none. */
function lastAtMost(values: Float64Array, x: number, strictly: boolean): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const value = values[middle]!;
    if (strictly ? value < x : value <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const runOf = (runs: CalendarRuns, day: PlanDay): number => lastAtMost(runs.from, day, false);

/** The shift that a day works. */
export function shiftOn(runs: CalendarRuns, day: PlanDay): number {
  return runs.shiftAt[7 * runOf(runs, day) + weekdayOf(day)]!;
}

/** Work from the stretch's first day to the midnight that begins `day`. */
function workInRun(runs: CalendarRuns, run: number, day: PlanDay): Tick {
  const first = runs.from[run]!;
  const weeks = Math.floor((day - first) / 7);
  let work = weeks * runs.weekWork[run]!;
  for (let at = first + 7 * weeks; at < day; at++) work += runs.shifts.total[runs.shiftAt[7 * run + weekdayOf(at)]!]!;
  return work;
}

/** Working ticks from 1970-01-01 to the midnight that begins `day`; days beyond ±MAX_DAY count as the last one. */
export function workBefore(runs: CalendarRuns, day: PlanDay): Tick {
  const within = Math.min(Math.max(day, -MAX_DAY), MAX_DAY + 1);
  const run = runOf(runs, within);
  return runs.before[run]! + workInRun(runs, run, within);
}

/**
 * The earliest instant by which `work` ticks since 1970-01-01 are done (`after` false), or the latest one before more is
 * done (`after` true); ±Infinity where the calendar has no such instant.
 */
export function instantOf(runs: CalendarRuns, work: Tick, after: boolean): Tick {
  if (after ? work >= runs.end : work > runs.end) return Infinity;
  if (after ? work < runs.before[0]! : work <= runs.before[0]!) return -Infinity;
  const run = lastAtMost(runs.before, work, !after);
  const week = runs.weekWork[run]!;
  let rest = work - runs.before[run]!;
  const weeks = after ? Math.floor(rest / week) : Math.ceil(rest / week) - 1;
  rest -= weeks * week;
  let day = runs.from[run]! + 7 * weeks;
  for (; ; day++) {
    const shift = runs.shiftAt[7 * run + weekdayOf(day)]!;
    const total = runs.shifts.total[shift]!;
    if (after ? rest < total : rest <= total)
      return day * TICKS_PER_DAY + (after ? timeGoingOn : timeDone)(runs.shifts, shift, rest);
    rest -= total;
  }
}
