import { EdgeBuilder, FROM_START, isPercentage, lagOf, NO_LAG, TO_FINISH, TYPE_BITS } from './edges';
import type { EdgeList } from './edges';
import type { DateBounds, NetworkLink, NetworkSpec } from './network';

/**
 * Gates stand for phases in the network, so that a link between phases of n and m tasks makes n + m edges. Each is a
 * moment without duration: an instant that everything in the phase waits for (startBound, finishBound), or the last
 * start or finish in it (lastStart, lastFinish). A percentage gate adds to each task its own share of a lag in percent.
 */
export const Gate = { startBound: 3, finishBound: 4, lastStart: 5, lastFinish: 6, percentage: 7 } as const;

/** Nodes of this kind or above are gates. */
export const GATE: number = Gate.startBound;

/** The network's edges and gates; gate g is node `tasks.length + g` and belongs to a phase. */
export interface GateResult {
  readonly edges: EdgeList;
  readonly gateTask: readonly number[];
  readonly gateKind: readonly number[];
}

interface Builder {
  readonly spec: NetworkSpec;
  readonly summary: Uint8Array;
  readonly edges: EdgeBuilder;
  readonly gateTask: number[];
  readonly gateKind: number[];
  /** Gate node of a phase, by 8 × phase + kind. */
  readonly known: Map<number, number>;
  /** Leaves under each phase that percentage gates asked for. */
  readonly percentages: { readonly node: number; readonly link: NetworkLink }[];
}

/** Turns links into edges, and makes the gates that links and bounds of phases need. */
export function gatesFor(spec: NetworkSpec, summary: Uint8Array): GateResult {
  const builder: Builder = {
    spec,
    summary,
    edges: new EdgeBuilder(spec.links.length),
    gateTask: [],
    gateKind: [],
    known: new Map(),
    percentages: [],
  };
  spec.links.forEach((link, index) => addLink(builder, link, index));
  for (let task = 0; task < summary.length; task++) if (summary[task]) addBoundGates(builder, task);
  if (builder.gateTask.length > 0) joinContents(builder);
  return { edges: builder.edges.edges(), gateTask: builder.gateTask, gateKind: builder.gateKind };
}

function addLink(builder: Builder, link: NetworkLink, index: number): void {
  const { spec, summary, edges } = builder;
  const bits = TYPE_BITS[link.type];
  const toPhase = summary[link.to] === 1;
  const to = toPhase ? gate(builder, link.to, bits & TO_FINISH ? Gate.finishBound : Gate.startBound) : link.to;
  const type = toPhase ? bits & FROM_START : bits;
  if (summary[link.from] !== 1) {
    edges.add(link.from, to, type, lagOf(spec, link, spec.tasks[link.from]!), index);
  } else if (isPercentage(link)) {
    const node = newGate(builder, link.from, Gate.percentage);
    builder.percentages.push({ node, link });
    edges.add(node, to, type, NO_LAG, index);
  } else {
    const from = gate(builder, link.from, bits & FROM_START ? Gate.lastStart : Gate.lastFinish);
    edges.add(from, to, type, lagOf(spec, link, spec.tasks[link.from]!), index);
  }
}

function newGate(builder: Builder, phase: number, kind: number): number {
  builder.gateKind.push(kind);
  return builder.spec.tasks.length + builder.gateTask.push(phase) - 1;
}

function gate(builder: Builder, phase: number, kind: number): number {
  const key = 8 * phase + kind;
  const node = builder.known.get(key) ?? newGate(builder, phase, kind);
  builder.known.set(key, node);
  return node;
}

/** The instant before which nothing in the phase starts. */
export const startBoundOf = (phase: DateBounds): number =>
  Math.max(phase.startNoEarlier ?? -Infinity, phase.mustStart ?? -Infinity, phase.fixedStart ?? -Infinity);

/** The instant after which nothing in the phase may finish. */
export const finishCapOf = (phase: DateBounds): number =>
  Math.min(
    phase.deadline ?? Infinity,
    phase.finishNoLater ?? Infinity,
    phase.mustFinish ?? Infinity,
    phase.fixedFinish ?? Infinity,
  );

function addBoundGates(builder: Builder, phase: number): void {
  const bounds = builder.spec.tasks[phase]!;
  if (startBoundOf(bounds) > -Infinity) gate(builder, phase, Gate.startBound);
  if (bounds.finishNoEarlier !== undefined) gate(builder, phase, Gate.finishBound);
  if (finishCapOf(bounds) < Infinity) gate(builder, phase, Gate.lastFinish);
  if (bounds.startNoLater !== undefined) gate(builder, phase, Gate.lastStart);
}

/** Joins each task, and each gate, to the nearest gates of the phases around it. */
function joinContents(builder: Builder): void {
  const { spec, summary, known } = builder;
  spec.tasks.forEach((task, index) => {
    for (const kind of [Gate.startBound, Gate.finishBound, Gate.lastStart, Gate.lastFinish]) {
      const inner = summary[index] ? known.get(8 * index + kind) : index;
      const outer = inner === undefined ? undefined : nearest(builder, task.parent, kind);
      if (inner !== undefined && outer !== undefined) join(builder, inner, outer, kind, summary[index] === 0);
    }
    if (!summary[index]) for (const entry of builder.percentages) joinPercentage(builder, index, entry);
  });
}

function nearest({ spec, known }: Builder, from: number | undefined, kind: number): number | undefined {
  for (let phase = from, depth = 0; phase !== undefined && depth < spec.tasks.length; depth++) {
    const found = known.get(8 * phase + kind);
    if (found !== undefined) return found;
    phase = spec.tasks[phase]!.parent;
  }
  return undefined;
}

function join({ edges }: Builder, inner: number, outer: number, kind: number, isTask: boolean): void {
  if (kind === Gate.startBound) edges.add(outer, inner, 0, NO_LAG);
  else if (kind === Gate.finishBound) edges.add(outer, inner, isTask ? TO_FINISH : 0, NO_LAG);
  else edges.add(inner, outer, kind === Gate.lastStart ? FROM_START : 0, NO_LAG);
}

function joinPercentage(builder: Builder, task: number, { node, link }: Builder['percentages'][number]): void {
  if (!isWithin(builder.spec, task, link.from)) return;
  const lag = lagOf(builder.spec, link, builder.spec.tasks[task]!);
  builder.edges.add(task, node, TYPE_BITS[link.type] & FROM_START, lag);
}

function isWithin({ tasks }: NetworkSpec, task: number, phase: number): boolean {
  let at = tasks[task]!.parent;
  for (let depth = 0; at !== undefined && at !== phase && depth < tasks.length; depth++) at = tasks[at]!.parent;
  return at === phase;
}
