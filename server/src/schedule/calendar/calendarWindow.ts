import { runOf, workBefore } from './calendarRuns';
import type { CalendarRuns } from './calendarRuns';
import { weekdayOf } from '../../kinds/time';
import { TICKS_PER_DAY } from './ticks';
import type { PlanDay } from '../../kinds/time';
import type { Tick } from './ticks';

/** Bits of the clock that one slot of the index spans: 4,096 ticks, not quite seven hours. */
export const SLOT_BITS = 12;

/** Where an index entry spans more periods than this, they are bisected. */
export const FEW = 8;

/** Most days of a window, 359 years: instants and work relative to its first midnight then fit 32 bits. */
export const LARGEST_WINDOW = 1 << 17;

/**
 * The working periods of a bounded stretch of time as prefix sums, with an index by clock and one by work. All values
 * are relative to the first midnight and to the work done before it. They share one array, because a question then
 * touches two or three places in memory: period i begins at data[2i] with data[2i + 1] worked before; after the last
 * period stand the ends. There is at least one period, if need be an empty one.
 */
export interface CalendarWindow {
  /** First day, and the day after the last. */
  readonly firstDay: PlanDay;
  readonly endDay: PlanDay;
  readonly low: Tick;
  readonly lowWork: Tick;
  readonly length: Tick;
  readonly work: Tick;
  readonly data: Int32Array;
  /** Where the slots begin: for each stretch of the clock the last period that has begun at its start (0 if none has). */
  readonly slots: number;
  /** Where the buckets begin: for each multiple of 2 ** bucketBits of work the first period that ends at or after it. */
  readonly buckets: number;
  readonly bucketBits: number;
  /** Whether a bucket spans more than FEW periods. */
  readonly crowded: boolean;
}

/** The tables for the days `firstDay` … `endDay` − 1. */
export function windowOf(runs: CalendarRuns, firstDay: PlanDay, endDay: PlanDay): CalendarWindow {
  const length = (endDay - firstDay) * TICKS_PER_DAY;
  const periods = periodsOf(runs, firstDay, endDay);
  const count = periods.length / 2;
  const work = periods.pop()!;
  periods.pop();
  if (count === 1) periods.push(length, 0);
  periods.push(length, work);
  const slots = slotsOf(periods, length);
  const { buckets, bucketBits } = bucketsOf(periods, work);
  const data = new Int32Array(periods.length + slots.length + buckets.length);
  data.set(periods);
  data.set(slots, periods.length);
  data.set(buckets, periods.length + slots.length);
  return {
    firstDay,
    endDay,
    low: firstDay * TICKS_PER_DAY,
    lowWork: workBefore(runs, firstDay),
    length,
    work,
    data,
    slots: periods.length,
    buckets: periods.length + slots.length,
    bucketBits,
    crowded: buckets.some((at, b) => (buckets[b + 1] ?? at) - at > FEW),
  };
}

/** Begin and work before of each period, in turn; at the end a pair that holds the whole work. */
function periodsOf(runs: CalendarRuns, firstDay: PlanDay, endDay: PlanDay): number[] {
  const { shifts } = runs;
  const periods: number[] = [];
  let work = 0;
  let run = runOf(runs, firstDay);
  for (let day = firstDay; day < endDay; day++) {
    while (run + 1 < runs.from.length && runs.from[run + 1]! <= day) run++;
    const shift = runs.shiftAt[7 * run + weekdayOf(day)]!;
    for (let s = shifts.starts[shift]!; s < shifts.starts[shift + 1]!; s++) {
      periods.push((day - firstDay) * TICKS_PER_DAY + shifts.from[s]!, work);
      work += shifts.to[s]! - shifts.from[s]!;
    }
  }
  periods.push(0, work);
  return periods;
}

function slotsOf(periods: readonly number[], length: Tick): number[] {
  const slots: number[] = [];
  let at = 0;
  for (let s = 0; s < (length >> SLOT_BITS) + 2; s++) {
    while (2 * at < periods.length - 4 && periods[2 * at + 2]! <= s << SLOT_BITS) at++;
    slots.push(at);
  }
  return slots;
}

/** Buckets a quarter as wide as an average period, so that most hold the end of none. */
function bucketsOf(periods: readonly number[], work: Tick): { buckets: number[]; bucketBits: number } {
  const average = Math.floor(work / (periods.length / 2 - 1));
  const bucketBits = 31 - Math.clz32(Math.max(1, average >> 2));
  const buckets: number[] = [];
  let at = 0;
  for (let b = 0; b < (work >> bucketBits) + 2; b++) {
    while (2 * at < periods.length - 4 && periods[2 * at + 3]! < b << bucketBits) at++;
    buckets.push(at);
  }
  return { buckets, bucketBits };
}

/**
 * The first period from `low` to `high` whose successor has a value ≥ x, or > x if `after`: of the begins (column 0) or
 * of the work before (column 1). For index entries that span many periods.
 */
export function firstReaching(
  data: Int32Array,
  column: 0 | 1,
  low: number,
  high: number,
  x: number,
  after: boolean,
): number {
  let at = low;
  let end = high;
  while (at < end) {
    const middle = (at + end) >> 1;
    const next = data[2 * middle + 2 + column]!;
    if (after ? next <= x : next < x) at = middle + 1;
    else end = middle;
  }
  return at;
}
