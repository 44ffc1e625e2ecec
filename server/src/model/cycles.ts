/** Circles in a graph, as paths. */
import { graphOf, topologicalOrder } from './graph';

/** Entry n leads from node `from[n]` to node `to[n]`. */
export interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * One circle for each set of nodes that can all reach each other: a shortest one through the set's least node, as the numbers
 * of its edges in their order. Linear where there is none.
 */
export function cyclesIn(nodes: number, { from, to }: Edges): readonly (readonly number[])[] {
  if (from.length === 0) return [];
  const graph = graphOf(nodes, from, to);
  const { cycles } = topologicalOrder(graph, new Uint8Array(nodes), new Uint8Array(nodes));
  return cycles
    .map((members) => [...members].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((members) => shortestCycle(graph, members));
}

/** Breadth first from the least member back to itself, among the members. */
function shortestCycle({ start, target, edge }: ReturnType<typeof graphOf>, members: readonly number[]): number[] {
  const [first] = members as [number];
  const inside = new Set(members);
  /** By node, the slot of the edge by which it was reached, and the node before. */
  const reached = new Map<number, { readonly slot: number; readonly before: number }>();
  const queue = [first];
  for (const node of queue)
    for (let slot = start[node]!; slot < start[node + 1]!; slot++) {
      const next = target[slot]!;
      if (!inside.has(next) || reached.has(next)) continue;
      reached.set(next, { slot, before: node });
      if (next === first) return edgesBack(reached, first).map((step) => edge[step]!);
      queue.push(next);
    }
  return [];
}

function edgesBack(
  reached: ReadonlyMap<number, { readonly slot: number; readonly before: number }>,
  first: number,
): number[] {
  const slots: number[] = [];
  let node = first;
  do {
    const step = reached.get(node)!;
    slots.push(step.slot);
    node = step.before;
  } while (node !== first);
  return slots.reverse();
}
