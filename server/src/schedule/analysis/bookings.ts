import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import { minutesOf } from '../lengths';
import type { ModelSchedule } from '../fromModel';
import type { NetworkTask } from '../network';
import { perPlan } from '../perPlan';
import { isSame } from '../planItems';
import { toMinutes, toTicks, type Tick } from '../ticks';

/** One person's part in one task: so much of the working time of a calendar, from an instant to another. */
export interface Booking {
  /** Index of the task in the network. */
  readonly task: number;
  readonly person: ItemIndex;
  /** Index of the calendar that the person works by on it. */
  readonly calendar: number;
  /** Share of that calendar's working time: 0.5 is half of it. */
  readonly share: number;
  readonly start: Tick;
  readonly finish: Tick;
  /** Working minutes of the person. */
  readonly work: number;
}

/**
 * Who works on what, and when, by task: what is left of each task that has dates and is not done. With a duration of its
 * own a task is worked evenly over its whole span: the effort, if one is written, in proportion to the shares, or else the
 * shares as they are. Without one everybody works the same time, and stops when it is over.
 */
export const bookingsOf = perPlan((plan): readonly Booking[] => {
  const bookings: Booking[] = [];
  const persons = personsOf(plan);
  last = plan.facts.map((_, task) => bookingsOn(plan, task, persons, last[task]));
  for (const { bookings: each } of last) for (const booking of each) bookings.push(booking);
  return bookings;
});

/** The same by person, in the order of the tasks. */
export const bookingsByPerson = perPlan((plan): ReadonlyMap<ItemIndex, readonly Booking[]> => {
  const byPerson = new Map<ItemIndex, Booking[]>();
  for (const booking of bookingsOf(plan)) {
    const own = byPerson.get(booking.person);
    if (own) own.push(booking);
    else byPerson.set(booking.person, [booking]);
  }
  return byPerson;
});

/** The bookings on a task, and all that they hang on. */
interface TaskBookings {
  readonly item: NetworkTask;
  readonly isOpen: boolean;
  readonly persons: readonly ItemIndex[];
  readonly statusDate: number | undefined;
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
  readonly bookings: readonly Booking[];
}

/** By task, those of the plan that was asked for last: most changes of a plan move few tasks. */
let last: readonly TaskBookings[] = [];

/** The same objects as long as nothing in them changes. */
function bookingsOn(
  schedule: ModelSchedule,
  task: number,
  persons: readonly ItemIndex[],
  known: TaskBookings | undefined,
): TaskBookings {
  const { plan } = schedule;
  const { statusDate, tasks } = plan.network.spec;
  const [item, start, finish] = [tasks[task]!, plan.start[task]!, plan.finish[task]!];
  const open = isOpen(schedule, task);
  const isDated = known?.item === item && Object.is(known.start, start) && Object.is(known.finish, finish);
  if (isDated && known.isOpen === open && known.statusDate === statusDate && known.persons === persons) return known;
  const bookings: Booking[] = [];
  if (open) book(schedule, task, bookings);
  return { item, isOpen: open, persons, statusDate, start, finish, bookings };
}

let lastPersons: readonly ItemIndex[] = [];

/** The same list as long as it says the same. */
function personsOf({ people: { persons } }: ModelSchedule): readonly ItemIndex[] {
  if (!isSame(lastPersons, persons)) lastPersons = persons;
  return lastPersons;
}

/** Whether a task holds work that is still to be done at a known time. */
function isOpen({ plan, anchored, facts }: ModelSchedule, task: number): boolean {
  const { type, assigned, progress = 0, actualFinish } = facts[task]!;
  const open = type === 'task' && assigned.length > 0 && progress < 1 && actualFinish === undefined;
  return open && anchored && !plan.network.summary[task] && plan.start[task]! < plan.finish[task]!;
}

function book(schedule: ModelSchedule, task: number, bookings: Booking[]): void {
  const { plan, facts, model, people, calendars } = schedule;
  const { assigned, calendar, progress = 0, actualStart } = facts[task]!;
  const { statusDate = -Infinity } = plan.network.spec;
  const begun = progress > 0 || actualStart !== undefined;
  const start = toTicks(begun ? Math.max(plan.start[task]!, statusDate) : plan.start[task]!);
  const end = toTicks(plan.finish[task]!);
  const own = calendar === undefined ? undefined : calendars.at(model.indexOfId(calendar));
  const { spread, time } = remainderOf(schedule, task);
  for (const { idNumber, share } of assigned) {
    if (!(share > 0)) continue;
    for (const person of people.behind(model.indexOfId(idNumber))) {
      const at = calendars.ofPerson(person, own);
      const clock = plan.network.calendars[at];
      if (!clock) continue;
      const since = clock.worked(start);
      const span = clock.worked(end) - since;
      const isShorter = time !== undefined && time < span;
      const available = isShorter ? time : span;
      if (!(available > 0)) continue;
      const finish = isShorter ? clock.finishAt(since + time) : end;
      const rate = spread === undefined ? share : toTicks(spread * share) / available;
      bookings.push({ task, person, calendar: at, share: rate, start, finish, work: toMinutes(available) * rate });
    }
  }
}

/** What is left of a task: minutes for each whole share, spread over its span; or how long everybody is busy with it, in ticks. */
function remainderOf(
  { facts, plan, lengths, people, model }: ModelSchedule,
  task: number,
): { readonly spread?: number; readonly time?: Tick } {
  const { duration, effort, assigned, progress = 0 } = facts[task]!;
  const left = 1 - Math.max(0, progress);
  if (!duration) {
    const time = toTicks(plan.network.spec.tasks[task]!.duration * left);
    return effort?.elapsed ? { spread: toMinutes(time) } : { time };
  }
  if (!effort) return {};
  let shares = 0;
  for (const { idNumber, share } of assigned) shares += share * people.behind(model.indexOfId(idNumber)).length;
  return { spread: (minutesOf(effort, lengths) * left) / shares };
}
