import { compileNetwork } from './compile';
import type { Network } from './compile';
import { criticalPath } from './criticalPath';
import { cyclePath } from './cyclePath';
import { DRIVER_KINDS } from './drivers';
import type { DriverKind } from './drivers';
import type { NetworkSpec } from './network';
import type { Passes } from './passes';
import type { ScheduleProblem } from './problems';
import { rollUp } from './rollup';
import { recompiled } from './recompile';
import { resolveDrivers } from './resolveDrivers';
import { TICKS_PER_MINUTE, toMinutes } from '../calendar/ticks';
import type { PlanMinute } from '../../kinds/time';

/**
 * The computed plan, by index of the task; NaN where something cannot be computed, for example in a circle. Phases and
 * parent tasks hold the earliest start and latest finish of what is in them, and have no free slack.
 */
export interface Schedule {
  readonly network: Network;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  /** Working minutes of the calendar on which the task works, of elapsed tasks minutes of the clock; may be negative. */
  readonly totalSlack: Float64Array;
  readonly freeSlack: Float64Array;
  /** 1 if there is no slack and work is left; of a phase if anything in it is critical. */
  readonly critical: Uint8Array;
  /** Why the start is where it is: number of the kind (see `driverOf`), the link, and the item whose bound it is. */
  readonly driver: Uint8Array;
  readonly driverLink: Int32Array;
  readonly driverItem: Int32Array;
  readonly projectStart: PlanMinute;
  readonly projectFinish: PlanMinute;
  readonly problems: readonly ScheduleProblem[];
}

/** What puts a task where it is. */
export interface TaskDriver {
  readonly kind: DriverKind;
  /** Index of the driving link. */
  readonly link: number | undefined;
  /** The task itself, or the phase around it whose date or link it is. */
  readonly item: number;
}

/**
 * Schedules a plan; never throws, and gives dates to whatever an impossible plan leaves possible. A plan from which it may differ in
 * little saves time.
 */
export const schedule = (spec: NetworkSpec, before?: Schedule): Schedule =>
  scheduleNetwork((before && recompiled(before.network, spec)) ?? compileNetwork(spec));

/** Those of the last schedule, whose columns are copies. */
let lastPasses: Passes | undefined;

/** Schedules a compiled plan. */
export function scheduleNetwork(network: Network): Schedule {
  const passes = criticalPath(network, undefined, lastPasses);
  lastPasses = passes;
  const tasks = network.spec.tasks.length;
  const result = {
    network,
    start: byTask(network, passes.earlyStart),
    finish: byTask(network, passes.earlyFinish),
    lateStart: byTask(network, passes.lateStart),
    lateFinish: byTask(network, passes.lateFinish),
    totalSlack: byTask(network, passes.totalSlack),
    freeSlack: byTask(network, passes.freeSlack),
    critical: new Uint8Array(tasks),
    ...resolveDrivers(passes),
    projectStart: network.spec.start,
    projectFinish: toMinutes(passes.projectFinish),
    problems: problemsOf(passes),
  };
  clearUndated(result);
  markCritical(passes, result);
  rollUp(network, result);
  return result;
}

/** Reads the driver of a task. */
export function driverOf(plan: Schedule, task: number): TaskDriver {
  const link = plan.driverLink[task]!;
  return { kind: DRIVER_KINDS[plan.driver[task]!]!, link: link < 0 ? undefined : link, item: plan.driverItem[task]! };
}

/** A column by node in ticks as a column by task in minutes. */
function byTask({ node }: Network, ticks: Float64Array): Float64Array {
  const minutes = new Float64Array(node.length);
  for (let task = 0; task < node.length; task++)
    minutes[task] = node[task]! < 0 ? NaN : ticks[node[task]!]! / TICKS_PER_MINUTE;
  return minutes;
}

type Columns = Pick<
  Schedule,
  'start' | 'finish' | 'lateStart' | 'lateFinish' | 'totalSlack' | 'freeSlack' | 'critical'
>;

function clearUndated({ start, finish, lateStart, lateFinish, totalSlack, freeSlack }: Columns): void {
  for (let task = 0; task < start.length; task++) {
    if (Number.isFinite(start[task])) continue;
    for (const column of [start, finish, lateStart, lateFinish, totalSlack, freeSlack]) column[task] = NaN;
  }
}

function markCritical({ net, complete }: Passes, { totalSlack, critical }: Columns): void {
  for (let task = 0; task < critical.length; task++)
    if (totalSlack[task]! <= 0 && !complete[net.node[task]!]) critical[task] = 1;
}

function problemsOf(passes: Passes): ScheduleProblem[] {
  const { net } = passes;
  const durations: ScheduleProblem[] = [];
  net.spec.tasks.forEach((task, index) => {
    if (!net.summary[index] && !(task.duration >= 0)) durations.push({ kind: 'invalid-duration', task: index });
  });
  const loops = net.calendarLoops.map((calendar): ScheduleProblem => ({ kind: 'calendar-cycle', calendar }));
  const cycles = net.cycles.map((members): ScheduleProblem => ({
    kind: 'cycle',
    members,
    path: cyclePath(net.spec, members),
  }));
  return [...loops, ...cycles, ...durations, ...passes.problems];
}
