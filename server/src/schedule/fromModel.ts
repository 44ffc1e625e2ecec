/** The schedule of a model: its items as a network of numbers, and the computed dates by item. */
import { valueOf } from '../kinds/facts';
import type { ValueOf } from '../kinds/value';
import type { Item, ItemIndex, Model } from '../model/model';
import { calendarsOf, projectItem, type PlanCalendars } from './modelCalendars';
import { scheduledTypeOf, taskOf, type ScheduledType } from './modelTasks';
import { linksOf } from './modelLinks';
import { lengthsOf } from './lengths';
import type { NetworkSpec, NetworkTask } from './network';
import { schedule, type Schedule } from './schedule';
import { MINUTES_PER_DAY, type PlanMinute } from '../kinds/time';
import { toMinutes, toTicks } from './ticks';

/** One phase, task or milestone with its computed dates. */
export interface ScheduledItem {
  readonly item: Item;
  readonly type: ScheduledType;
  /** Index of the item in the network. */
  readonly index: number;
  /** Undefined when they cannot be computed, for example in a circle, or a finish without an estimate. */
  readonly start: PlanMinute | undefined;
  readonly finish: PlanMinute | undefined;
  /** Working minutes on the calendar on which the item works; clock minutes for elapsed durations. */
  readonly totalSlack: number | undefined;
  readonly freeSlack: number | undefined;
  readonly critical: boolean;
}

export interface ModelSchedule {
  readonly plan: Schedule;
  readonly calendars: PlanCalendars;
  /** In the order of the model. */
  readonly items: readonly ScheduledItem[];
  readonly of: (item: ItemIndex) => ScheduledItem | undefined;
  /** By index of the network. */
  readonly at: (index: number) => ScheduledItem;
}

/** Schedules the phases, tasks and milestones of a model. Total: what cannot be computed has no dates. */
export function scheduleModel(model: Model): ModelSchedule {
  const project = projectItem(model);
  const lengths = lengthsOf(project);
  const calendars = calendarsOf(model, project);
  const entries = model.items.flatMap((item) => {
    const type = scheduledTypeOf(item);
    return type ? [{ item, type }] : [];
  });
  const indexOf = new Map(entries.map(({ item }, index) => [item.index, index]));
  const tasks = entries.map(({ item, type }) => ({
    ...taskOf(model, item, type, lengths, calendars),
    parent: holderIndex(model, item, indexOf),
  }));
  const start = startOf(project) ?? earliestDate(tasks);
  const spec: NetworkSpec = {
    start: start ?? 0,
    statusDate: statusDateOf(project),
    calendars: calendars.specs,
    calendar: calendars.project,
    tasks,
    links: entries.flatMap(({ item }, to) => linksOf(model, item, to, indexOf, lengths)),
  };
  const plan = schedule(spec);
  const anchored = start !== undefined;
  const items = entries.map(({ item, type }, index) => scheduled(plan, item, type, index, anchored));
  const byItem = new Map(items.map((entry) => [entry.item.index, entry]));
  return { plan, calendars, items, of: (item) => byItem.get(item), at: (index) => items[index]! };
}

function scheduled(plan: Schedule, item: Item, type: ScheduledType, index: number, anchored: boolean): ScheduledItem {
  const known = (column: Float64Array): number | undefined => {
    const value = column[index]!;
    return anchored && Number.isFinite(value) ? value : undefined;
  };
  const estimated = type !== 'task' || plan.network.summary[index] === 1 || hasEstimate(item);
  return {
    item,
    type,
    index,
    start: snapped(plan, index, type, known(plan.start), 'startAt'),
    finish: estimated ? snapped(plan, index, type, known(plan.finish), 'finishAt') : undefined,
    totalSlack: estimated ? known(plan.totalSlack) : undefined,
    freeSlack: estimated ? known(plan.freeSlack) : undefined,
    critical: anchored && estimated && plan.critical[index] === 1,
  };
}

/**
 * A date written without time stands at midnight; shown is the first working instant of its day, or the last before it.
 * Milestones stand where they were put.
 */
function snapped(
  { network }: Schedule,
  index: number,
  type: ScheduledType,
  minute: PlanMinute | undefined,
  edge: 'startAt' | 'finishAt',
): PlanMinute | undefined {
  const task = network.spec.tasks[index]!;
  if (minute === undefined || minute % MINUTES_PER_DAY !== 0 || type === 'milestone' || task.elapsed) return minute;
  const calendar = network.calendars[task.calendar]!;
  const instant = toMinutes(calendar[edge](calendar.worked(toTicks(minute))));
  return Number.isFinite(instant) ? instant : minute;
}

const hasEstimate = (item: Item): boolean =>
  ['duration', 'effort', 'end', 'actual'].some((key) => valueOf(item, key) !== undefined);

/** The scheduled item around an item; sections and the like are looked through. */
function holderIndex(model: Model, { parent }: Item, indexOf: ReadonlyMap<ItemIndex, number>): number | undefined {
  for (let holder = model.items[parent]; holder; holder = model.items[holder.parent])
    if (indexOf.has(holder.index)) return indexOf.get(holder.index);
  return undefined;
}

const startOf = (project: Item | undefined): PlanMinute | undefined =>
  project && (valueOf(project, 'period') as ValueOf<'period'> | undefined)?.from;

/** A status date without time means the end of that day: what was planned for it should be done. */
function statusDateOf(project: Item | undefined): PlanMinute | undefined {
  const value = project && valueOf(project, 'status-date');
  if (value?.type === 'date') return (value.day + 1) * MINUTES_PER_DAY;
  return value?.type === 'date-time' ? value.minute : undefined;
}

/** Without a project period, the plan starts where its first written date stands. */
function earliestDate(tasks: readonly NetworkTask[]): PlanMinute | undefined {
  const dates = tasks.flatMap((task) =>
    [task.actualStart, task.fixedStart, task.mustStart, task.startNoEarlier].flatMap((date) =>
      date === undefined ? [] : [date],
    ),
  );
  return dates.length > 0 ? dates.reduce((a, b) => Math.min(a, b)) : undefined;
}
