/** A plan made ready to be run many times: its network, and what varies in it as packed arrays. */
import type { ModelSchedule } from '../fromModel';
import { compileNetwork, type Network } from '../network/compile';
import { minutesAs } from '../lengths';
import type { NetworkLink, NetworkTask } from '../network/network';
import { toTicks, type Tick } from '../calendar/ticks';
import { spreadsOf } from './spreads';
import { luckOf, type Luck } from './random';
import { threatsTo, type Threats } from './threats';
import { triangleOf, type Triangle } from './triangle';

export interface UncertainPlan {
  readonly net: Network;
  /** Nodes whose duration is drawn, with the distribution in ticks and the stream of each. */
  readonly node: Int32Array;
  readonly triangle: readonly Triangle[];
  readonly luck: readonly Luck[];
  readonly hazards: readonly Hazard[];
  readonly threats: Threats;
}

/** A risk: in a run either none of its nodes takes longer, or all of them. */
export interface Hazard {
  readonly probability: number;
  readonly node: Int32Array;
  readonly delay: Float64Array;
  readonly luck: Luck;
}

/** Finds what is uncertain, and gives each task and each risk its stream of the seed. */
export function uncertainPlan(plan: ModelSchedule, seed: number): UncertainPlan {
  const threats = threatsTo(plan);
  const draft: Draft = {
    tasks: plan.plan.network.spec.tasks.map((task, at) => held(plan, task, at)),
    links: [],
    shocks: new Map(),
  };
  const spreads = spreadsOf(plan);
  // What may last no time in one run and some in another is placed by the general rules.
  for (const { task, best, likely } of spreads)
    if (best === 0 || likely === 0) draft.tasks[task] = general(plan, draft.tasks[task]!);
  // An item stands behind the one that holds it: so inner phases come before outer ones.
  const hit = new Set(threats.counted.flatMap(({ targets }) => targets));
  for (const target of [...hit].sort((a, b) => b - a)) prepare(plan, draft, target);
  const { spec } = plan.plan.network;
  const net = compileNetwork({ ...spec, tasks: draft.tasks, links: [...spec.links, ...draft.links] });
  const names = namesOf(plan);
  return {
    net,
    node: Int32Array.from(spreads, ({ task }) => net.node[task]!),
    triangle: spreads.map(({ best, likely, worst }) => triangleOf(best, likely, worst)),
    luck: spreads.map(({ task }) => luckOf(seed, `task ${names[task]!}`)),
    hazards: hazardsOf(plan, draft, net, threats, seed),
    threats,
  };
}

function hazardsOf(
  { lengths }: ModelSchedule,
  { tasks, shocks }: Draft,
  net: Network,
  { counted }: Threats,
  seed: number,
): readonly Hazard[] {
  const names = distinct(counted.map(({ risk: { id, title } }) => id ?? title));
  return counted.map(({ probability, impact, targets }, at): Hazard => {
    const hit = targets.map((target) => shocks.get(target) ?? target);
    const delays = hit.map((task): Tick => toTicks(minutesAs(impact, tasks[task]!.elapsed === true, lengths)));
    return {
      probability,
      node: Int32Array.from(hit, (task) => net.node[task]!),
      delay: Float64Array.from(delays),
      luck: luckOf(seed, `risk ${names[at]!}`),
    };
  });
}

interface Draft {
  readonly tasks: NetworkTask[];
  readonly links: NetworkLink[];
  /** By phase: the task without duration that stands at its end and that a risk may stretch. */
  readonly shocks: Map<number, number>;
}

/** What is planned as late as possible is meant to begin then, whatever happens before it. */
function held({ plan }: ModelSchedule, task: NetworkTask, index: number): NetworkTask {
  return task.late ? { ...task, late: false, startNoEarlier: plan.start[index]! } : task;
}

/** A bound that bounds nothing makes the engine place a node by the rules for all durations. */
const general = ({ plan }: ModelSchedule, task: NetworkTask): NetworkTask => ({
  ...task,
  startNoEarlier: task.startNoEarlier ?? plan.network.spec.start,
});

/** Makes an item able to take longer: a milestone or an empty task itself, a phase by a task at its end. */
function prepare(plan: ModelSchedule, draft: Draft, target: number): void {
  const { summary } = plan.plan.network;
  const task = draft.tasks[target]!;
  if (!summary[target]) {
    if (task.duration === 0) draft.tasks[target] = general(plan, task);
    return;
  }
  if (draft.shocks.has(target)) return;
  const leaves = leavesIn(plan, draft, target);
  const shock = draft.tasks.push(general(plan, { duration: 0, calendar: task.calendar, parent: target })) - 1;
  draft.shocks.set(target, shock);
  for (const leaf of leaves) draft.links.push({ from: leaf, to: shock, type: 'FS' });
}

/** Tasks and milestones with dates in a phase, at any depth, and what stands at the end of phases in it. */
function leavesIn({ plan }: ModelSchedule, { tasks }: Draft, phase: number): readonly number[] {
  const within = new Uint8Array(tasks.length);
  within[phase] = 1;
  const leaves: number[] = [];
  for (let at = phase + 1; at < tasks.length; at++) {
    const { parent } = tasks[at]!;
    if (parent === undefined || !within[parent]) continue;
    within[at] = 1;
    const isOurs = at >= plan.finish.length;
    if (isOurs || (!plan.network.summary[at] && !Number.isNaN(plan.finish[at]!))) leaves.push(at);
  }
  return leaves;
}

/** A name for each item that does not depend on where it stands: its id, or its title below that of what holds it. */
function namesOf({ scheduled, plan }: ModelSchedule): readonly string[] {
  const names: string[] = [];
  scheduled.forEach(({ id, title }, index) => {
    const { parent } = plan.network.spec.tasks[index]!;
    names.push(id ?? `${parent === undefined ? '' : names[parent]!}/${title}`);
  });
  return distinct(names);
}

/** Twins get a number, so that they do not share their luck. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name}#${before}`;
  });
}
