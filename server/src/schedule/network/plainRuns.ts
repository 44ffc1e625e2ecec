/**
 * Runs: tasks one behind the other on one calendar that nothing but simple links ties to others, as most tasks of a large plan
 * are. See `runPasses.ts` for what that is good for.
 */
import { FROM_START, TO_FINISH } from './edges';
import { PLAIN, SIMPLE } from './nodeEdges';
import type { NodeColumns, NodeEdges } from './nodeEdges';

/** Shorter runs cost more than they save. */
const FEWEST = 16;

/**
 * Work, durations and lags beyond this are left to the passes' own arithmetic: the sum of six then fits 32 bits. It is more than
 * 200 years of working days.
 */
export const REACH = 2 ** 28;

/** The runs of a network, and its edges as runs read them. */
export interface PlainRuns {
  /** First node of each run and the node after its last, in turn. */
  readonly bounds: Int32Array;
  /** By edge: 4 × its predecessor, + 2 if it leaves the finish, + 1 if it arrives at the finish. */
  readonly before: Int32Array;
  readonly lag: Int32Array;
  /** In the order of `succEdge`: 4 × the successor, + 2 if the edge arrives at the finish, + 1 if it leaves the start. */
  readonly after: Int32Array;
  readonly afterLag: Int32Array;
}

/** Finds the runs; where there are none, nothing else is made. */
export function plainRuns(nodes: NodeColumns, edges: NodeEdges): PlainRuns {
  const { predNode, edgeType, edgeLag, succEdge, succNode } = edges;
  const bounds = boundsOf(nodes, edges);
  const count = bounds.length > 0 ? succEdge.length : 0;
  const before = new Int32Array(count);
  const lag = new Int32Array(count);
  const after = new Int32Array(count);
  const afterLag = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const type = edgeType[i]!;
    before[i] = 4 * predNode[i]! + (type & FROM_START ? 0 : 2) + (type & TO_FINISH ? 1 : 0);
    lag[i] = edgeLag[i]!;
    const out = edgeType[succEdge[i]!]!;
    after[i] = 4 * succNode[i]! + (out & TO_FINISH ? 2 : 0) + (out & FROM_START ? 1 : 0);
    afterLag[i] = edgeLag[succEdge[i]!]!;
  }
  return { bounds, before, lag, after, afterLag };
}

function boundsOf({ kind, calendar }: NodeColumns, { predStart, predNode, edgeType, edgeLag }: NodeEdges): Int32Array {
  const size = kind.length;
  const apart = new Uint8Array(size);
  for (let p = 0; p < size; p++)
    for (let e = predStart[p]!; e < predStart[p + 1]!; e++)
      if (!(edgeType[e]! & SIMPLE && Math.abs(edgeLag[e]!) <= REACH)) apart[p] = apart[predNode[e]!] = 1;
  const bounds: number[] = [];
  for (let from = 0, p = 0; p < size; from = p) {
    while (p < size && kind[p] === PLAIN && !apart[p] && calendar[p] === calendar[from]) p++;
    if (p - from >= FEWEST) bounds.push(from, p);
    if (p === from) p++;
  }
  return Int32Array.from(bounds);
}
