import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import type { WorkCalendar } from '../calendar';
import type { ModelSchedule } from '../fromModel';
import { personFacts } from '../personFacts';
import { toMinutes, type Tick } from '../ticks';
import type { Booking } from './bookings';

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
export function overAllocations(plan: ModelSchedule, bookings: readonly Booking[]): readonly OverAllocation[] {
  const byPerson = new Map<ItemIndex, Booking[]>();
  for (const booking of bookings) {
    const own = byPerson.get(booking.person);
    if (own) own.push(booking);
    else byPerson.set(booking.person, [booking]);
  }
  return [...byPerson.keys()].sort((a, b) => a - b).flatMap((person) => windowsOf(plan, person, byPerson.get(person)!));
}

interface Window {
  from: Tick;
  to: Tick;
  peak: number;
  excess: Tick;
  readonly tasks: Set<number>;
}

function windowsOf(plan: ModelSchedule, person: ItemIndex, bookings: readonly Booking[]): OverAllocation[] {
  const { capacity } = personFacts(plan.model.items[person]!);
  const limit = Math.round(capacity * UNIT) + TOLERANCE;
  const events = eventsOf(bookings);
  const active = new Set<Booking>();
  const windows: Window[] = [];
  let sum = 0;
  events.forEach(({ at, booking, begins }, index) => {
    sum += (begins ? 1 : -1) * Math.round(booking.share * UNIT);
    if (begins) active.add(booking);
    else active.delete(booking);
    const until = events[index + 1]?.at ?? at;
    if (sum > limit && until > at) addStretch(plan, windows, active, at, until, capacity, sum);
  });
  return windows.map(({ from, to, peak, excess, tasks }) => ({
    person,
    from: toMinutes(from),
    to: toMinutes(to),
    peak: peak / UNIT,
    capacity,
    excess: toMinutes(excess),
    tasks: [...tasks],
  }));
}

interface Event {
  readonly at: Tick;
  readonly booking: Booking;
  readonly begins: boolean;
}

/** Starts and finishes by time; what ends makes room before what begins. */
const eventsOf = (bookings: readonly Booking[]): Event[] =>
  bookings
    .flatMap((booking): Event[] => [
      { at: booking.start, booking, begins: true },
      { at: booking.finish, booking, begins: false },
    ])
    .sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins) || a.booking.task - b.booking.task);

/** A stretch in which the same bookings run, asking for more than the capacity if all work at the same time. */
function addStretch(
  { plan }: ModelSchedule,
  windows: Window[],
  active: ReadonlySet<Booking>,
  from: Tick,
  to: Tick,
  capacity: number,
  sum: number,
): void {
  const calendars = [...new Set([...active].map(({ calendar }) => calendar))];
  const clock = plan.network.calendars[calendars[0]!]!;
  if (calendars.length > 1) {
    addMixed(windows, active, plan.network.calendars, from, to, capacity);
    return;
  }
  const work = clock.worked(to) - clock.worked(from);
  if (work <= 0) return;
  const excess = (sum / UNIT - capacity) * work;
  addWindow(windows, [clock], clock.startAt(clock.worked(from)), clock.finishAt(clock.worked(to)), sum, excess, active);
}

/** Joins the window before if there is no working time in between on any of the calendars. */
function addWindow(
  windows: Window[],
  clocks: readonly WorkCalendar[],
  from: Tick,
  to: Tick,
  sum: number,
  excess: Tick,
  active: Iterable<Booking>,
): void {
  let window = windows.at(-1);
  const last = window?.to ?? from;
  if (!window || clocks.some((clock) => clock.worked(from) > clock.worked(last)))
    windows.push((window = { from, to, peak: 0, excess: 0, tasks: new Set() }));
  window.to = Math.max(window.to, to);
  window.peak = Math.max(window.peak, sum);
  window.excess += excess;
  for (const { task } of active) window.tasks.add(task);
}

/** Longest stretch that is walked period by period where calendars differ. */
const MOST_PERIODS = 20_000;

/** Walks from one working period's edge to the next, and adds up who works there. */
function addMixed(
  windows: Window[],
  active: ReadonlySet<Booking>,
  calendars: readonly WorkCalendar[],
  from: Tick,
  to: Tick,
  capacity: number,
): void {
  const limit = Math.round(capacity * UNIT) + TOLERANCE;
  const bookings = [...active];
  const clocks = [...new Set(bookings.map(({ calendar }) => calendars[calendar]!))];
  for (let at = from, steps = 0; at < to && steps < MOST_PERIODS; steps++) {
    const edge = Math.min(to, ...clocks.map((clock) => edgeAfter(clock, at)));
    const working = bookings.filter(({ calendar }) => {
      const clock = calendars[calendar]!;
      return clock.worked(edge) > clock.worked(at);
    });
    const sum = working.reduce((total, { share }) => total + Math.round(share * UNIT), 0);
    if (sum > limit) addWindow(windows, clocks, at, edge, sum, (sum / UNIT - capacity) * (edge - at), working);
    at = edge;
  }
}

/** The end of the working period that an instant stands in, or the start of the next one. */
function edgeAfter(clock: WorkCalendar, at: Tick): Tick {
  const next = clock.startAt(clock.worked(at));
  if (next > at) return next;
  return clock.periodEnd(at);
}
