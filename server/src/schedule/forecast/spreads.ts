/** Which tasks may take shorter or longer than planned. */
import { valueOf } from '../../kinds/facts';
import type { Duration, ValueOf } from '../../kinds/value';
import type { ModelSchedule } from '../fromModel';
import { minutesAs } from '../lengths';
import { taskOf } from '../modelTasks';
import { isComplete } from '../network/special';
import { toTicks, type Tick } from '../calendar/ticks';

/** A task with an estimate of more than one point. */
export interface Spread {
  /** Index in the network. */
  readonly task: number;
  readonly best: Tick;
  readonly likely: Tick;
  readonly worst: Tick;
}

/**
 * The uncertain tasks of a plan. What is done, has children, or stands between two dates typed by hand is as certain as it
 * will get; of what has begun, the whole is as uncertain as before, and the part that is done grows with it.
 */
export function spreadsOf(plan: ModelSchedule): readonly Spread[] {
  const { spec, summary } = plan.plan.network;
  return spec.tasks.flatMap((task, index): Spread[] => {
    const pinned = task.fixedStart !== undefined && task.fixedFinish !== undefined;
    if (summary[index] || pinned || isComplete(task) || Number.isNaN(plan.plan.finish[index]!)) return [];
    const [best, likely, worst] = pointsOf(plan, index) ?? [0, 0, 0];
    return best < worst ? [{ task: index, best, likely, worst }] : [];
  });
}

/** The duration in ticks in the best, the likely and the worst case: as written, or the effort shared out. */
function pointsOf(plan: ModelSchedule, index: number): readonly [Tick, Tick, Tick] | undefined {
  const item = plan.scheduled[index]!;
  const facts = plan.facts[index]!;
  const estimate = (valueOf(item, 'duration') ?? valueOf(item, 'effort')) as ValueOf<'estimate'> | undefined;
  if (facts.type !== 'task' || estimate?.type !== 'estimate') return undefined;
  const { elapsed } = estimate.likely;
  const ticks = (point: Duration): Tick => {
    const amount = minutesAs(point, elapsed, plan.lengths);
    if (facts.duration) return Math.max(0, toTicks(amount));
    const effort: Duration = { type: 'duration', amount, unit: 'min', elapsed };
    return Math.max(0, toTicks(taskOf({ ...facts, effort }, -1, plan).duration));
  };
  const likely = ticks(estimate.likely);
  // Points of different measures may be out of order once they are compared.
  return [Math.min(likely, ticks(estimate.best)), likely, Math.max(likely, ticks(estimate.worst))];
}
