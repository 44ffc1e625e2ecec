import { TO_FINISH, FROM_START } from './edges';
import type { EdgeList } from './edges';
import type { NetworkTask } from './network';
import { graphOf } from '../../model/graph';

/** What a node is: a task with work that only links move, a milestone that only links move, … */
export const PLAIN = 0;
export const MOMENT = 1;
/** … or a task with bounds, progress or several assignees. Kinds above are gates (see gates.ts). */
export const SPECIAL = 2;

/** Bit of an edge between PLAIN nodes whose calendars and lag are the same: it is plain arithmetic on work. */
export const SIMPLE = 4;

/** The edges of the network, twice: sorted by successor, with their data, and by predecessor. */
export interface NodeEdges {
  /** Edges into node p: predStart[p] … predStart[p + 1] − 1. */
  readonly predStart: Int32Array;
  readonly predNode: Int32Array;
  /** Bits FROM_START, TO_FINISH and SIMPLE. */
  readonly edgeType: Uint8Array;
  readonly edgeLag: Float64Array;
  readonly edgeCalendar: Int32Array;
  /** Link of the plan that an edge stands for; −1 between a gate and what its phase holds. */
  readonly edgeLink: Int32Array;
  /** Edges out of node p, by number of the edge, and the node each leads to. */
  readonly succStart: Int32Array;
  readonly succEdge: Int32Array;
  readonly succNode: Int32Array;
}

/** Whether anything but links moves a task. */
export const isSpecial = (task: NetworkTask): boolean =>
  task.startNoEarlier !== undefined ||
  task.finishNoEarlier !== undefined ||
  task.startNoLater !== undefined ||
  task.finishNoLater !== undefined ||
  task.mustStart !== undefined ||
  task.mustFinish !== undefined ||
  task.fixedStart !== undefined ||
  task.fixedFinish !== undefined ||
  task.deadline !== undefined ||
  task.actualStart !== undefined ||
  task.actualFinish !== undefined ||
  task.late === true ||
  task.levelledStart !== undefined ||
  (task.progress ?? 0) > 0 ||
  (task.team?.length ?? 0) > 1;

export interface NodeColumns {
  readonly kind: Uint8Array;
  readonly calendar: Int32Array;
}

/** Sorts the edges by successor and by predecessor; edges from nodes without a place are left out. */
export function nodeEdges(edges: EdgeList, order: Int32Array, position: Int32Array, nodes: NodeColumns): NodeEdges {
  const incoming = graphOf(position.length, edges.to, edges.from);
  const predStart = new Int32Array(order.length + 1);
  const most = edges.from.length;
  const owner = new Int32Array(most);
  const columns = {
    predNode: new Int32Array(most),
    edgeType: new Uint8Array(most),
    edgeLag: new Float64Array(most),
    edgeCalendar: new Int32Array(most),
    edgeLink: new Int32Array(most),
  };
  let count = 0;
  for (let p = 0; p < order.length; p++) {
    const v = order[p]!;
    for (let i = incoming.start[v]!; i < incoming.start[v + 1]!; i++) {
      const q = position[incoming.target[i]!]!;
      if (q < 0) continue;
      const e = incoming.edge[i]!;
      owner[count] = p;
      columns.predNode[count] = q;
      columns.edgeLag[count] = edges.lag[e]!;
      columns.edgeCalendar[count] = edges.calendar[e]!;
      columns.edgeLink[count] = edges.link[e]!;
      columns.edgeType[count] = edges.type[e]! | (isSimple(edges, e, nodes, q, p) ? SIMPLE : 0);
      count++;
    }
    predStart[p + 1] = count;
  }
  const outgoing = graphOf(order.length, columns.predNode.subarray(0, count), owner.subarray(0, count));
  return { predStart, ...columns, succStart: outgoing.start, succEdge: outgoing.edge, succNode: outgoing.target };
}

/** SF is never simple, because its finish may stand at the start of a working period. */
function isSimple(edges: EdgeList, e: number, { kind, calendar }: NodeColumns, q: number, p: number): boolean {
  const same = kind[q] === PLAIN && kind[p] === PLAIN && calendar[q] === calendar[p];
  const lagOnIt = edges.lag[e] === 0 || edges.calendar[e] === calendar[p];
  return same && lagOnIt && edges.type[e] !== (FROM_START | TO_FINISH);
}
