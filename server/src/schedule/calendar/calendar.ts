import { compileRuns, instantOf, runOf, shiftOn, workBefore, workUntil } from './calendarRuns';
import type { CalendarRuns } from './calendarRuns';
import { resolveCalendar, sourcesOf } from './calendarSpec';
import type { CalendarSpec, ExceptionSource, ResolvedCalendar } from './calendarSpec';
import { FEW, firstReaching, LARGEST_WINDOW, SLOT_BITS, windowOf } from './calendarWindow';
import type { CalendarWindow } from './calendarWindow';
import { MAX_DAY, TICKS_PER_DAY } from './ticks';
import type { PlanDay } from '../../kinds/time';
import type { Tick } from './ticks';

/** Days that the first question adds to the table, and how many of them lie before it. */
const FIRST_WINDOW = 1024;
const BACKWARD = 64;

/**
 * Working time as one rising function of the clock, `worked`, and its two inverses. From these three follow the rules of
 * MS Project: start + duration is `finishAt(worked(start) + duration)`, the next working instant `startAt(worked(t))`,
 * the working time between two instants the difference of `worked`.
 *
 * The table grows with the dates asked for; every answer depends on the calendar alone. Beyond the table's greatest
 * length answers come from the closed form of the week, so no date and no calendar can make a question slow.
 */
export class WorkCalendar {
  private readonly runs: CalendarRuns;
  private window: CalendarWindow;

  constructor(resolved: ResolvedCalendar) {
    this.runs = compileRuns(resolved);
    this.window = windowOf(this.runs, 0, 0);
  }

  /** Working ticks from 1970-01-01T00:00 to the instant; negative before, ±Infinity for ±Infinity. */
  worked(instant: Tick): Tick {
    const table = this.window;
    if (!(instant >= table.low && instant - table.low < table.length)) return this.workedFar(instant);
    const offset = (instant - table.low) | 0;
    const data = table.data;
    const entry = table.slots + (offset >> SLOT_BITS);
    let at = data[entry]!;
    const high = data[entry + 1]!;
    if (high - at > FEW) at = firstReaching(data, 0, at, high, offset, true);
    else while (data[2 * at + 2]! <= offset) at++;
    const before = data[2 * at + 1]!;
    const since = Math.max(0, offset - data[2 * at]!);
    return table.lowWork + Math.min(before + since, data[2 * at + 3]!);
  }

  /** The earliest instant by which so much has been worked: the end of a working period, never the start of the next. */
  finishAt(work: Tick): Tick {
    const table = this.window;
    if (!(work > table.lowWork && work - table.lowWork < table.work)) return this.instantFar(work, false);
    const rest = (work - table.lowWork) | 0;
    const data = table.data;
    const entry = table.buckets + (rest >> table.bucketBits);
    let at = data[entry]!;
    const high = data[entry + 1]!;
    if (high - at > FEW) at = firstReaching(data, 1, at, high, rest, false);
    else while (data[2 * at + 3]! < rest) at++;
    return table.low + (data[2 * at]! + rest - data[2 * at + 1]!);
  }

  /** The latest instant before more is worked: the start of a working period, never the end of the one before. */
  startAt(work: Tick): Tick {
    const table = this.window;
    if (!(work > table.lowWork && work - table.lowWork < table.work)) return this.instantFar(work, true);
    const rest = (work - table.lowWork) | 0;
    const data = table.data;
    const entry = table.buckets + (rest >> table.bucketBits);
    let at = data[entry]!;
    const high = data[entry + 1]!;
    if (high - at > FEW) at = firstReaching(data, 1, at, high, rest, true);
    else while (data[2 * at + 3]! <= rest) at++;
    return table.low + (data[2 * at]! + rest - data[2 * at + 1]!);
  }

  /**
   * `startAt` of works[2i] and `finishAt` of works[2i + 1] for each i from `from` to `to` − 1; works are counted from `base`, and
   * none is less than `first` or more than `last`. False, and nothing is written, where the table cannot hold these, or an entry
   * of its index may span many periods.
   */
  spansInto(
    starts: Float64Array,
    finishes: Float64Array,
    works: Int32Array,
    from: number,
    to: number,
    base: Tick,
    first: Tick,
    last: Tick,
  ): boolean {
    // Makes the table reach as far.
    if (!(this.startAt(base + first) > -Infinity && this.finishAt(base + last) < Infinity)) return false;
    const { data, buckets, bucketBits, low, lowWork, work, crowded } = this.window;
    if (crowded || !(base + first > lowWork && base + last - lowWork < work)) return false;
    const shift = (base - lowWork) | 0;
    for (let i = from; i < to; i++) {
      const begun = (works[2 * i]! + shift) | 0;
      let at = 2 * data[buckets + (begun >> bucketBits)]!;
      // Mostly none or one; whether one is no branch, since nobody can foresee it.
      at += 2 & ((data[at + 3]! - 1 - begun) >> 31);
      while (data[at + 3]! <= begun) at += 2;
      starts[i] = low + ((data[at]! + begun - data[at + 1]!) | 0);
      const done = (works[2 * i + 1]! + shift) | 0;
      at = 2 * data[buckets + (done >> bucketBits)]!;
      at += 2 & ((data[at + 3]! - done) >> 31);
      while (data[at + 3]! < done) at += 2;
      finishes[i] = low + ((data[at]! + done - data[at + 1]!) | 0);
    }
    return true;
  }

