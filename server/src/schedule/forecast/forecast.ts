import { valueOf } from '../../kinds/facts';
import type { PlanMinute } from '../../kinds/time';
import { backwardPass } from '../network/backward';
import { forwardPass } from '../network/forward';
import type { Item } from '../../model/model';
import type { ModelSchedule } from '../fromModel';
import { GATE } from '../network/gates';
import { newPasses, type Passes } from '../network/passes';
import { toMinutes, toTicks, type Tick } from '../calendar/ticks';
import { drawer } from './draw';
import type { Threats } from './threats';
import { uncertainPlan, type UncertainPlan } from './uncertainPlan';

export interface ForecastOptions {
  /** How often the plan is run. */
  readonly runs: number;
  /** The same seed gives the same forecast of the same plan. */
  readonly seed: number;
}

/** What many runs of a plan, each with its own luck, say about its dates. */
export interface Forecast {
  /** Fewer than asked for, where the plan is so large that they would take too long; none, where nothing is uncertain. */
  readonly runs: number;
  readonly seed: number;
  /** How many tasks have an estimate that varies. */
  readonly spreads: number;
  readonly threats: Threats;
  /** Of the project as a whole. */
  readonly project: DateForecast | undefined;
  /** Of each milestone that is not reached, by index of the network. */
  readonly milestones: ReadonlyMap<number, DateForecast>;
  /**
   * By index of the network, the share of runs in which a task or milestone had no slack (R. Van
   * Slyke, "Monte Carlo methods and the PERT problem", Operations Research 11, 1963); NaN for phases and what has no dates.
   */
  readonly criticality: Float64Array;
}

/** When something is reached, over all runs. */
export interface DateForecast {
  /** By the plan, in which every task takes as long as is likely and no risk occurs. */
  readonly planned: PlanMinute;
  /** By when it is promised. */
  readonly due: PlanMinute | undefined;
  /** The first instants by which it is reached in 50, 80 and 95 % of the runs. */
  readonly p50: PlanMinute;
  readonly p80: PlanMinute;
  readonly p95: PlanMinute;
  readonly earliest: PlanMinute;
  readonly latest: PlanMinute;
  /** Share of the runs in which it is reached by the planned date, and when it is due. */
  readonly asPlanned: number;
  readonly onTime: number | undefined;
}

/** A standard error of 1.6 percentage points at worst: √(0.5 × 0.5 ÷ 1,000). */
export const USUAL: ForecastOptions = { runs: 1000, seed: 1 };

/** Tasks placed over all runs, and dates kept: more would take too long, or too much memory. */
const MOST_PLACED = 100_000_000;
const MOST_KEPT = 20_000_000;
/** Where more are placed, every fourth run is enough to see what is critical: slack costs more than dates. */
const MOST_LOOKED_AT = 2_000_000;
/** However large the plan, so many runs are made. */
const FEWEST = 20;

/** Runs a plan many times, forward and back: durations and risks are drawn independently of each other. */
export function forecast(plan: ModelSchedule, { runs: asked, seed }: ForecastOptions = USUAL): Forecast {
  const uncertain = uncertainPlan(plan, seed);
  const { threats, node, hazards, net } = uncertain;
  const nothing = node.length === 0 && hazards.length === 0;
  const milestones = plan.anchored ? milestonesOf(plan) : [];
  const runs = nothing || !plan.anchored ? 0 : runsFor(asked, net.size, milestones.length);
  const results = run(plan, uncertain, milestones, runs);
  return {
    runs,
    seed,
    spreads: node.length,
    threats,
    project: runs > 0 ? dateForecast(results.project, plan.plan.projectFinish, endOf(plan.project)) : undefined,
    milestones: new Map(
      runs === 0
        ? []
        : milestones.map((index, at) => [
            index,
            dateForecast(results.finish[at]!, plan.plan.finish[index]!, plan.facts[index]!.deadline),
          ]),
    ),
    criticality: results.criticality,
  };
}

/** How many of the runs asked for are made of a network of so many nodes and milestones. */
export function runsFor(asked: number, nodes: number, milestones: number): number {
  const most = Math.floor(Math.min(MOST_PLACED / Math.max(1, nodes), MOST_KEPT / (milestones + 1)));
  return Math.min(asked, Math.max(FEWEST, most));
}

/** Milestones that are still to be reached. */
const milestonesOf = ({ facts, plan }: ModelSchedule): readonly number[] =>
  [...facts.keys()].filter((index) => {
    const { type, progress = 0, actualFinish } = facts[index]!;
    const open = type === 'milestone' && progress < 1 && actualFinish === undefined;
    return open && !plan.network.summary[index] && !Number.isNaN(plan.finish[index]!);
  });

/** The end of the project's period. */
function endOf(project: Item | undefined): PlanMinute | undefined {
  const period = project && valueOf(project, 'period');
  return period?.type === 'period' ? period.to : undefined;
}

interface Results {
  /** By milestone, the finish in each run. */
  readonly finish: readonly Float64Array[];
  readonly project: Float64Array;
  readonly criticality: Float64Array;
}

function run(plan: ModelSchedule, uncertain: UncertainPlan, milestones: readonly number[], runs: number): Results {
  const { net } = uncertain;
  const duration = net.duration.slice();
  const drawInto = drawer(uncertain);
  const passes = newPasses(net, duration);
  const critical = new Int32Array(net.size);
  const step = net.size * runs > MOST_LOOKED_AT ? 4 : 1;
  const finish = milestones.map(() => new Float64Array(runs));
  const project = new Float64Array(runs);
  for (let at = 0; at < runs; at++) {
    drawInto(duration);
    passes.problems.length = 0;
    forwardPass(passes);
    if (at % step === 0) {
      backwardPass(passes);
      countCritical(passes, critical);
    }
    project[at] = passes.projectFinish;
    for (let m = 0; m < milestones.length; m++) finish[m]![at] = passes.earlyFinish[net.node[milestones[m]!]!]!;
  }
  const { summary } = plan.plan.network;
  const criticality = Float64Array.from(plan.facts, (_, index) => {
    const p = net.node[index]!;
    return runs === 0 || summary[index] || p < 0 ? NaN : critical[p]! / Math.ceil(runs / step);
  });
  return { finish, project, criticality };
}

/** As in the plan: it has dates and no slack, and work is left. */
function countCritical({ net, totalSlack, earlyFinish, complete }: Passes, critical: Int32Array): void {
  for (let p = 0; p < net.size; p++)
    if (net.kind[p]! < GATE && totalSlack[p]! <= 0 && earlyFinish[p]! < Infinity && !complete[p]) critical[p]!++;
}

function dateForecast(finishes: Float64Array, planned: PlanMinute, due: PlanMinute | undefined): DateForecast {
  const sorted = finishes.sort();
  const runs = sorted.length;
  const by = (share: number): PlanMinute => toMinutes(sorted[Math.ceil(share * runs) - 1]!);
  const shareBy = (minute: PlanMinute): number => countUpTo(sorted, toTicks(minute)) / runs;
  return {
    planned,
    due,
    p50: by(0.5),
    p80: by(0.8),
    p95: by(0.95),
    earliest: toMinutes(sorted[0]!),
    latest: toMinutes(sorted[runs - 1]!),
    asPlanned: shareBy(planned),
    onTime: due === undefined ? undefined : shareBy(due),
  };
}

/** How many of rising instants are not after another; bisected. */
function countUpTo(sorted: Float64Array, instant: Tick): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
