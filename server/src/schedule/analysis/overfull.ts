import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import { isOfLevelling } from '../compile';
import type { ModelSchedule } from '../fromModel';
import { perPlan } from '../perPlan';
import { isSame } from '../planItems';
import type { Schedule } from '../schedule';
import { bookingsOf } from './bookings';
import { availableUntil } from './loads';
import { overAllocations } from './overAllocation';

/** Something that is promised for an instant. */
export interface Commitment {
  /** Indices in the network of what has to be done by then, such as a milestone and the work on what it delivers. */
  readonly items: readonly number[];
  readonly until: PlanMinute;
}

/** A person who is to do more before a commitment than there is time. */
export interface Overfull {
  /** Index of the commitment. */
  readonly commitment: number;
  readonly person: ItemIndex;
  /** Working minutes until then: what is asked, and what there is. */
  readonly demanded: number;
  readonly available: number;
  /** The person's tasks before it, the greatest first, and the minutes that each asks for. */
  readonly tasks: readonly { readonly task: number; readonly minutes: number }[];
}

/** Commitments that are looked at together: one for each bit. */
const BATCH = 32;

/**
 * For each person the first commitment (by time) that cannot be kept however the work before it is ordered: it is more than
 * the time from the project's start or status date. Later ones, which wait for much of the same work, are left out. Asks
 * only after people who are over-allocated before then, for others have the time. O((items + links) × commitments ÷ 32).
 */
export function overfull(schedule: ModelSchedule, commitments: readonly Commitment[]): readonly Overfull[] {
  const last = lastAnswer(schedule);
  if (!isSameQuestion(last.commitments, commitments))
    Object.assign(last, { commitments, answer: findOverfull(schedule, commitments) });
  return last.answer;
}

interface Answer {
  commitments: readonly Commitment[];
  answer: readonly Overfull[];
}

/** What was asked last of a plan: most of what is typed changes neither the plan nor what is promised. */
const lastAnswer = perPlan((): Answer => ({ commitments: [], answer: [] }));

const isSameQuestion = (some: readonly Commitment[], others: readonly Commitment[]): boolean =>
  some.length === others.length &&
  some.every(({ items, until }, at) => until === others[at]!.until && isSame(items, others[at]!.items));

function findOverfull(schedule: ModelSchedule, commitments: readonly Commitment[]): readonly Overfull[] {
  const suspects = firstOverAllocations(schedule);
  if (suspects.size === 0) return [];
  const order = [...commitments.keys()].sort((a, b) => commitments[a]!.until - commitments[b]!.until || a - b);
  const found = new Map<ItemIndex, Overfull>();
  for (let first = 0; first < order.length; first += BATCH) {
    const batch = order.slice(first, first + BATCH);
    const before = waitedFor(
      schedule.plan,
      batch.map((commitment) => commitments[commitment]!.items),
    );
    const demands = demandsOf(schedule, before, suspects);
    batch.forEach((commitment, bit) => {
      const { until } = commitments[commitment]!;
      for (const [person, since] of suspects) {
        const demanded = demands.get(person)?.[bit] ?? 0;
        if (since >= until || found.has(person)) continue;
        const available = availableUntil(schedule, person, until);
        if (demanded > available + 1)
          found.set(person, { commitment, person, demanded, available, tasks: tasksOf(schedule, person, before, bit) });
      }
    });
  }
  return [...found.values()];
}

function firstOverAllocations(schedule: ModelSchedule): ReadonlyMap<ItemIndex, PlanMinute> {
  const first = new Map<ItemIndex, PlanMinute>();
  for (const { person, from } of overAllocations(schedule))
    first.set(person, Math.min(from, first.get(person) ?? from));
  return first;
}

/** By item of the network, as bits, which of the sets of items wait for it, over however many written links, or hold it. */
function waitedFor({ network }: Schedule, sets: readonly (readonly number[])[]): Int32Array {
  const { spec, node, size, succStart, succEdge, succNode } = network;
  const before = new Int32Array(node.length);
  sets.forEach((items, bit) => {
    for (const item of items) before[item]! |= 1 << bit;
  });
  // An item stands behind the one that holds it, and a node behind its predecessors.
  spec.tasks.forEach(({ parent }, item) => {
    if (parent !== undefined) before[item]! |= before[parent]!;
  });
  const byNode = new Int32Array(size);
  node.forEach((at, item) => {
    if (at >= 0) byNode[at] = before[item]!;
  });
  for (let at = size - 1; at >= 0; at--)
    for (let i = succStart[at]!; i < succStart[at + 1]!; i++)
      if (!isOfLevelling(network, succEdge[i]!)) byNode[at]! |= byNode[succNode[i]!]!;
  return before.map((bits, item) => (node[item]! < 0 ? bits : byNode[node[item]!]!));
}

/** By person, the minutes asked for before each set of a batch. */
function demandsOf(
  schedule: ModelSchedule,
  before: Int32Array,
  persons: ReadonlyMap<ItemIndex, unknown>,
): ReadonlyMap<ItemIndex, Float64Array> {
  const demands = new Map<ItemIndex, Float64Array>();
  for (const person of persons.keys()) demands.set(person, new Float64Array(BATCH));
  for (const { task, person, work } of bookingsOf(schedule)) {
    const own = demands.get(person);
    if (!own) continue;
    for (let bits = before[task]!; bits !== 0; bits &= bits - 1) own[31 - Math.clz32(bits & -bits)]! += work;
  }
  return demands;
}

function tasksOf(schedule: ModelSchedule, person: ItemIndex, before: Int32Array, bit: number): Overfull['tasks'] {
  return bookingsOf(schedule)
    .filter((booking) => booking.person === person && (before[booking.task]! >>> bit) & 1)
    .map(({ task, work }) => ({ task, minutes: work }))
    .sort((a, b) => b.minutes - a.minutes || a.task - b.task);
}
