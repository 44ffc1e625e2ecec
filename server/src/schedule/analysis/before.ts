import type { NetworkLink, NetworkSpec, NetworkTask } from '../network/network';
import type { Schedule } from '../network/schedule';

/** The part of a plan that one item waits for, as a plan of its own. */
export interface Subplan {
  readonly spec: NetworkSpec;
  /** Index in the whole plan by index in this one. */
  readonly whole: readonly number[];
  /** Index of the item that waits. */
  readonly target: number;
}

/**
 * All that an item waits for, over however many links, and itself: what its links lead to, what links to the phases around
 * lead to, and all that a phase holds. Phases and parent tasks are not in it. O(items + links).
 */
function tasksBefore({ network: { spec, summary } }: Schedule, target: number): ReadonlySet<number> {
  const predecessors = grouped(spec.links, spec.tasks.length);
  const children = childrenOf(spec.tasks);
  const seen = new Set<number>([target]);
  const stack = [target];
  const visit = (item: number): void => {
    if (!seen.has(item)) stack.push(item);
    seen.add(item);
  };
  while (stack.length > 0) {
    const at = stack.pop()!;
    children[at]?.forEach(visit);
    for (const { from } of predecessors[at] ?? []) visit(from);
    for (const holder of holdersOf(spec.tasks, at)) for (const { from } of predecessors[holder] ?? []) visit(from);
  }
  return new Set([...seen].filter((item) => !summary[item]).sort((a, b) => a - b));
}

/**
 * The plan that holds only what an item waits for, with its dates. Deadlines are left out, so its critical path is the
 * critical path to the item; what stands as late as possible is held where it stands.
 */
export function subplan(plan: Schedule, target: number): Subplan {
  const { spec } = plan.network;
  const kept = new Set<number>(tasksBefore(plan, target));
  for (const item of [...kept]) for (const holder of holdersOf(spec.tasks, item)) kept.add(holder);
  kept.add(target);
  const whole = [...kept].sort((a, b) => a - b);
  const place = new Map(whole.map((item, index) => [item, index]));
  const tasks = whole.map((item): NetworkTask => {
    const { parent, late, startNoEarlier, ...task } = spec.tasks[item]!;
    return {
      ...task,
      deadline: undefined,
      parent: parent === undefined ? undefined : place.get(parent),
      startNoEarlier: late ? plan.start[item] : startNoEarlier,
    };
  });
  const links = spec.links.flatMap((link): NetworkLink[] => {
    const [from, to] = [place.get(link.from), place.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
  });
  return { spec: { ...spec, tasks, links }, whole, target: place.get(target)! };
}

function grouped(links: readonly NetworkLink[], items: number): readonly (readonly NetworkLink[] | undefined)[] {
  const found = new Array<NetworkLink[] | undefined>(items);
  for (const link of links) (found[link.to] ??= []).push(link);
  return found;
}

function childrenOf(tasks: readonly NetworkTask[]): readonly (readonly number[] | undefined)[] {
  const found = new Array<number[] | undefined>(tasks.length);
  tasks.forEach(({ parent }, item) => {
    if (parent !== undefined) (found[parent] ??= []).push(item);
  });
  return found;
}

/** The items around an item, the innermost first. */
function holdersOf(tasks: readonly NetworkTask[], item: number): readonly number[] {
  const holders: number[] = [];
  for (let at = tasks[item]!.parent; at !== undefined && holders.length < tasks.length; at = tasks[at]!.parent)
    holders.push(at);
  return holders;
}