  /** The end of the working period that holds the instant, which must be a working one; of a period over midnight that midnight. */
  periodEnd(instant: Tick): Tick {
    const day = Math.floor(instant / TICKS_PER_DAY);
    const { shifts } = this.runs;
    const shift = shiftOn(this.runs, day);
    let s = shifts.starts[shift]!;
    while (shifts.to[s]! <= instant - day * TICKS_PER_DAY) s++;
    return day * TICKS_PER_DAY + shifts.to[s]!;
  }

  /** Whether there is working time as long as calendars reach. */
  worksForever(): boolean {
    return workBefore(this.runs, MAX_DAY - 7) < this.runs.end;
  }

  /** Working ticks of a day. */
  workOn(day: PlanDay): Tick {
    return this.runs.shifts.total[shiftOn(this.runs, day)]!;
  }

  /** The exception that decides about a day; undefined on days that follow the week. */
  exceptionOn(day: PlanDay): ExceptionSource | undefined {
    return this.runs.sources[runOf(this.runs, day)];
  }

  private workedFar(instant: Tick): Tick {
    if (!Number.isFinite(instant)) return instant;
    const day = Math.floor(instant / TICKS_PER_DAY);
    if (this.grow(day)) return this.worked(instant);
    const work = workBefore(this.runs, day);
    const within = day >= -MAX_DAY && day <= MAX_DAY;
    return within ? work + workUntil(this.runs.shifts, shiftOn(this.runs, day), instant - day * TICKS_PER_DAY) : work;
  }

  private instantFar(work: Tick, after: boolean): Tick {
    if (!Number.isFinite(work)) return work;
    const instant = instantOf(this.runs, work, after);
    if (Number.isFinite(instant)) this.grow(Math.floor(instant / TICKS_PER_DAY));
    return instant;
  }

  /** Widens the table to a day unless it holds it already or would grow too long; tells whether it was widened. */
  private grow(day: PlanDay): boolean {
    const { firstDay, endDay } = this.window;
    if (day >= firstDay && day < endDay) return false;
    const empty = firstDay === endDay;
    const margin = Math.max(FIRST_WINDOW, endDay - firstDay);
    const first = empty ? day - BACKWARD : Math.min(firstDay, day < firstDay ? day - margin : firstDay);
    const end = empty ? day + margin : Math.max(endDay, day >= endDay ? day + margin : endDay);
    if (end - first > LARGEST_WINDOW || first < -MAX_DAY || end > MAX_DAY) return false;
    this.window = windowOf(this.runs, first, end);
    return true;
  }
}

/** Round the clock, every day: elapsed time. */
const ELAPSED: CalendarSpec = { week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) };

/** Calendars by index, and those whose base leads back to themselves (their base is cut). */
export interface CompiledCalendars {
  readonly calendars: readonly WorkCalendar[];
  readonly loops: readonly number[];
}

/** Compiles the calendars; the one after the last, at index `specs.length`, is elapsed time. */
export function compileCalendars(specs: readonly CalendarSpec[]): CompiledCalendars {
  const loops: number[] = [];
  const calendars = specs.map((_, index) => {
    const { sources, loops: runsInCircle } = sourcesOf(specs, index);
    if (runsInCircle) loops.push(index);
    return compiledOnce(specs, index, sources);
  });
  return { calendars: [...calendars, compiledOnce([ELAPSED], 0, [0])], loops };
}

interface Known {
  readonly sources: readonly number[];
  readonly specs: readonly CalendarSpec[];
  readonly calendar: WorkCalendar;
}

const known = new WeakMap<CalendarSpec, Known>();

/** The same calendar as long as all that it is made of is the same, also in its numbers, which exceptions name. */
function compiledOnce(specs: readonly CalendarSpec[], index: number, sources: readonly number[]): WorkCalendar {
  const last = known.get(specs[index]!);
  const same =
    last?.sources.length === sources.length &&
    sources.every((at, place) => last.sources[place] === at && last.specs[place] === specs[at]);
  if (same) return last.calendar;
  const calendar = new WorkCalendar(resolveCalendar(specs, index));
  known.set(specs[index]!, { sources, specs: sources.map((at) => specs[at]!), calendar });
  return calendar;
}
