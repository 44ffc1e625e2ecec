/** The computed plan as plain data for other programs; `schemas/schedule.schema.json` describes it. */
import { valueOf } from '../kinds/facts';
import { formatDay, formatMinute, weekdayOf, type PlanDay, type PlanMinute } from '../kinds/time';
import type { Tongue } from '../kinds/tongue';
import { workBetween } from '../checks/plan/dates';
import { whyOf } from '../ide/why';
import type { World } from '../ide/world';
import { bookingsByPerson, type Booking } from '../schedule/analysis/bookings';
import { loadsOf } from '../schedule/analysis/loads';
import { nextMilestones } from '../schedule/analysis/nextMilestone';
import { overAllocations, type OverAllocation } from '../schedule/analysis/overAllocation';
import { rollUpWork, type WorkTotals } from '../schedule/analysis/rollUpWork';
import type { ModelSchedule, ScheduledItem } from '../schedule/fromModel';
import { dueOf } from '../schedule/taskFacts';
import { TICKS_PER_DAY } from '../schedule/calendar/ticks';

/** A phase, task or milestone. What is not said, or cannot be computed, is absent in JSON. Dates are local, in ISO form. */
export interface ExportedTask {
  readonly id: string | undefined;
  readonly title: string;
  readonly start: string | undefined;
  readonly finish: string | undefined;
  /** Working minutes; minutes of the clock if the duration is `elapsed`. Negative where dates contradict each other. */
  readonly totalSlackMinutes: number | undefined;
  readonly freeSlackMinutes: number | undefined;
  readonly critical: boolean | undefined;
  readonly why: string | undefined;
  readonly type: 'phase' | 'task' | 'milestone';
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Index in `tasks` of the item with dates around this one. */
  readonly parent: number | undefined;
  readonly lateStart: string | undefined;
  readonly lateFinish: string | undefined;
  /** Up to when it is promised or has to be finished. */
  readonly due: string | undefined;
  readonly durationMinutes: number | undefined;
  readonly elapsed: true | undefined;
  /** Person-minutes. */
  readonly effortMinutes: number | undefined;
  /** From 0 to 1. */
  readonly progress: number | undefined;
  readonly costs: readonly { readonly amount: number; readonly currency: string | undefined }[] | undefined;
  /** Persons and teams as written, each with its share of their time: 0.5 is half of it. */
  readonly people: readonly { readonly id: string; readonly share: number }[] | undefined;
  /** Id, or else title, of the milestone that waits for it. */
  readonly milestone: string | undefined;
}

/** What is asked of a person. */
export interface ExportedLoad {
  readonly person: string | undefined;
  readonly title: string;
  /** Whole weeks, from the first day on which something is asked to the last: days with work, or with time for it. */
  readonly days: readonly {
    readonly day: string;
    readonly demandedMinutes: number;
    readonly availableMinutes: number;
    /** Ids, or else titles, of the tasks. */
    readonly tasks: readonly string[];
  }[];
  readonly overAllocations: readonly {
    readonly from: string;
    readonly to: string;
    /** Greatest share asked for at a time, and the share that may be counted on: 2 and 1. */
    readonly peak: number;
    readonly capacity: number;
    readonly excessMinutes: number;
    readonly tasks: readonly string[];
  }[];
}

/** The items of a plan in the order of the text; `first` is where they will stand in a longer list. */
export function exportTasks(
  { schedule }: World,
  fileName: (uri: string) => string,
  tongue: Tongue,
  first = 0,
): readonly ExportedTask[] {
  const totals = rollUpWork(schedule);
  const milestones = nextMilestones(schedule);
  const { tasks } = schedule.plan.network.spec;
  return schedule.items().map((entry): ExportedTask => {
    const { index, item } = entry;
    const { uri, document } = schedule.model.files[item.file]!;
    const { parent, elapsed } = tasks[index]!;
    return {
      id: item.id,
      title: item.title,
      ...datesOf(entry),
      why: whyOf(schedule, entry, tongue),
      type: entry.type,
      file: fileName(uri),
      line: document.positionIn(item.segment, item.declaration.kind.start).line + 1,
      parent: parent === undefined ? undefined : first + parent,
      ...lateDatesOf(schedule, entry),
      due: iso(dueOf(item)),
      durationMinutes: durationOf(schedule, entry),
      elapsed: elapsed ? true : undefined,
      ...workOf(schedule, entry, totals[index]!),
      people: peopleOf(entry),
      milestone: milestones[index]! < 0 ? undefined : nameIn(schedule, milestones[index]!),
    };
  });
}

