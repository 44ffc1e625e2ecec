import type { PlanDay, PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import type { ModelSchedule } from '../fromModel';
import { personFacts } from '../personFacts';
import { TICKS_PER_DAY, toMinutes, toTicks } from '../calendar/ticks';
import type { Booking } from './bookings';

/** What is asked of a person on a day, and what there is, in working minutes. */
export interface DayLoad {
  readonly day: PlanDay;
  readonly demanded: number;
  /** By the person's calendar less leave, times the capacity. */
  readonly available: number;
}

/** Most days of an answer: a plan that lasts longer is cut. */
const MOST_DAYS = 3660;

/**
 * The loads of a person from a day to another (inclusive), for the days on which something is asked or there is time. It
 * takes the person's bookings and days, and the days that each booking shares with those asked for.
 */
export function loadsOf(
  plan: ModelSchedule,
  bookings: readonly Booking[],
  person: ItemIndex,
  from: PlanDay,
  to: PlanDay,
): readonly DayLoad[] {
  const last = Math.min(to, from + MOST_DAYS - 1);
  const demanded = new Float64Array(Math.max(0, last - from + 1));
  for (const booking of bookings) if (booking.person === person) addDemand(plan, booking, from, demanded);
  const clock = plan.plan.network.calendars[plan.calendars.ofPerson(person)];
  const { capacity } = personFacts(plan.model.items[person]!);
  return Array.from(demanded, (minutes, at): DayLoad => {
    const day = from + at;
    return { day, demanded: minutes, available: clock ? toMinutes(clock.workOn(day)) * capacity : 0 };
  }).filter((load) => load.demanded > 0 || load.available > 0);
}

function addDemand({ plan }: ModelSchedule, booking: Booking, from: PlanDay, demanded: Float64Array): void {
  const clock = plan.network.calendars[booking.calendar]!;
  const first = Math.max(from, Math.floor(booking.start / TICKS_PER_DAY));
  const last = Math.min(from + demanded.length - 1, Math.floor(booking.finish / TICKS_PER_DAY));
  for (let day = first; day <= last; day++) {
    const begin = Math.max(booking.start, day * TICKS_PER_DAY);
    const end = Math.min(booking.finish, (day + 1) * TICKS_PER_DAY);
    demanded[day - from]! += toMinutes(clock.worked(end) - clock.worked(begin)) * booking.share;
  }
}

/** The working minutes that a person has for the plan from its start, or its status date, to an instant. */
export function availableUntil(
  { plan, calendars, model }: ModelSchedule,
  person: ItemIndex,
  until: PlanMinute,
): number {
  const { start, statusDate = start } = plan.network.spec;
  const clock = plan.network.calendars[calendars.ofPerson(person)]!;
  const minutes = toMinutes(clock.worked(toTicks(until)) - clock.worked(toTicks(Math.max(start, statusDate))));
  return Math.max(0, minutes) * personFacts(model.items[person]!).capacity;
}
