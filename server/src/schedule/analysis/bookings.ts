import type { ItemIndex } from '../../model/model';
import { minutesOf } from '../lengths';
import type { ModelSchedule } from '../fromModel';
import { perPlan } from '../perPlan';
import { isSame } from '../planItems';
import { toMinutes, toTicks, type Tick } from '../calendar/ticks';

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
 * to the shares, or else the shares as they are. Without one everybody works the same time, and stops when it is over. The
 * same lists as in the plan before for those of whose bookings none changed: most changes of a plan move few tasks.
 */
export const bookingsByPerson = perPlan((schedule): ByPerson => {
  const { plan, facts, anchored, people } = schedule;
  const { before, kept } = nearest(schedule);
  const byTask = facts.map((_, task): readonly Booking[] => {
    if (kept?.[task] === 1) return before!.byTask[task]!;
    return isOpen(schedule, task) ? book(schedule, task) : NOTHING;
  });
  const byPerson = groupAnew(byTask, before);
  recent = [{ plan, facts, anchored, persons: people.persons, byTask, byPerson }, ...(before ? [before] : [])];
  return byPerson;
});

const NOTHING: readonly never[] = [];

type ByPerson = ReadonlyMap<ItemIndex, readonly Booking[]>;

/** The bookings of a plan, and all that they hang on. */
interface Known extends Pick<ModelSchedule, 'plan' | 'facts' | 'anchored'> {
  readonly persons: readonly ItemIndex[];
  readonly byTask: readonly (readonly Booking[])[];
  readonly byPerson: ByPerson;
}

/** Those that were found last, and those that they were made from. */
let recent: readonly Known[] = [];

/** Those of the recent ones from which most can be kept, as a plan that was changed is often changed back. */
function nearest(schedule: ModelSchedule): { readonly before?: Known; readonly kept?: Uint8Array } {
  const [best] = recent
    .map((before) => {
      const kept = keptTasks(schedule, before);
      return { before, kept, count: kept.reduce((sum, each) => sum + each, 0) };
    })
    .sort((a, b) => b.count - a.count);
  return best ?? {};
}

/** The bookings by person, from those before. */
function groupAnew(byTask: Known['byTask'], before: Known | undefined): ByPerson {
  const { byTask: tasksBefore = NOTHING, byPerson: personsBefore = new Map<ItemIndex, readonly Booking[]>() } =
    before ?? {};
  const changed = new Set<number>();
  const added = new Map<ItemIndex, Booking[]>();
  const addedFor = (person: ItemIndex): Booking[] => {
    let own = added.get(person);
    if (!own) added.set(person, (own = []));
    return own;
  };
  for (let task = 0; task < Math.max(byTask.length, tasksBefore.length); task++) {
    const [now, then] = [byTask[task] ?? NOTHING, tasksBefore[task] ?? NOTHING];
    if (now === then) continue;
    changed.add(task);
    for (const { person } of then) addedFor(person);
    for (const booking of now) addedFor(booking.person).push(booking);
  }
  const byPerson = new Map(personsBefore);
  for (const [person, own] of added) {
    const kept = (byPerson.get(person) ?? NOTHING).filter(({ task }) => !changed.has(task));
    const all = kept.length > 0 ? [...kept, ...own].sort((a, b) => a.task - b.task) : own;
    if (all.length > 0) byPerson.set(person, all);
    else byPerson.delete(person);
  }
  return new Map([...byPerson].sort(([a], [b]) => a - b));
}

/** By task, 1 if its bookings are the same as before. */
function keptTasks({ plan, facts, anchored, people }: ModelSchedule, known: Known): Uint8Array {
  const { start, finish, network } = plan;
  const { facts: factsBefore } = known;
  const { start: startBefore, finish: finishBefore, network: before } = known.plan;
  const { summary, spec } = network;
  const { summary: summaryBefore, spec: specBefore } = before;
  const [{ tasks }, { tasks: tasksBefore }] = [spec, specBefore];
  const isOther = anchored !== known.anchored || spec.statusDate !== specBefore.statusDate;
  const kept = new Uint8Array(facts.length);
  if (isOther || !isSame(people.persons, known.persons)) return kept;
  for (let task = 0; task < kept.length; task++)
    if (
      facts[task] === factsBefore[task] &&
      tasks[task] === tasksBefore[task] &&
      start[task] === startBefore[task] &&
      finish[task] === finishBefore[task] &&
      summary[task] === summaryBefore[task]
    )
      kept[task] = 1;
  return kept;
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
