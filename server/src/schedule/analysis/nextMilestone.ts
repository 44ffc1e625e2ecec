import { isOfLevelling } from '../network/compile';
import type { ModelSchedule } from '../fromModel';
import { GATE } from '../network/gates';

/**
 * The milestone that waits for each item of the network, over however many written links: the first to be reached, if there are
 * several; of a phase the last of those that wait for what it holds. −1 if none does. One walk from the last node back.
 */
export function nextMilestones({ plan, facts }: ModelSchedule): Int32Array {
  const { node, task, kind, size, succStart, succEdge, succNode, spec } = plan.network;
  const behind = new Int32Array(size).fill(-1);
  for (let p = size - 1; p >= 0; p--)
    for (let i = succStart[p]!; i < succStart[p + 1]!; i++) {
      if (isOfLevelling(plan.network, succEdge[i]!)) continue;
      const q = succNode[i]!;
      const isMilestone = kind[q]! < GATE && facts[task[q]!]!.type === 'milestone';
      const next = isMilestone ? task[q]! : behind[q]!;
      if (next >= 0 && (behind[p]! < 0 || comesBefore(plan.finish, next, behind[p]!))) behind[p] = next;
    }
  const found = Int32Array.from(node, (p) => (p < 0 ? -1 : behind[p]!));
  // An item stands behind the one that holds it.
  for (let item = spec.tasks.length - 1; item >= 0; item--) {
    const { parent } = spec.tasks[item]!;
    if (parent === undefined || found[item]! < 0) continue;
    if (found[parent]! < 0 || comesBefore(plan.finish, found[parent]!, found[item]!)) found[parent] = found[item]!;
  }
  return found;
}

const comesBefore = (finish: Float64Array, a: number, b: number): boolean =>
  finish[a]! < finish[b]! || (finish[a] === finish[b] && a < b);
