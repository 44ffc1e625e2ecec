import type { ItemIndex } from '../../model/model';
import { minutesOf } from '../lengths';
import type { ModelSchedule } from '../fromModel';
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
export function bookingsOf(plan: ModelSchedule): readonly Booking[] {
  const bookings: Booking[] = [];
  for (let task = 0; task < plan.facts.length; task++) if (isOpen(plan, task)) book(plan, task, bookings);
  return bookings;
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
  const shares = assigned.reduce(
    (sum, { idNumber, share }) => sum + share * people.behind(model.indexOfId(idNumber)).length,
    0,
  );
  for (const { idNumber, share } of assigned) {
    if (!(share > 0)) continue;
    for (const person of people.behind(model.indexOfId(idNumber))) {
      const at = calendars.ofPerson(person, own);
      const clock = plan.network.calendars[at];
      if (!clock) continue;
      const span = workOf(schedule, task, share / shares, share);
      const finish = span.time === undefined ? end : Math.min(end, clock.finishAt(clock.worked(start) + span.time));
      const available = clock.worked(finish) - clock.worked(start);
      if (!(available > 0)) continue;
      const rate = span.work === undefined ? share : toTicks(span.work) / available;
      const work = toMinutes(available) * rate;
      bookings.push({ task, person, calendar: at, share: rate, start, finish, work });
    }
  }
}

/** The person's part of the effort that is left if it is spread over the span; or how long it takes, in ticks. */
function workOf(
  { facts, plan, lengths }: ModelSchedule,
  task: number,
  part: number,
  share: number,
): { readonly work?: number; readonly time?: Tick } {
  const { duration, effort, progress = 0 } = facts[task]!;
  const left = 1 - Math.max(0, progress);
  if (duration) return effort ? { work: minutesOf(effort, lengths) * part * left } : {};
  const time = toTicks(plan.network.spec.tasks[task]!.duration * left);
  return effort?.elapsed ? { work: toMinutes(time) * share } : { time };
}
