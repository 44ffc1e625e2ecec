import { compileCalendars } from '../calendar/calendar';
import type { WorkCalendar } from '../calendar/calendar';
import { durationOf, isPercentage } from './edges';
import { gatesFor } from './gates';
import { plainRuns, type PlainRuns } from './plainRuns';
import { isSpecial, MOMENT, nodeEdges, PLAIN, SPECIAL } from './nodeEdges';
import type { NodeEdges } from './nodeEdges';
import type { NetworkSpec, NetworkTask } from './network';
import { graphOf, topologicalOrder } from '../../model/graph';

/**
 * The plan as flat arrays, in an order in which every node follows its predecessors. Nodes are leaf tasks and gates;
 * phases and parent tasks are none. Durations and lags are in ticks.
 */
export interface Network extends NodeEdges {
  readonly spec: NetworkSpec;
  /** Those of the plan, then elapsed time. */
  readonly calendars: readonly WorkCalendar[];
  /** Number of nodes that can be computed. */
  readonly size: number;
  /** Task of a node, or the phase of a gate. */
  readonly task: Int32Array;
  /** Node of a task; −1 for phases and whatever a circle keeps from being computed. */
  readonly node: Int32Array;
  readonly kind: Uint8Array;
  /** A node of kind PLAIN must never have less than one tick. */
  readonly duration: Float64Array;
  /** Calendar on which the node works and its slack is counted. */
  readonly calendar: Int32Array;
  readonly hasGates: boolean;
  readonly runs: PlainRuns;
  /** Whether any task shall be as late as possible. */
  readonly hasLate: boolean;
  /** Whether any lag is a share of a duration. */
  readonly hasPercentages: boolean;
  /** Items with children, and phases: 1. */
  readonly summary: Uint8Array;
  /** Circles of links, as tasks and phases. */
  readonly cycles: readonly (readonly number[])[];
  /** Calendars whose base leads back to themselves. */
  readonly calendarLoops: readonly number[];
}

/** Whether levelling made an edge: its tasks have nothing to do with each other but that somebody goes from one to the other. */
export const isOfLevelling = ({ spec, edgeLink }: Network, edge: number): boolean =>
  edgeLink[edge]! >= 0 && spec.links[edgeLink[edge]!]!.resource !== undefined;

/** Compiles a plan; any input has a result. */
export function compileNetwork(spec: NetworkSpec): Network {
  const { calendars, loops } = compileCalendars(spec.calendars);
  const summary = summariesOf(spec.tasks);
  const { edges, gateTask, gateKind } = gatesFor(spec, summary);
  const tasks = spec.tasks.length;
  const total = tasks + gateTask.length;
  const graph = graphOf(total, edges.from, edges.to);
  const { order, cycles } = topologicalOrder(graph, anchorsOf(spec.tasks, total), summary);
  const position = new Int32Array(total).fill(-1);
  for (let p = 0; p < order.length; p++) position[order[p]!] = p;
  const taskOf = (v: number): number => (v < tasks ? v : gateTask[v - tasks]!);
  const nodes = nodeColumns(spec, order, gateTask, gateKind);
  const byNode = nodeEdges(edges, order, position, nodes);
  return {
    spec,
    calendars,
    size: order.length,
    ...nodes,
    node: position.slice(0, tasks),
    hasGates: gateTask.length > 0,
    hasLate: spec.tasks.some((task) => task.late),
    hasPercentages: spec.links.some(isPercentage),
    ...byNode,
    runs: plainRuns(nodes, byNode),
    summary,
    cycles: cycles.map((members) => [...new Set(members.map(taskOf))].sort((a, b) => a - b)),
    calendarLoops: loops,
  };
}

function summariesOf(tasks: readonly NetworkTask[]): Uint8Array {
  const summary = new Uint8Array(tasks.length);
  for (let task = 0; task < tasks.length; task++) {
    const { phase, parent } = tasks[task]!;
    if (phase) summary[task] = 1;
    if (parent !== undefined) summary[parent] = 1;
  }
  return summary;
}

/** 1 for tasks whose dates do not wait for predecessors. */
function anchorsOf(tasks: readonly NetworkTask[], total: number): Uint8Array {
  const anchored = new Uint8Array(total);
  for (let task = 0; task < tasks.length; task++) {
    const { fixedStart, fixedFinish, actualStart, actualFinish } = tasks[task]!;
    if ((fixedStart ?? fixedFinish ?? actualStart ?? actualFinish) !== undefined) anchored[task] = 1;
  }
  return anchored;
}

type NodeColumns = Pick<Network, 'task' | 'kind' | 'duration' | 'calendar'>;

function nodeColumns(
  spec: NetworkSpec,
  order: Int32Array,
  gateTask: readonly number[],
  gateKind: readonly number[],
): NodeColumns {
  const tasks = spec.tasks.length;
  const elapsed = spec.calendars.length;
  const columns = {
    task: new Int32Array(order.length),
    kind: new Uint8Array(order.length),
    duration: new Float64Array(order.length),
    calendar: new Int32Array(order.length).fill(elapsed),
  };
  for (let p = 0; p < order.length; p++) {
    const v = order[p]!;
    columns.task[p] = v < tasks ? v : gateTask[v - tasks]!;
    if (v >= tasks) {
      columns.kind[p] = gateKind[v - tasks]!;
      continue;
    }
    const task = spec.tasks[v]!;
    columns.duration[p] = durationOf(task);
    columns.kind[p] = isSpecial(task) ? SPECIAL : columns.duration[p] === 0 ? MOMENT : PLAIN;
    columns.calendar[p] = workCalendarOf(task, elapsed);
  }
  return columns;
}

/** A single assignee's calendar takes the place of the task's; several assignees are placed one by one. */
const workCalendarOf = (task: NetworkTask, elapsed: number): number =>
  task.elapsed ? elapsed : task.team?.length === 1 ? task.team[0]! : task.calendar;
