import { PLAIN } from '../network/nodeEdges';
import { uniform } from './random';
import { quantile } from './triangle';
import type { UncertainPlan } from './uncertainPlan';

/** Runs that are drawn at a time: a generator that is asked several times in a row stays in the processor's cache. */
const BLOCK = 8;

/** A function that writes one run's durations over those of the run before; the others of the network stay. */
export function drawer(plan: UncertainPlan): (duration: Float64Array) => void {
  const { net, node, hazards } = plan;
  const drawn = new Float64Array(BLOCK * node.length);
  let next = BLOCK;
  return (duration) => {
    if (next === BLOCK) {
      drawBlock(plan, drawn);
      next = 0;
    }
    for (const { node: hit } of hazards) for (const p of hit) duration[p] = net.duration[p]!;
    const first = next * node.length;
    for (let at = 0; at < node.length; at++) duration[node[at]!] = drawn[first + at]!;
    for (const { luck, probability, node: hit, delay } of hazards) {
      if (uniform(luck) >= probability) continue;
      for (let at = 0; at < hit.length; at++) duration[hit[at]!]! += delay[at]!;
    }
    next++;
  };
}

/** Durations of a block of runs, one run behind the other, in whole ticks; a task with work keeps one of them. */
function drawBlock({ net, node, triangle, luck }: UncertainPlan, drawn: Float64Array): void {
  for (let at = 0; at < node.length; at++) {
    const [shape, stream] = [triangle[at]!, luck[at]!];
    const least = net.kind[node[at]!] === PLAIN ? 1 : 0;
    for (let run = 0; run < BLOCK; run++)
      drawn[run * node.length + at] = Math.max(least, Math.round(quantile(shape, uniform(stream))));
  }
}
