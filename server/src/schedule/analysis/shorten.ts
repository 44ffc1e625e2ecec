import { compileNetwork, type Network } from '../network/compile';
import { Driver } from '../network/drivers';
import { FROM_START, TO_FINISH } from '../network/edges';
import { forwardPass } from '../network/forward';
import { newPasses, type Passes } from '../network/passes';
import type { Schedule } from '../network/schedule';
import { isComplete } from '../network/special';
import { toMinutes, toTicks, type Tick } from '../calendar/ticks';
import { subplan } from './before';

/** A task that, shortened by so many minutes of its duration, helps an item to be on time. */
export interface Shortening {
  /** Index in the network. */
  readonly task: number;
  readonly by: number;
}

/** Forward passes that the search may take; beyond them the list found so far may be longer than need be. */
const MOST_TRIALS = 400;
/** Longest list that is looked for. */
const MOST_TASKS = 4;

/**
 * The shortest list of tasks that, if shortened, bring an item to its end by an instant (a plan minute): exact as long as
 * the search takes no more than its trials. Undefined if no shortening does it, or none of so few tasks; empty if it is on
 * time. A list has to hold a task of each path that is too long, so the search branches over the tasks of one such path,
 * first one task deep, then two and so on.
 */
export function shortestShortening(plan: Schedule, target: number, until: number): readonly Shortening[] | undefined {
  if (!(plan.finish[target]! > until)) return Number.isNaN(plan.finish[target]!) ? undefined : [];
  const part = subplan(plan, target);
  const net = compileNetwork(part.spec);
  const duration = net.duration.slice();
  const passes = newPasses(net, duration);
  const node = net.node[part.target]!;
  if (node < 0) return undefined;
  const search: Search = { net, passes, duration, node, until: toTicks(until), trials: 0 };
  for (let most = 1; most <= MOST_TASKS; most++) {
    const nodes = find(search, most);
    if (nodes)
      return restored(search, nodes).map(({ at, by }) => ({ task: part.whole[net.task[at]!]!, by: toMinutes(by) }));
    if (search.trials >= MOST_TRIALS) return undefined;
  }
  return undefined;
}

interface Search {
  readonly net: Network;
  readonly passes: Passes;
  readonly duration: Float64Array;
  readonly node: number;
  readonly until: Tick;
  trials: number;
}

function isOnTime(search: Search): boolean {
  search.trials++;
  search.passes.problems.length = 0;
  search.passes.driverEdge.fill(-1);
  forwardPass(search.passes);
  return search.passes.earlyFinish[search.node]! <= search.until;
}

/** At most so many more tasks whose work, left out, is enough; undefined if there are none. */
function find(search: Search, most: number): readonly number[] | undefined {
  if (isOnTime(search)) return [];
  if (most === 0) return undefined;
  for (const at of tasksOnPath(search)) {
    if (search.trials >= MOST_TRIALS) return undefined;
    const kept = search.duration[at]!;
    search.duration[at] = 1;
    const rest = find(search, most - 1);
    search.duration[at] = kept;
    if (rest) return [at, ...rest];
  }
  return undefined;
}

/** The tasks whose duration counts on the path that drives the item, the longest first; tasks that are done do not count. */
function tasksOnPath({ net, passes, duration, node }: Search): readonly number[] {
  const path: number[] = [];
  let counts = true;
  for (let at = node, steps = 0; steps <= net.size; steps++) {
    const task = net.spec.tasks[net.task[at]!]!;
    const edge = passes.driver[at] === Driver.link ? passes.driverEdge[at]! : -1;
    const arrivesAtStart = edge < 0 || !(net.edgeType[edge]! & TO_FINISH);
    if (counts && arrivesAtStart && duration[at]! > 1 && !isComplete(task)) path.push(at);
    if (edge < 0) break;
    counts = !(net.edgeType[edge]! & FROM_START);
    at = net.predNode[edge]!;
  }
  return path.sort((a, b) => duration[b]! - duration[a]! || a - b);
}

/** Gives each task back as much of its duration as the others allow: what is left is by how much it has to be shortened. */
function restored(search: Search, nodes: readonly number[]): readonly { readonly at: number; readonly by: Tick }[] {
  const whole = nodes.map((at) => search.duration[at]!);
  for (const at of nodes) search.duration[at] = 1;
  const found = nodes.map((at, index) => {
    let low = 1;
    let high = whole[index]!;
    while (low < high) {
      search.duration[at] = Math.ceil((low + high) / 2);
      if (isOnTime(search)) low = search.duration[at];
      else high = search.duration[at] - 1;
    }
    search.duration[at] = low;
    return { at, by: whole[index]! - low };
  });
  return found.filter(({ by }) => by > 0);
}
