import type { ItemIndex } from '../../model/model';
import { minutesOf } from '../lengths';
import type { ModelSchedule } from '../fromModel';
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
 * Who works on what, and when, by person, then in the order of the tasks: what is left of each task that has dates and is not
 * done. With a duration of its own a task is worked evenly over its whole span: the effort, if one is written, in proportion
 * to the shares, or else the shares as they are. Without one everybody works the same time, and stops when it is over.
 */
export const bookingsByPerson = perPlan((schedule): ReadonlyMap<ItemIndex, readonly Booking[]> => {
  const byPerson = new Map<ItemIndex, Booking[]>();
  for (const bookings of bookingsByTask(schedule))
    for (const booking of bookings) {
      const own = byPerson.get(booking.person);
      if (own) own.push(booking);
      else byPerson.set(booking.person, [booking]);
    }
  return byPerson;
});

/** The bookings of the plan that was asked for last, and all that they hang on: most changes of a plan move few tasks. */
let last: Pick<ModelSchedule, 'plan' | 'facts' | 'anchored'> & {
  readonly persons: readonly ItemIndex[];
  readonly byTask: readonly (readonly Booking[])[];
};

/** The same objects as long as nothing in them changes. */
function bookingsByTask(schedule: ModelSchedule): readonly (readonly Booking[])[] {
  const { plan, facts, anchored, people } = schedule;
  const known = last as typeof last | undefined;
  const isKept = known ? keptTasks(schedule, known) : () => false;
  const byTask = facts.map((_, task): readonly Booking[] => {
    if (isKept(task)) return known!.byTask[task]!;
    return isOpen(schedule, task) ? book(schedule, task) : NOTHING;
  });
  last = { plan, facts, anchored, persons: people.persons, byTask };
  return byTask;
}

const NOTHING: readonly never[] = [];

/** Tells of which tasks the bookings are the same as before. */
function keptTasks({ plan, facts, anchored, people }: ModelSchedule, known: typeof last): (task: number) => boolean {
  const { start, finish, network } = plan;
  const { start: startBefore, finish: finishBefore, network: before } = known.plan;
  const { tasks, statusDate } = network.spec;
  const isOther = anchored !== known.anchored || statusDate !== before.spec.statusDate;
  if (isOther || !isSame(people.persons, known.persons)) return () => false;
  return (task) =>
    facts[task] === known.facts[task] &&
    tasks[task] === before.spec.tasks[task] &&
    start[task] === startBefore[task] &&
    finish[task] === finishBefore[task] &&
    network.summary[task] === before.summary[task];
}

/** Whether a task holds work that is still to be done at a known time. */
function isOpen({ plan, anchored, facts }: ModelSchedule, task: number): boolean {
  const { type, assigned, progress = 0, actualFinish } = facts[task]!;
  const open = type === 'task' && assigned.length > 0 && progress < 1 && actualFinish === undefined;
  return open && anchored && !plan.network.summary[task] && plan.start[task]! < plan.finish[task]!;
}

function book(schedule: ModelSchedule, task: number): readonly Booking[] {
  const bookings: Booking[] = [];
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
  return bookings;
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
