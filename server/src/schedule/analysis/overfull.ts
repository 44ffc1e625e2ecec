import type { PlanMinute } from '../../kinds/time';
import { perObject } from '../../language/perObject';
import type { ItemIndex } from '../../model/model';
import { isOfLevelling } from '../network/compile';
import type { ModelSchedule } from '../fromModel';
import { isLevelled } from '../levelling/fromModel';
import { perPlan } from '../perPlan';
import { bookingsByPerson, type Booking } from './bookings';
import { availableUntil } from './loads';
import { overAllocations } from './overAllocation';

/** Something that is promised for an instant. */
export interface Commitment {
  /** Indices in the network of what has to be done by then: a milestone, and the work on what it delivers. No two begin alike. */
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

/**
 * For each person the first commitment (by time) that cannot be kept however the work before it is ordered: it is more than
 * the time from the project's start or status date. Later ones, which wait for much of the same work, are left out. Asks
 * only after people who are over-allocated before then, for others have the time. O((items + links) × commitments ÷ 32), and
 * less when most people have too much to do before one of the first.
 */
export function overfull(schedule: ModelSchedule, commitments: readonly Commitment[]): readonly Overfull[] {
  const suspects = suspectsOf(schedule);
  const { finish } = schedule.plan;
  const order = [...commitments.keys()]
    .filter((at) => commitments[at]!.items.every((item) => finish[item]! <= commitments[at]!.until))
    .sort((a, b) => commitments[a]!.until - commitments[b]!.until || a - b);
  const found: Overfull[] = [];
  let free: readonly number[] = [...suspects.keys()];
  for (let from = 0; from < order.length && free.length > 0; from += AT_ONCE) {
    const some = order.slice(from, from + AT_ONCE);
    const asked = askedTooMuch(
      schedule,
      some.map((at) => commitments[at]!),
      free,
    );
    for (const { at, asks } of asked) found.push({ commitment: some[at]!, ...asks });
    if (asked.length > 0) free = free.filter((suspect) => !asked.some((each) => each.suspect === suspect));
  }
  return found;
}

/** Commitments that are looked at together, one for each bit of a number. */
const AT_ONCE = 32;

/** Minutes that rounding may lose. */
const TOLERANCE = 1;

/** A suspect, and the first of some commitments before which there is too much to do. */
interface Asked {
  readonly suspect: number;
  /** Index among the commitments. */
  readonly at: number;
  readonly asks: Omit<Overfull, 'commitment'>;
}

/** Those of the suspects who have more to do before one of at most 32 commitments than time, by the commitments' order. */
function askedTooMuch(
  schedule: ModelSchedule,
  commitments: readonly Commitment[],
  among: readonly number[],
): readonly Asked[] {
  const suspects = suspectsOf(schedule);
  const waiting = waitingFor(
    reachOf(schedule),
    commitments.map(({ items }) => items),
  );
  const available = commitments.map(({ until }) => availableTo(schedule, until));
  const asked: Asked[] = [];
  for (const suspect of among) {
    const { person, since, bookings, work } = suspects[suspect]!;
    const least = available.reduce((time, each) => Math.min(time, each[suspect]!), Infinity);
    if (demandOfAll(work, waiting) <= least + TOLERANCE) continue;
    const demands = demandsOf(work, waiting, commitments.length);
    const at = commitments.findIndex(
      ({ until }, each) => since < until && demands[each]! > available[each]![suspect]! + TOLERANCE,
    );
    if (at < 0) continue;
    const tasks = bookings
      .filter((_, booking) => (waiting[work.tasks[booking]!]! >>> at) & 1)
      .map(({ task, work: minutes }) => ({ task, minutes }))
      .sort((a, b) => b.minutes - a.minutes || a.task - b.task);
    const asks = { person, demanded: demands[at]!, available: available[at]![suspect]!, tasks };
    asked.push({ suspect, at, asks });
  }
  return asked.sort((a, b) => a.at - b.at || a.suspect - b.suspect);
}

/** The time that each suspect has until an instant: many promises are for the same day. */
function availableTo(schedule: ModelSchedule, until: PlanMinute): Float64Array {
  const known = availableByInstant(schedule);
  let available = known.get(until);
  if (!available) {
    available = Float64Array.from(suspectsOf(schedule), ({ person }) => availableUntil(schedule, person, until));
    known.set(until, available);
  }
  return available;
}

const availableByInstant = perPlan((): Map<PlanMinute, Float64Array> => new Map());

/** Somebody who is over-allocated. */
interface Suspect {
  readonly person: ItemIndex;
  readonly since: PlanMinute;
  readonly bookings: readonly Booking[];
  readonly work: Work;
}

/** By booking, its task, and the minutes that it takes. */
interface Work {
  readonly tasks: Int32Array;
  readonly minutes: Float64Array;
}

const suspectsOf = perPlan((schedule): readonly Suspect[] => {
  const first = new Map<ItemIndex, PlanMinute>();
  for (const { person, from } of overAllocations(schedule))
    first.set(person, Math.min(from, first.get(person) ?? from));
  const byPerson = bookingsByPerson(schedule);
  return [...first].map(([person, since]) => {
    const bookings = byPerson.get(person) ?? NOTHING;
    return { person, since, bookings, work: workOf(bookings) };
  });
});

const NOTHING: readonly never[] = [];

/** Kept with the list of bookings, as most changes of a plan leave those of most people. */
const workOf = perObject((bookings: readonly Booking[]): Work => {
  const tasks = new Int32Array(bookings.length);
  const minutes = new Float64Array(bookings.length);
  // By index: what reads a list through its iterator takes many times as long.
  for (let at = 0; at < bookings.length; at++) {
    tasks[at] = bookings[at]!.task;
    minutes[at] = bookings[at]!.work;
  }
  return { tasks, minutes };
});

/** What waits for what in a plan, and what stands in what. Of what levelling added, nothing. */
interface Reach {
  /** By item, its node or -1, and the item that holds it or -1. */
  readonly node: Int32Array;
  readonly holder: Int32Array;
  /** The nodes that wait for node n are `next[starts[n]]` … `next[starts[n + 1] - 1]`; they stand behind it. */
  readonly starts: Int32Array;
  readonly next: Int32Array;
}

const reachOf = perPlan(({ plan: { network }, parents, model, project }): Reach => {
  const { node, size, succStart, succEdge, succNode } = network;
  if (!isLevelled(model, project)) return { node, holder: parents, starts: succStart, next: succNode };
  const starts = new Int32Array(size + 1);
  const next = new Int32Array(succNode.length);
  let count = 0;
  for (let at = 0; at < size; at++) {
    for (let i = succStart[at]!; i < succStart[at + 1]!; i++)
      if (!isOfLevelling(network, succEdge[i]!)) next[count++] = succNode[i]!;
    starts[at + 1] = count;
  }
  return { node, holder: parents, starts, next };
});

/** For each item, as bits, which of at most 32 sets of items wait for it, over however many written links, or hold it. */
function waitingFor(reach: Reach, sets: readonly (readonly number[])[]): Int32Array {
  const { node, starts, next } = reach;
  const waiting = new Int32Array(starts.length - 1);
  const holding: (readonly [item: number, bit: number])[] = [];
  let last = -1;
  const mark = (item: number, bits: number): void => {
    const at = node[item]!;
    waiting[at]! |= bits;
    last = Math.max(last, at);
  };
  sets.forEach((items, set) => {
    for (const item of items)
      if (node[item]! >= 0) mark(item, 1 << set);
      else holding.push([item, 1 << set]);
  });
  if (holding.length > 0) markHeld(reach, holding, mark);
  // A node stands behind its predecessors.
  for (let at = last; at >= 0; at--) {
    let bits = waiting[at]!;
    for (let i = starts[at]!; i < starts[at + 1]!; i++) bits |= waiting[next[i]!]!;
    waiting[at] = bits;
  }
  return node.map((at) => waiting[at] ?? 0);
}

/** Marks what stands in the items, however deep. */
function markHeld(
  { node, holder }: Reach,
  items: readonly (readonly [item: number, bit: number])[],
  mark: (item: number, bits: number) => void,
): void {
  const bits = new Int32Array(holder.length);
  for (const [item, bit] of items) bits[item]! |= bit;
  // An item stands behind the one that holds it.
  for (let item = 0; item < bits.length; item++) {
    if (holder[item]! >= 0) bits[item]! |= bits[holder[item]!]!;
    if (bits[item] !== 0 && node[item]! >= 0) mark(item, bits[item]!);
  }
}

/** The minutes that are asked for before any of the sets: no single one asks for more. */
function demandOfAll({ tasks, minutes }: Work, waiting: Int32Array): number {
  let demand = 0;
  for (let at = 0; at < tasks.length; at++) if (waiting[tasks[at]!] !== 0) demand += minutes[at]!;
  return demand;
}

/** The minutes that are asked for before each of the sets. */
function demandsOf({ tasks, minutes }: Work, waiting: Int32Array, sets: number): Float64Array {
  const demands = new Float64Array(sets);
  for (let at = 0; at < tasks.length; at++)
    for (let bits = waiting[tasks[at]!]!; bits !== 0; bits &= bits - 1)
      demands[31 - Math.clz32(bits & -bits)]! += minutes[at]!;
  return demands;
}
