import type { PlanMinute } from '../../kinds/time';
import type { ItemIndex } from '../../model/model';
import { isOfLevelling } from '../compile';
import type { ModelSchedule } from '../fromModel';
import { perPlan } from '../perPlan';
import { isSame } from '../planItems';
import type { Schedule } from '../schedule';
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
 * only after people who are over-allocated before then, for others have the time. O((items + links) × commitments ÷ 32).
 */
export function overfull(schedule: ModelSchedule, commitments: readonly Commitment[]): readonly Overfull[] {
  const suspects = suspectsOf(schedule);
  if (suspects.length === 0) return [];
  const { finish } = schedule.plan;
  const order = [...commitments.keys()]
    .filter((at) => commitments[at]!.items.every((item) => finish[item]! <= commitments[at]!.until))
    .sort((a, b) => commitments[a]!.until - commitments[b]!.until || a - b);
  const asked = askedTooMuch(
    schedule,
    order.map((commitment) => commitments[commitment]!),
  );
  const found = new Map<ItemIndex, Overfull>();
  order.forEach((commitment, at) => {
    const { items, until } = commitments[commitment]!;
    const news = asked[at]!.filter((suspect) => !found.has(suspects[suspect]!.person));
    if (news.length === 0) return;
    const { before } = waitedFor(schedule.plan, [items]);
    for (const suspect of news) {
      const tasks = suspects[suspect]!.bookings.filter(({ task }) => before[task] === 1);
      const { person } = suspects[suspect]!;
      found.set(person, {
        commitment,
        person,
        demanded: tasks.reduce((sum, { work }) => sum + work, 0),
        available: availableTo(schedule, until)[suspect]!,
        tasks: tasks
          .map(({ task, work }) => ({ task, minutes: work }))
          .sort((a, b) => b.minutes - a.minutes || a.task - b.task),
      });
    }
  });
  return [...found.values()];
}

/** Minutes that rounding may lose. */
const TOLERANCE = 1;

/** For each commitment, the indices of the suspects who have more to do before it than time. */
function askedTooMuch(schedule: ModelSchedule, commitments: readonly Commitment[]): readonly (readonly number[])[] {
  const known = lastAsked(schedule);
  const news = commitments.filter((each) => !isSameCommitment(known.get(each.items[0]!)?.commitment, each));
  if (news.length > 0) {
    const suspects = suspectsOf(schedule);
    const waited = waitedFor(
      schedule.plan,
      news.map(({ items }) => items),
    );
    const demands = suspects.map(({ bookings }) => demandsOf(bookings, waited, news.length));
    news.forEach((commitment, at) => {
      const { items, until } = commitment;
      const available = availableTo(schedule, until);
      const tooMuch: number[] = [];
      for (let suspect = 0; suspect < suspects.length; suspect++)
        if (suspects[suspect]!.since < until && demands[suspect]![at]! > available[suspect]! + TOLERANCE)
          tooMuch.push(suspect);
      known.set(items[0]!, { commitment, suspects: tooMuch });
    });
  }
  return commitments.map(({ items }) => known.get(items[0]!)!.suspects);
}

/** By the first item of each commitment: most of what is typed changes neither the plan nor what is promised, or one promise. */
const lastAsked = perPlan(
  (): Map<number, { readonly commitment: Commitment; readonly suspects: readonly number[] }> => new Map(),
);

const isSameCommitment = (some: Commitment | undefined, other: Commitment): boolean =>
  some?.until === other.until && isSame(some.items, other.items);

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
}

const suspectsOf = perPlan((schedule): readonly Suspect[] => {
  const first = new Map<ItemIndex, PlanMinute>();
  for (const { person, from } of overAllocations(schedule))
    first.set(person, Math.min(from, first.get(person) ?? from));
  const bookings = bookingsByPerson(schedule);
  return [...first].map(([person, since]) => ({ person, since, bookings: bookings.get(person) ?? [] }));
});

/** For each item of the network, as bits in `words` numbers, which of some sets of items wait for it. */
interface Waited {
  readonly words: number;
  readonly before: Int32Array;
}

/** Which of the sets of items wait for each item, over however many written links, or hold it. */
function waitedFor({ network }: Schedule, sets: readonly (readonly number[])[]): Waited {
  const { spec, node, size, succStart, succEdge, succNode } = network;
  const words = Math.ceil(sets.length / 32);
  const before = new Int32Array(words * node.length);
  sets.forEach((items, set) => {
    for (const item of items) before[words * item + (set >> 5)]! |= 1 << (set & 31);
  });
  // An item stands behind the one that holds it, and a node behind its predecessors.
  spec.tasks.forEach(({ parent }, item) => {
    if (parent === undefined) return;
    for (let word = 0; word < words; word++) before[words * item + word]! |= before[words * parent + word]!;
  });
  const byNode = new Int32Array(words * size);
  node.forEach((at, item) => {
    if (at >= 0) for (let word = 0; word < words; word++) byNode[words * at + word] = before[words * item + word]!;
  });
  for (let at = size - 1; at >= 0; at--)
    for (let i = succStart[at]!; i < succStart[at + 1]!; i++) {
      if (isOfLevelling(network, succEdge[i]!)) continue;
      const next = succNode[i]!;
      for (let word = 0; word < words; word++) byNode[words * at + word]! |= byNode[words * next + word]!;
    }
  node.forEach((at, item) => {
    if (at >= 0) for (let word = 0; word < words; word++) before[words * item + word] = byNode[words * at + word]!;
  });
  return { words, before };
}

/** The minutes that bookings ask for before each of the sets. */
function demandsOf(bookings: readonly Booking[], { words, before }: Waited, sets: number): Float64Array {
  const demands = new Float64Array(sets);
  for (const { task, work } of bookings)
    for (let word = 0; word < words; word++)
      for (let bits = before[words * task + word]!; bits !== 0; bits &= bits - 1)
        demands[32 * word + 31 - Math.clz32(bits & -bits)]! += work;
  return demands;
}
