import { GATE } from '../network/gates';
import type { Passes } from '../network/passes';
import { USUAL_PRIORITY } from './input';
import type { LevellingProblem } from './problem';
import { inverse } from './sequence';

/**
 * Priority rules: what goes first has the least value (Kolisch 1996, "Serial and parallel resource-constrained project
 * scheduling methods revisited", where latest finish, latest start and least slack are among the best of serial generation;
 * greatest rank positional weight: Alvarez-Valdés and Tamarit 1989).
 */
export const RULES: readonly ((problem: LevellingProblem) => ArrayLike<number>)[] = [
  ({ base }) => base.lateFinish,
  ({ base }) => base.lateStart,
  ({ base }) => positionalWeight(base),
  ({ base }) => base.totalSlack,
];

/** Numbers nodes by priority, then by value, late start and rank: a permutation that no order of declaration changes. */
export function orderBy(problem: LevellingProblem, classes: Classes, value: ArrayLike<number>): Int32Array {
  const { lateStart } = problem.base;
  const { level, own, rank } = classes;
  const nodes = Int32Array.from({ length: problem.net.size }, (_, p) => p);
  nodes.sort(
    (a, b) =>
      level[b]! - level[a]! ||
      own[b]! - own[a]! ||
      compare(value[a]!, value[b]!) ||
      compare(lateStart[a]!, lateStart[b]!) ||
      rank[a]! - rank[b]!,
  );
  return inverse(nodes);
}

/** Also right for infinities. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What decides before any rule does, and after all of them. */
export interface Classes {
  /** The priority of a node, or the highest of what waits for it: nobody of higher priority shall wait for a lower one. */
  readonly level: Float64Array;
  /** Its own priority; milestones and gates have none and never wait. */
  readonly own: Float64Array;
  readonly rank: Float64Array;
}

const NONE = -1e9;
const FIRST = 1e9;

/** Gates of a phase, of up to so many kinds, stand next to each other. */
const KINDS = 16;

export function classesOf({ net, input }: LevellingProblem): Classes {
  const { size, kind, task, duration, succStart, succNode } = net;
  const level = new Float64Array(size);
  const own = new Float64Array(size);
  const rank = new Float64Array(size);
  for (let p = size - 1; p >= 0; p--) {
    const entry = input.tasks[task[p]!]!;
    const works = kind[p]! < GATE && duration[p]! > 0;
    own[p] = works ? (entry.priority ?? USUAL_PRIORITY) : FIRST;
    rank[p] = entry.rank * KINDS + kind[p]!;
    level[p] = works ? own[p]! : NONE;
    for (let i = succStart[p]!; i < succStart[p + 1]!; i++) level[p] = Math.max(level[p]!, level[succNode[i]!]!);
  }
  return { level, own, rank };
}

/** The duration with those of the direct successors, largest first. */
function positionalWeight({ net }: Passes): Float64Array {
  return Float64Array.from({ length: net.size }, (_, p) => {
    let weight = net.duration[p]!;
    for (let i = net.succStart[p]!; i < net.succStart[p + 1]!; i++) weight += net.duration[net.succNode[i]!]!;
    return -weight;
  });
}
