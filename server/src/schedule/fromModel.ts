/** The schedule of a model: its items as a network of numbers, and the computed dates by item. */
import { valueOf } from '../kinds/facts';
import type { ValueOf } from '../kinds/value';
import { perObject } from '../language/perObject';
import { Recent } from '../language/recent';
import type { Item, ItemIndex, Model } from '../model/model';
import { tasksOf, type PlanContext } from './modelTasks';
import { level } from './levelling/level';
import { isLevelled, levellingInput } from './levelling/fromModel';
import { linksInto } from './modelLinks';
import type { NetworkLink, NetworkSpec, NetworkTask } from './network/network';
import { planInputs, type PlanInputs } from './planInputs';
import { isSame, planItems, type PlanItems } from './planItems';
import { resourcesOf } from './resources';
import { calendarsOf } from './network/place';
import { schedule, type Schedule } from './network/schedule';
import type { ScheduledType, TaskFacts } from './taskFacts';
import { MINUTES_PER_DAY, type PlanMinute } from '../kinds/time';
import { toMinutes, toTicks } from './calendar/ticks';

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

export interface ModelSchedule
  extends PlanContext, Pick<PlanItems, 'project' | 'scheduled' | 'facts' | 'says' | 'parents' | 'networkIndex'> {
  readonly plan: Schedule;
  /** The same object as long as the plan and all that answers about it may hang on are the same; compared when first asked for. */
  readonly inputs: () => PlanInputs;
  /** False where neither the project nor any item says when: then nothing has dates. */
  readonly anchored: boolean;
  /** In the order of the model; made when first asked for. */
  readonly items: () => readonly ScheduledItem[];
  readonly of: (item: ItemIndex) => ScheduledItem | undefined;
  /** By index of the network. */
  readonly at: (index: number) => ScheduledItem;
}

/**
 * Schedules the phases, tasks and milestones of a model, levelled if the project says so. Total: what cannot be computed has
 * no dates.
 */
export function scheduleModel(model: Model): ModelSchedule {
  const found = planItems(model);
  const { project, facts, says, parents, byRun, networkIndex, scheduled } = found;
  const context: PlanContext = { model, ...resourcesOf(model, found) };
  const tasks = ([] as NetworkTask[]).concat(...byRun.map((run) => tasksOf(run, context)));
  const start = startOf(project) ?? earliestDate(tasks);
  const spec: NetworkSpec = {
    start: start ?? 0,
    statusDate: statusDateOf(project),
    calendars: [...context.calendars.specs],
    calendar: context.calendars.project,
    tasks,
    links: ([] as NetworkLink[]).concat(...byRun.map((run) => linksInto(run, context, networkIndex))),
  };
  const plan = isLevelled(model, project) ? levelOnce(spec, found, context) : scheduleOnce(spec);
  const anchored = start !== undefined;
  const at = viewsOf(plan, found, anchored);
  const { version, people } = context;
  let items: readonly ScheduledItem[] | undefined;
  let inputs: PlanInputs | undefined;
  return {
    ...context,
    project,
    scheduled,
    facts,
    says,
    parents,
    networkIndex,
    plan,
    anchored,
    inputs: () => (inputs ??= planInputs(plan, { version, anchored, facts, persons: people.persons })),
    items: () => (items ??= scheduled.map((_, index) => at(index))),
    of: (item) => (networkIndex[item]! >= 0 ? at(networkIndex[item]!) : undefined),
    at,
  };
}

/** Plans by their first task. */
const recentPlans = perObject<NetworkTask, Recent<Schedule>>(() => new Recent());

/** The same plan as long as nothing in it changes: most of what is typed changes no date. */
function scheduleOnce(spec: NetworkSpec): Schedule {
  const [key] = spec.tasks;
  if (!key) return schedule(spec);
  const recent = recentPlans(key);
  return recent.findOr(
    ({ network }) => isSamePlan(network.spec, spec),
    () => schedule(spec, recent.all[0]),
  );
}

/** A plan before levelling, what decides who waits for whom, and the levelled plan. */
interface Levelled {
  readonly spec: NetworkSpec;
  readonly version: object;
  readonly items: readonly unknown[];
  readonly plan: Schedule;
}

/** The same, by the first task. */
const recentLevelled = perObject<NetworkTask, Recent<Levelled>>(() => new Recent());

