import { compileCalendars } from './calendar';
import type { WorkCalendar } from './calendar';
import { durationOf } from './edges';
import type { EdgeList } from './edges';
import { Gate, gatesFor } from './gates';
import type { NetworkSpec, NetworkTask } from './network';
import { graphOf, topologicalOrder } from './order';

/** What a node is: a task that only links move, a task with bounds, progress or a team, or a gate (see gates.ts). */
export const PLAIN = 0;
export const SPECIAL = 1;
/** Nodes of this kind or above are gates. */
export const GATE = Gate.startBound;

/**
 * The plan as flat arrays, in an order in which every node follows its predecessors. Nodes are leaf tasks and gates;
 * phases and parent tasks are none. Durations and lags are in ticks.
 */
export interface Network {
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
  readonly duration: Float64Array;
  /** Calendar on which the node works and its slack is counted. */
  readonly calendar: Int32Array;
  /** Edges into node p: predStart[p] … predStart[p + 1] − 1. */
  readonly predStart: Int32Array;
  readonly predNode: Int32Array;
  readonly edgeType: Uint8Array;
  readonly edgeLag: Float64Array;
  readonly edgeCalendar: Int32Array;
  /** Link of the plan that an edge stands for; −1 between a gate and what its phase holds. */
  readonly edgeLink: Int32Array;
  /** Edges out of node p, by number of the edge, and the node each leads to. */
  readonly succStart: Int32Array;
  readonly succEdge: Int32Array;
  readonly succNode: Int32Array;
  /** Items with children, and phases: 1. */
  readonly summary: Uint8Array;
  /** Circles of links, as tasks and phases. */
  readonly cycles: readonly (readonly number[])[];
  /** Calendars whose base leads back to themselves. */
  readonly calendarLoops: readonly number[];
}

/** Compiles a plan; any input has a result. */
export function compileNetwork(spec: NetworkSpec): Network {
  const { calendars, loops } = compileCalendars(spec.calendars);
  const summary = summariesOf(spec.tasks);
  const { edges, gateTask, gateKind } = gatesFor(spec, summary);
  const tasks = spec.tasks.length;
  const nodes = tasks + gateTask.length;
  const anchored = Uint8Array.from({ length: nodes }, (_, v) => (v < tasks && isAnchored(spec.tasks[v]!) ? 1 : 0));
  const { order: all, cycles } = topologicalOrder(graphOf(nodes, edges.from, edges.to), anchored);
  const order = all.filter((v) => v >= tasks || !summary[v]);
  const taskOf = (v: number): number => (v < tasks ? v : gateTask[v - tasks]!);
  const position = new Int32Array(nodes).fill(-1);
  order.forEach((v, p) => (position[v] = p));
  const elapsed = spec.calendars.length;
  return {
    spec,
    calendars,
    size: order.length,
    task: order.map(taskOf),
    node: position.slice(0, tasks),
    kind: Uint8Array.from(order, (v) => (v < tasks ? kindOf(spec.tasks[v]!) : gateKind[v - tasks]!)),
    duration: Float64Array.from(order, (v) => (v < tasks ? durationOf(spec.tasks[v]!) : 0)),
    calendar: order.map((v) => (v < tasks ? workCalendarOf(spec.tasks[v]!, elapsed) : elapsed)),
    ...edgesInOrder(edges, order, position),
    summary,
    cycles: cycles.map((members) => [...new Set(members.map(taskOf))].sort((a, b) => a - b)),
    calendarLoops: loops,
  };
}

function summariesOf(tasks: readonly NetworkTask[]): Uint8Array {
  const summary = Uint8Array.from(tasks, (task) => (task.phase ? 1 : 0));
  for (const { parent } of tasks) if (parent !== undefined) summary[parent] = 1;
  return summary;
}

/** The dates do not wait for predecessors. */
const isAnchored = (task: NetworkTask): boolean =>
  (task.fixedStart ?? task.fixedFinish ?? task.actualStart ?? task.actualFinish) !== undefined;

const BOUNDS = ['startNoEarlier', 'finishNoEarlier', 'startNoLater', 'finishNoLater', 'mustStart', 'mustFinish'] as const;
const SPECIALS = [...BOUNDS, 'deadline', 'fixedStart', 'fixedFinish', 'actualStart', 'actualFinish'] as const;

function kindOf(task: NetworkTask): number {
  const moved = task.late === true || (task.progress ?? 0) > 0 || (task.team?.length ?? 0) > 1;
  return moved || SPECIALS.some((name) => task[name] !== undefined) ? SPECIAL : PLAIN;
}

/** A single assignee's calendar takes the place of the task's; several assignees are placed one by one. */
const workCalendarOf = (task: NetworkTask, elapsed: number): number =>
  task.elapsed ? elapsed : task.team?.length === 1 ? task.team[0]! : task.calendar;

type Edges = Pick<
  Network,
  'predStart' | 'predNode' | 'edgeType' | 'edgeLag' | 'edgeCalendar' | 'edgeLink' | 'succStart' | 'succEdge' | 'succNode'
>;

/** Sorts the edges by successor; edges from nodes without a place are left out. */
function edgesInOrder(edges: EdgeList, order: Int32Array, position: Int32Array): Edges {
  const incoming = graphOf(position.length, edges.to, edges.from);
  const predStart = new Int32Array(order.length + 1);
  const kept = new Int32Array(edges.from.length);
  const owner = new Int32Array(edges.from.length);
  let count = 0;
  for (let p = 0; p < order.length; p++) {
    for (let i = incoming.start[order[p]!]!; i < incoming.start[order[p]! + 1]!; i++) {
      if (position[incoming.target[i]!]! < 0) continue;
      owner[count] = p;
      kept[count++] = incoming.edge[i]!;
    }
    predStart[p + 1] = count;
  }
  const used = kept.subarray(0, count);
  const predNode = used.map((e) => position[edges.from[e]!]!);
  const outgoing = graphOf(order.length, predNode, owner.subarray(0, count));
  return {
    predStart,
    predNode,
    edgeType: Uint8Array.from(used, (e) => edges.type[e]!),
    edgeLag: Float64Array.from(used, (e) => edges.lag[e]!),
    edgeCalendar: used.map((e) => edges.calendar[e]!),
    edgeLink: used.map((e) => edges.link[e]!),
    succStart: outgoing.start,
    succEdge: outgoing.edge,
    succNode: outgoing.target,
  };
}
