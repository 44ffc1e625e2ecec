import { shiftOn, workBefore } from './calendarRuns';
import type { CalendarRuns } from './calendarRuns';
import { TICKS_PER_DAY } from './time';
import type { PlanDay, Tick } from './time';

/** Bits of the clock that one slot of the index spans: 8,192 ticks, 13.7 hours. */
export const SLOT_BITS = 13;

/** Most days of a window, 359 years: instants and work relative to its first midnight then fit 32 bits. */
export const LARGEST_WINDOW = 1 << 17;

/**
 * The working periods of a bounded stretch of time as prefix sums, with an index by clock and one by work. Values are
 * relative to the first midnight and to the work done before it. Period i works from start[i], and
 * before[i + 1] − before[i] long; after the last one stand the ends.
 */
export interface CalendarWindow {
  /** First day, and the day after the last. */
  readonly firstDay: PlanDay;
  readonly endDay: PlanDay;
  readonly low: Tick;
  readonly lowWork: Tick;
  readonly length: Tick;
  readonly work: Tick;
  readonly start: Int32Array;
  readonly before: Int32Array;
  /** Last period that has begun at the start of each slot of the clock (0 if none has). */
  readonly slot: Int32Array;
  /** First period that ends at or after each multiple of 2 ** bucketBits of work. */
  readonly bucket: Int32Array;
  readonly bucketBits: number;
}

/** The tables for the days `firstDay` … `endDay` − 1. */
export function windowOf(runs: CalendarRuns, firstDay: PlanDay, endDay: PlanDay): CalendarWindow {
  const { shifts } = runs;
  const starts: number[] = [];
  const befores: number[] = [];
  let work = 0;
  for (let day = firstDay; day < endDay; day++) {
    const shift = shiftOn(runs, day);
    for (let s = shifts.starts[shift]!; s < shifts.starts[shift + 1]!; s++) {
      starts.push((day - firstDay) * TICKS_PER_DAY + shifts.from[s]!);
      befores.push(work);
      work += shifts.to[s]! - shifts.from[s]!;
    }
  }
  const length = (endDay - firstDay) * TICKS_PER_DAY;
  const start = Int32Array.from([...starts, length]);
  const before = Int32Array.from([...befores, work]);
  const low = firstDay * TICKS_PER_DAY;
  const lowWork = workBefore(runs, firstDay);
  return { firstDay, endDay, low, lowWork, length, work, start, before, slot: slotsOf(start, length), ...bucketsOf(before, work) };
}

function slotsOf(start: Int32Array, length: Tick): Int32Array {
  const slot = new Int32Array((length >> SLOT_BITS) + 2);
  let at = 0;
  for (let s = 0; s < slot.length; s++) {
    while (at < start.length - 2 && start[at + 1]! <= s << SLOT_BITS) at++;
    slot[s] = at;
  }
  return slot;
}

/** Buckets at most as wide as an average period, so that few hold more than one. */
function bucketsOf(before: Int32Array, work: Tick): Pick<CalendarWindow, 'bucket' | 'bucketBits'> {
  const periods = before.length - 1;
  const average = Math.max(1, Math.floor(work / Math.max(1, periods)));
  const bucketBits = 31 - Math.clz32(average);
  const bucket = new Int32Array((work >> bucketBits) + 2);
  let at = 0;
  for (let b = 0; b < bucket.length; b++) {
    while (at < periods - 1 && before[at + 1]! < b << bucketBits) at++;
    bucket[b] = at;
  }
  return { bucket, bucketBits };
}

/** The first index from `low` to `high` whose next value is ≥ x, or > x if `after`; for stretches of many periods. */
export function firstReaching(values: Int32Array, low: number, high: number, x: number, after: boolean): number {
  let at = low;
  let end = high;
  while (at < end) {
    const middle = (at + end) >> 1;
    const next = values[middle + 1]!;
    if (after ? next <= x : next < x) at = middle + 1;
    else end = middle;
  }
  return at;
}
