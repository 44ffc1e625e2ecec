/** A person's part in a task. */
export interface Allocation {
  /** Index of the person's calendar. */
  readonly calendar: number;
  /** Share of the person's working time: 0.5 is half of it. */
  readonly share: number;
}

/** How long the work of several people lasts, in the terms of `NetworkTask`. */
export interface TeamWork {
  /** Minutes that each of them works on the own calendar. */
  readonly duration: number;
  /** The calendars without repetition: those with the same one work side by side. */
  readonly team: readonly number[];
}

/**
 * Duration = effort ÷ sum of the shares. As in MS Project with fixed work, everyone takes a part of the effort in
 * proportion to the share, so all work equally long, each on the own calendar, and the last to finish ends the task.
 * `effort` is in minutes of one person; undefined if nobody has a share.
 */
export function teamWork(effort: number, allocations: readonly Allocation[]): TeamWork | undefined {
  const working = allocations.filter(({ share }) => share > 0);
  const shares = working.reduce((sum, { share }) => sum + share, 0);
  if (!(shares > 0)) return undefined;
  return { duration: effort / shares, team: [...new Set(working.map(({ calendar }) => calendar))] };
}
