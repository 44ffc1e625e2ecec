import type { Schedule } from '../../schedule/network/schedule';

/** The task in a phase whose finish is the phase's; the first one, if there are several. */
export function lastTaskIn({ finish, network: { spec, summary } }: Schedule, phase: number): number | undefined {
  for (let task = 0; task < summary.length; task++)
    if (summary[task] === 0 && finish[task] === finish[phase] && isIn(spec.tasks, task, phase)) return task;
  return undefined;
}

function isIn(tasks: readonly { readonly parent?: number }[], task: number, phase: number): boolean {
  let at = tasks[task]!.parent;
  while (at !== undefined && at !== phase) at = tasks[at]!.parent;
  return at === phase;
}
