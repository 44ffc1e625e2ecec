/** The schedule of a model: its items as a network of numbers, and the computed dates by item. */
import { valueOf } from '../kinds/facts';
import type { ValueOf } from '../kinds/value';
import type { Item, ItemIndex, Model } from '../model/model';
import { calendarsOf, projectItem } from './modelCalendars';
import { taskOf, type PlanContext } from './modelTasks';
import { addLinks } from './modelLinks';
import { lengthsOf } from './lengths';
import type { NetworkLink, NetworkTask } from './network';
import { peopleOf } from './people';
import { schedule, type Schedule } from './schedule';
import { scheduledTypeOf, taskFacts, type ScheduledType } from './taskFacts';
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

export interface ModelSchedule extends PlanContext {
  readonly plan: Schedule;
  /** False where neither the project nor any item says when: then nothing has dates. */
  readonly anchored: boolean;
  /** Items of the model by index of the network. */
  readonly scheduled: readonly Item[];
  /** In the order of the model; made when first asked for. */
  readonly items: readonly ScheduledItem[];
  readonly of: (item: ItemIndex) => ScheduledItem | undefined;
  /** By index of the network. */
  readonly at: (index: number) => ScheduledItem;
  /** Index in the network by item of the model, -1 for what has no dates. */
  readonly networkIndex: Int32Array;
}

/** Schedules the phases, tasks and milestones of a model. Total: what cannot be computed has no dates. */
export function scheduleModel(model: Model): ModelSchedule {
  const project = projectItem(model);
  const calendars = calendarsOf(model, project);
  const context: PlanContext = { lengths: lengthsOf(project), calendars, people: peopleOf(model) };
  const { scheduled, parents, networkIndex } = numberItems(model);
  const tasks = scheduled.map((item, index) => taskOf(taskFacts(item), parents[index], context));
  const links: NetworkLink[] = [];
  scheduled.forEach((item, to) => addLinks(links, model, taskFacts(item), to, networkIndex, context.lengths));
  const start = startOf(project) ?? earliestDate(tasks);
  const plan = schedule({
    start: start ?? 0,
    statusDate: statusDateOf(project),
    calendars: calendars.specs,
    calendar: calendars.project,
    tasks,
    links,
  });
  return { ...context, plan, anchored: start !== undefined, scheduled, networkIndex, ...views() };

  function views(): Pick<ModelSchedule, 'items' | 'of' | 'at'> {
    const made = new Array<ScheduledItem | undefined>(scheduled.length);
    const at = (index: number): ScheduledItem =>
      (made[index] ??= viewOf(plan, scheduled[index]!, index, start !== undefined));
    let all: readonly ScheduledItem[] | undefined;
    return {
      get items() {
        return (all ??= scheduled.map((_, index) => at(index)));
      },
      of: (item) => (networkIndex[item]! >= 0 ? at(networkIndex[item]!) : undefined),
      at,
    };
  }
}

interface Numbered {
  readonly scheduled: readonly Item[];
  /** The scheduled item around each; sections and the like are looked through. */
  readonly parents: readonly (number | undefined)[];
  readonly networkIndex: Int32Array;
}

/** Numbers the items that have dates. An item stands behind the one that holds it, so one walk suffices. */
function numberItems({ items }: Model): Numbered {
  const scheduled: Item[] = [];
  const parents: (number | undefined)[] = [];
  const networkIndex = new Int32Array(items.length).fill(-1);
  const inside = new Int32Array(items.length).fill(-1);
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const holder = item.parent < 0 ? -1 : inside[item.parent]!;
    inside[at] = holder;
    if (!scheduledTypeOf(item.kind)) continue;
    inside[at] = networkIndex[at] = scheduled.push(item) - 1;
    parents.push(holder < 0 ? undefined : holder);
  }
  return { scheduled, parents, networkIndex };
}

function viewOf(plan: Schedule, item: Item, index: number, anchored: boolean): ScheduledItem {
  const { type, estimated: said } = taskFacts(item);
  const known = (column: Float64Array): number | undefined => {
    const value = column[index]!;
    return anchored && Number.isFinite(value) ? value : undefined;
  };
  const estimated = said || plan.network.summary[index] === 1;
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
  let earliest = Infinity;
  for (const { actualStart, fixedStart, mustStart, startNoEarlier } of tasks)
    for (const date of [actualStart, fixedStart, mustStart, startNoEarlier])
      if (date !== undefined && date < earliest) earliest = date;
  return earliest === Infinity ? undefined : earliest;
}