/** Everybody of whom something is asked, in the order of the text. */
export function exportLoads({ schedule }: World): readonly ExportedLoad[] {
  const bookings = bookingsByPerson(schedule);
  return schedule.people.persons.flatMap((person): ExportedLoad[] => {
    const own = bookings.get(person);
    if (!own) return [];
    const { id, title } = schedule.model.items[person]!;
    const windows = overAllocations(schedule)
      .filter((window) => window.person === person)
      .map((window) => windowOf(schedule, window));
    return [{ person: id, title, days: daysOf(schedule, own, person), overAllocations: windows }];
  });
}

/** The id of an item of the network, or else its title. */
export const nameIn = ({ scheduled }: ModelSchedule, index: number): string =>
  scheduled[index]!.id ?? scheduled[index]!.title;

/** An instant in ISO form; undefined if there is none. */
export const iso = (minute: PlanMinute | undefined): string | undefined =>
  minute === undefined || !Number.isFinite(minute) ? undefined : formatMinute(minute);

/** To tenths, in which the engine computes. */
const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;

const datesOf = ({ start, finish, totalSlack, freeSlack, critical }: ScheduledItem) => ({
  start: iso(start),
  finish: iso(finish),
  totalSlackMinutes: totalSlack,
  freeSlackMinutes: freeSlack,
  critical: start === undefined ? undefined : critical,
});

const lateDatesOf = ({ plan }: ModelSchedule, { index, start, finish }: ScheduledItem) => ({
  lateStart: start === undefined || finish === undefined ? undefined : iso(plan.lateStart[index]),
  lateFinish: finish === undefined ? undefined : iso(plan.lateFinish[index]),
});

/** Of a phase the working time from its start to its finish. */
function durationOf(schedule: ModelSchedule, { index, start, finish }: ScheduledItem): number | undefined {
  const { spec, summary } = schedule.plan.network;
  if (start === undefined || finish === undefined) return undefined;
  if (summary[index]) return rounded(workBetween(schedule, index, start, finish));
  return rounded(Math.max(0, spec.tasks[index]!.duration) || 0);
}

function workOf(
  { plan }: ModelSchedule,
  { index, item, type }: ScheduledItem,
  { effort, progress, costs }: WorkTotals,
): Pick<ExportedTask, 'effortMinutes' | 'progress' | 'costs'> {
  const isSaid = plan.network.summary[index] === 1 || valueOf(item, 'progress') !== undefined;
  const money = [...costs].map(([currency, amount]) => ({
    amount: Math.round(amount * 100) / 100,
    currency: currency === '' ? undefined : currency,
  }));
  return {
    effortMinutes: type === 'milestone' || effort === 0 ? undefined : rounded(effort),
    progress: progress === undefined || !(isSaid || progress > 0) ? undefined : Math.round(progress * 1e4) / 1e4,
    costs: money.length === 0 ? undefined : money,
  };
}

function peopleOf({ item }: ScheduledItem): ExportedTask['people'] {
  const people = item.references.flatMap(({ field, value, reference }) =>
    field.key === 'assign' && value.type === 'allocation' ? [{ id: reference.id, share: value.fraction }] : [],
  );
  return people.length === 0 ? undefined : people;
}

function daysOf(schedule: ModelSchedule, bookings: readonly Booking[], person: number): ExportedLoad['days'] {
  const first = Math.floor(bookings.reduce((least, { start }) => Math.min(least, start), Infinity) / TICKS_PER_DAY);
  const last = Math.floor(bookings.reduce((most, { finish }) => Math.max(most, finish), -Infinity) / TICKS_PER_DAY);
  const monday = first - weekdayOf(first);
  const sunday = last - weekdayOf(last) + 6;
  return loadsOf(schedule, bookings, person, monday, sunday).map(({ day, demanded, available }) => ({
    day: formatDay(day),
    demandedMinutes: rounded(demanded),
    availableMinutes: rounded(available),
    tasks: demanded > 0 ? tasksOn(schedule, bookings, day) : [],
  }));
}

/** What a person works on, on a day. */
function tasksOn(schedule: ModelSchedule, bookings: readonly Booking[], day: PlanDay): readonly string[] {
  const [from, to] = [day * TICKS_PER_DAY, (day + 1) * TICKS_PER_DAY];
  return bookings
    .filter(({ start, finish, calendar }) => {
      if (start >= to || finish <= from) return false;
      const clock = schedule.plan.network.calendars[calendar]!;
      return clock.worked(Math.min(finish, to)) > clock.worked(Math.max(start, from));
    })
    .map(({ task }) => nameIn(schedule, task));
}

const windowOf = (
  schedule: ModelSchedule,
  { from, to, peak, capacity, excess, tasks }: OverAllocation,
): ExportedLoad['overAllocations'][number] => ({
  from: formatMinute(from),
  to: formatMinute(to),
  peak,
  capacity,
  excessMinutes: rounded(excess),
  tasks: tasks.map((task) => nameIn(schedule, task)),
});
