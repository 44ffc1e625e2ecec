import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import type { WorkCalendar } from '../calendar/calendar';
import type { ModelSchedule } from '../fromModel';
import { perPlan } from '../perPlan';
import { personFacts } from '../personFacts';
import { toMinutes, type Tick } from '../calendar/ticks';
import { bookingsByPerson, type Booking } from './bookings';

/** A stretch of time in which a person is asked for more than there is; as long as it can be. */
export interface OverAllocation {
  readonly person: ItemIndex;
  /** First and last working instant. */
  readonly from: PlanMinute;
  readonly to: PlanMinute;
  /** The greatest sum of shares at a time (2 is two full-time tasks), and the share that may be counted on. */
  readonly peak: number;
  readonly capacity: number;
  /** Working minutes asked for beyond the capacity. */
  readonly excess: number;
  /** Indices of the tasks in the network, in the order in which they begin. */
  readonly tasks: readonly number[];
}

/** Shares are added as whole millionths, so that three thirds are no more than one. */
const UNIT = 1e6;
/** What may be lost by rounding shares. */
const TOLERANCE = 10;

/**
 * All over-allocations, by person, then by time. One sweep over starts and finishes: O(n log n). Bookings that go by
 * different calendars count at the same time only where both work.
 */
export const overAllocations = perPlan((plan): readonly OverAllocation[] =>
  [...bookingsByPerson(plan)].flatMap(([person, bookings]) => windowsOnce(plan, person, bookings)),
);

const kept = new WeakMap<readonly Booking[], readonly OverAllocation[]>();

/** The same windows as long as the list of bookings is the same. */
function windowsOnce(plan: ModelSchedule, person: ItemIndex, bookings: readonly Booking[]): readonly OverAllocation[] {
  let windows = kept.get(bookings);
  if (!windows) kept.set(bookings, (windows = windowsOf(plan, person, bookings)));
  return windows;
}

interface Window {
  from: Tick;
  to: Tick;
  peak: number;
  excess: Tick;
}

/** What the windows of a person are made of. */
interface Sweep {
  /** By start. */
  readonly bookings: readonly Booking[];
  readonly calendars: readonly WorkCalendar[];
  /** Those that the bookings go by. */
  readonly clocks: readonly WorkCalendar[];
  readonly capacity: number;
  readonly limit: number;
}

function windowsOf(plan: ModelSchedule, person: ItemIndex, bookings: readonly Booking[]): OverAllocation[] {
  const { calendars } = plan.plan.network;
  const { capacity } = personFacts(plan.model.items[person]!);
  const sweep: Sweep = {
    bookings: bookings.toSorted((a, b) => a.start - b.start || a.task - b.task),
    calendars,
    clocks: [...new Set(bookings.map(({ calendar }) => calendar))].map((calendar) => calendars[calendar]!),
    capacity,
    limit: Math.round(capacity * UNIT) + TOLERANCE,
  };
  const windows = sweep.clocks.length > 1 ? mixedWindows(sweep) : plainWindows(sweep, sweep.clocks[0]!);
  return windows.map((window) => ({
    person,
    from: toMinutes(window.from),
    to: toMinutes(window.to),
    peak: window.peak / UNIT,
    capacity,
    excess: toMinutes(window.excess),
    tasks: tasksIn(sweep, window),
  }));
}

/** Adds up who works from one start or finish to the next, and hands on the stretches with too much; what ends makes room before what begins. */
function sweepThrough({ bookings, limit }: Sweep, tooMuch: (from: Tick, to: Tick, sum: number) => void): void {
  const ends = bookings.toSorted((a, b) => a.finish - b.finish);
  let sum = 0;
  for (let begun = 0, ended = 0; ended < ends.length;) {
    const from = Math.min(bookings[begun]?.start ?? Infinity, ends[ended]!.finish);
    for (; ended < ends.length && ends[ended]!.finish <= from; ended++) sum -= unitsOf(ends[ended]!);
    for (; begun < bookings.length && bookings[begun]!.start <= from; begun++) sum += unitsOf(bookings[begun]!);
    if (sum > limit) tooMuch(from, Math.min(bookings[begun]?.start ?? Infinity, ends[ended]!.finish), sum);
  }
}

const unitsOf = ({ share }: Booking): number => Math.round(share * UNIT);

/** Where all go by one calendar, its working time is swept, so that free time between two stretches is none. */
function plainWindows(sweep: Sweep, clock: WorkCalendar): readonly Window[] {
  const windows: Window[] = [];
  let [at, work] = [NaN, NaN];
  sweepThrough(sweep, (from, to, sum) => {
    const since = from === at ? work : clock.worked(from);
    [at, work] = [to, clock.worked(to)];
    if (work > since)
      addTo(windows, since, work, sum, (sum / UNIT - sweep.capacity) * (work - since), since === windows.at(-1)?.to);
  });
  return windows.map((window) => ({ ...window, from: clock.startAt(window.from), to: clock.finishAt(window.to) }));
}

/** Longest stretch that is walked period by period where calendars differ. */
const MOST_PERIODS = 20_000;

/** Where they go by several, each stretch is walked from one working period's edge to the next, adding up who works there. */
function mixedWindows(sweep: Sweep): readonly Window[] {
  const { bookings, calendars, clocks, capacity, limit } = sweep;
  const windows: Window[] = [];
  sweepThrough(sweep, (from, to) => {
    const active = bookings.filter(({ start, finish }) => start <= from && to <= finish);
    for (let at = from, steps = 0; at < to && steps < MOST_PERIODS; steps++) {
      const edge = Math.min(to, ...clocks.map((clock) => edgeAfter(clock, at)));
      const working = active.filter(({ calendar }) => worksIn(calendars[calendar]!, at, edge));
      const sum = working.reduce((total, booking) => total + unitsOf(booking), 0);
      const last = windows.at(-1)?.to;
      const joined = last !== undefined && !clocks.some((clock) => worksIn(clock, last, at));
      if (sum > limit) addTo(windows, at, edge, sum, (sum / UNIT - capacity) * (edge - at), joined);
      at = edge;
    }
  });
  return windows;
}

const worksIn = (clock: WorkCalendar, from: Tick, to: Tick): boolean => clock.worked(to) > clock.worked(from);

/** The end of the working period that an instant stands in, or the start of the next one. */
function edgeAfter(clock: WorkCalendar, at: Tick): Tick {
  const next = clock.startAt(clock.worked(at));
  if (next > at) return next;
  return clock.periodEnd(at);
}

/** Adds a stretch, to the last window if it is joined. */
function addTo(windows: Window[], from: Tick, to: Tick, sum: number, excess: Tick, joined: boolean): void {
  const last = joined ? windows.at(-1) : undefined;
  if (!last) {
    windows.push({ from, to, peak: sum, excess });
    return;
  }
  last.to = Math.max(last.to, to);
  last.peak = Math.max(last.peak, sum);
  last.excess += excess;
}

/** The tasks that are worked on in a window, in the order in which they begin. */
function tasksIn({ bookings, calendars, clocks }: Sweep, { from, to }: Window): readonly number[] {
  const tasks = new Set<number>();
  for (const { task, start, finish, calendar } of bookings) {
    if (start >= to) break;
    if (finish <= from) continue;
    if (clocks.length === 1 || worksIn(calendars[calendar]!, Math.max(start, from), Math.min(finish, to)))
      tasks.add(task);
  }
  return [...tasks];
}