/** The same for a levelled plan, as long as the declarations of all its items are the same, too. */
function levelOnce(spec: NetworkSpec, found: PlanItems, context: PlanContext): Schedule {
  const [key] = spec.tasks;
  const { version } = context;
  const items = found.scheduled.map(({ facts }) => facts);
  const make = (): Levelled => ({ spec, version, items, plan: level(spec, levellingInput(found, context)) });
  if (!key) return make().plan;
  return recentLevelled(key).findOr(
    (kept) => kept.version === version && isSame(kept.items, items) && isSamePlan(kept.spec, spec),
    make,
  ).plan;
}

const isSamePlan = (some: NetworkSpec, other: NetworkSpec): boolean =>
  some.start === other.start &&
  some.statusDate === other.statusDate &&
  some.calendar === other.calendar &&
  isSame(some.calendars, other.calendars) &&
  isSame(some.tasks, other.tasks) &&
  isSame(some.links, other.links);

/** Objects for those who show dates, made when first asked for; whoever computes reads the columns of the plan. */
function viewsOf(plan: Schedule, { scheduled, facts }: PlanItems, anchored: boolean): ModelSchedule['at'] {
  const made = new Array<ScheduledItem | undefined>(scheduled.length);
  return (index) => (made[index] ??= viewOf(plan, scheduled[index]!, facts, index, anchored));
}

function viewOf(
  plan: Schedule,
  item: Item,
  facts: readonly TaskFacts[],
  index: number,
  anchored: boolean,
): ScheduledItem {
  const { type, estimated: said } = facts[index]!;
  const known = (column: Float64Array): number | undefined => {
    const value = column[index]!;
    return anchored && Number.isFinite(value) ? value : undefined;
  };
  const estimated = said || plan.network.summary[index] === 1;
  const [start, finish] = shownSpan(plan, index, facts, known(plan.start), known(plan.finish));
  return {
    item,
    type,
    index,
    start,
    finish: estimated ? finish : undefined,
    totalSlack: estimated ? known(plan.totalSlack) : undefined,
    freeSlack: estimated ? known(plan.freeSlack) : undefined,
    critical: anchored && estimated && plan.critical[index] === 1,
  };
}

/** Where the two would change places, as in a phase that holds but a milestone on a day off, there is no work: both stand as they are. */
function shownSpan(
  plan: Schedule,
  index: number,
  facts: readonly TaskFacts[],
  from: PlanMinute | undefined,
  to: PlanMinute | undefined,
): readonly [start: PlanMinute | undefined, finish: PlanMinute | undefined] {
  const start = from === undefined ? undefined : snapped(plan, index, facts, from, 'startAt');
  const finish = to === undefined ? undefined : snapped(plan, index, facts, to, 'finishAt');
  return start !== undefined && finish !== undefined && finish < start ? [from, to] : [start, finish];
}

/**
 * A date written without time stands at midnight; shown is the first working instant of its day, or the last before it, for
 * those who do the work. Milestones stand where they were put, phases where what is in them is shown.
 */
function snapped(
  plan: Schedule,
  index: number,
  facts: readonly TaskFacts[],
  minute: PlanMinute,
  edge: 'startAt' | 'finishAt',
): PlanMinute {
  const { network } = plan;
  if (minute % MINUTES_PER_DAY !== 0 || facts[index]!.type === 'milestone') return minute;
  const [column, outermost] = edge === 'startAt' ? [plan.start, Math.min] : [plan.finish, Math.max];
  const instants =
    network.summary[index] === 1
      ? (insideOf(plan)[index] ?? [])
          .filter((task) => column[task] === minute)
          .map((task) => snapped(plan, task, facts, minute, edge))
      : calendarsOf(network, network.node[index]!).map((calendar) =>
          toMinutes(calendar[edge](calendar.worked(toTicks(minute)))),
        );
  const instant = instants.reduce((one, other) => outermost(one, other), instants[0] ?? minute);
  return Number.isFinite(instant) ? instant : minute;
}

/** What stands in each phase and parent task, by index. */
const insideOf = perObject((plan: Schedule): readonly (readonly number[] | undefined)[] => {
  const inside: (number[] | undefined)[] = [];
  for (const [task, { parent }] of plan.network.spec.tasks.entries())
    if (parent !== undefined) (inside[parent] ??= []).push(task);
  return inside;
});

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
