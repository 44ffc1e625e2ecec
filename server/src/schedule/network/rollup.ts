import type { Network } from './compile';
import { graphOf, topologicalOrder } from '../../model/graph';
import { toMinutes, toTicks } from '../calendar/ticks';

/** The columns that phases and parent tasks get from what is in them. */
export interface RollUpColumns {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly lateStart: Float64Array;
  readonly lateFinish: Float64Array;
  readonly totalSlack: Float64Array;
  readonly critical: Uint8Array;
}

/**
 * Gives phases and parent tasks the earliest start and latest finish of what they hold, likewise the late dates; total
 * slack is the lesser of start slack and finish slack on the item's calendar. Children without dates do not count.
 */
export function rollUp(network: Network, columns: RollUpColumns): void {
  for (const task of childrenFirst(network)) {
    if (network.summary[task]) setSlack(network, columns, task);
    const parent = network.spec.tasks[task]!.parent;
    if (parent !== undefined) addToParent(columns, task, parent);
  }
}

function childrenFirst({ spec: { tasks } }: Network): Int32Array {
  const nested: number[] = [];
  const parents: number[] = [];
  for (let task = 0; task < tasks.length; task++) {
    const { parent } = tasks[task]!;
    if (parent === undefined) continue;
    nested.push(task);
    parents.push(parent);
  }
  if (nested.length === 0) return new Int32Array(0);
  return topologicalOrder(graphOf(tasks.length, nested, parents), new Uint8Array(tasks.length), new Uint8Array(0))
    .order;
}

function addToParent(columns: RollUpColumns, task: number, parent: number): void {
  const { start, finish, lateStart, lateFinish, critical } = columns;
  if (critical[task]) critical[parent] = 1;
  keep(start, task, parent, Math.min);
  keep(lateStart, task, parent, Math.min);
  keep(finish, task, parent, Math.max);
  keep(lateFinish, task, parent, Math.max);
}

function keep(column: Float64Array, task: number, parent: number, choose: (a: number, b: number) => number): void {
  const own = column[task]!;
  const held = column[parent]!;
  if (!Number.isNaN(own)) column[parent] = Number.isNaN(held) ? own : choose(held, own);
}

function setSlack(
  network: Network,
  { start, finish, lateStart, lateFinish, totalSlack }: RollUpColumns,
  task: number,
): void {
  const calendar = network.calendars[network.spec.tasks[task]!.calendar]!;
  const between = (from: number, to: number): number =>
    toMinutes(calendar.worked(toTicks(to)) - calendar.worked(toTicks(from)));
  totalSlack[task] = Math.min(between(start[task]!, lateStart[task]!), between(finish[task]!, lateFinish[task]!));
}
