import type { NetworkSpec } from './network';

/**
 * One closed path through the members of a circle, each item once, by links and by nesting: a shortest one through the
 * first member that has one. A task that follows its own phase gives [task, phase].
 */
export function cyclePath(spec: NetworkSpec, members: readonly number[]): number[] {
  const next = statesWithin(spec, members);
  for (const first of members) {
    const states = shortestReturn(next, leaving(first));
    if (states) return [...new Set(states.map((state) => state >> 1))];
  }
  return [...members];
}

/** Two states for each item: 2 × item where a link has arrived, 2 × item + 1 where one may leave. */
const arrived = (item: number): number => 2 * item;
const leaving = (item: number): number => 2 * item + 1;

/**
 * What follows a state: from a phase where a link has arrived, what it holds; from a task, its leaving; from a leaving
 * item, its phase's leaving and the links out of it. So every way back uses a link.
 */
function statesWithin({ tasks, links }: NetworkSpec, members: readonly number[]): Map<number, number[]> {
  const next = new Map<number, number[]>(
    members.flatMap((item) => [arrived(item), leaving(item)]).map((state) => [state, []]),
  );
  for (const { from, to } of links) if (next.has(arrived(to))) next.get(leaving(from))?.push(arrived(to));
  for (const item of members) {
    const { parent } = tasks[item]!;
    if (parent === undefined || !next.has(arrived(parent))) continue;
    next.get(arrived(parent))!.push(arrived(item));
    next.get(leaving(item))!.push(leaving(parent));
  }
  for (const item of members) if (next.get(arrived(item))!.length === 0) next.get(arrived(item))!.push(leaving(item));
  return next;
}

/** Breadth first from the leaving item back to itself. */
function shortestReturn(next: ReadonlyMap<number, readonly number[]>, first: number): number[] | undefined {
  const before = new Map<number, number>();
  const queue = [first];
  for (const at of queue) {
    for (const to of next.get(at)!) {
      if (to === first) return pathTo(before, first, at);
      if (before.has(to)) continue;
      before.set(to, at);
      queue.push(to);
    }
  }
  return undefined;
}

function pathTo(before: ReadonlyMap<number, number>, first: number, last: number): number[] {
  const path = [last];
  for (let at = last; at !== first;) {
    at = before.get(at)!;
    path.unshift(at);
  }
  return path;
}
