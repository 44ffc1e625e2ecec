import type { PlanMinute } from '../../kinds/time';
import { schedule, type Schedule } from '../network/schedule';
import { subplan } from './before';

/** One item on the way to another. */
export interface OnTheWay {
  /** Index in the network. */
  readonly task: number;
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
  /** Working minutes by which it may move before the other moves. */
  readonly slack: number;
  readonly critical: boolean;
}

/**
 * What a milestone (or any item that is no phase) waits for, with the slack towards it, in the order of starts; the critical
 * ones are the critical path to it. Empty if it has no dates. Computed as the critical path of the plan that holds only
 * what the milestone waits for.
 */
export function criticalPathTo(plan: Schedule, target: number): readonly OnTheWay[] {
  if (Number.isNaN(plan.finish[target]!)) return [];
  const { spec, whole } = subplan(plan, target);
  const part = schedule(spec);
  return whole
    .flatMap((task, at): OnTheWay[] => {
      const [start, finish, slack] = [part.start[at]!, part.finish[at]!, part.totalSlack[at]!];
      if (part.network.summary[at] || Number.isNaN(finish)) return [];
      return [{ task, start, finish, slack, critical: part.critical[at] === 1 }];
    })
    .sort((a, b) => a.start - b.start || a.finish - b.finish || a.task - b.task);
}
