import type { NetworkLink } from '../network/network';
import { toMinutes } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';
import type { LevelledDates } from './bestOf';
import { claimEnd, takes } from './occupancy';
import type { Taken } from './occupancy';
import type { LevellingProblem } from './problem';
import { inverse, sequence } from './sequence';

/** A stretch of a resource's time that a node takes. */
interface Stretch {
  readonly node: number;
  readonly claim: number;
  readonly from: number;
  readonly to: number;
  /** The instant at which it ends. */
  readonly end: Tick;
  /** Position of the node in a sequence that goes by the links and then by the start. */
  readonly place: number;
}

/** Units that become free at an instant, and the stretch that gives them; none for those that nobody has had yet. */
interface Free {
  readonly at: number;
  readonly giver: Stretch | undefined;
  units: number;
}

/**
 * The resource flow of a levelled plan (Artigues, Michelon and Reusser 2003): for each unit of a person's time, from which task it
 * goes to which. Whatever keeps these links, with any durations and any delay, never asks more of people than there is;
 * so late dates and slack of the network with them are those of the levelled plan.
 */
export function resourceFlow(problem: LevellingProblem, dates: LevelledDates): readonly NetworkLink[] {
  const links: NetworkLink[] = [];
  for (const [resource, stretches] of stretchesOf(problem, dates)) {
    const pool: Free[] = [{ at: -Infinity, giver: undefined, units: problem.capacity[resource]! }];
    for (const taker of stretches)
      for (const giver of take(pool, taker, problem.claims.units[taker.claim]!))
        if (mayLink(dates, giver, taker)) links.push(linkOf(problem, giver, taker, resource));
  }
  return links;
}

/**
 * Not against the links of the plan, which would make a circle, and not to a task that begins before the giver's end, as it
 * may in time in which their person does not work.
 */
const mayLink = ({ start }: LevelledDates, giver: Stretch, taker: Stretch): boolean =>
  giver.place < taker.place && giver.end <= start[taker.node]!;

/** Stretches by resource, in the order of time; work outside of a resource's own time is a row of its own. */
function stretchesOf(problem: LevellingProblem, { start, finish }: LevelledDates): [number, readonly Stretch[]][] {
  const { net, claims, clocks } = problem;
  const place = placesOf(problem, start);
  const rows = clocks.map(() => [[], []] as [Stretch[], Stretch[]]);
  const taken: Taken = { from: 0, to: 0, outside: false };
  for (let node = 0; node < net.size; node++) {
    if (!(start[node]! < finish[node]! && finish[node]! < Infinity)) continue;
    for (let claim = claims.start[node]!; claim < claims.start[node + 1]!; claim++) {
      const end = claimEnd(problem, claim, node, start[node]!, finish[node]!);
      takes(problem, claim, start[node]!, end, taken);
      const { from, to } = taken;
      rows[claims.resource[claim]!]![taken.outside ? 1 : 0].push({ node, claim, from, to, end, place: place[node]! });
    }
  }
  return rows.flatMap((both, resource) =>
    both.map((row): [number, readonly Stretch[]] => [
      resource,
      row.sort((a, b) => a.from - b.from || a.place - b.place),
    ]),
  );
}

/** Numbers the nodes so that each follows those it is linked to, and otherwise whoever starts earlier. */
function placesOf({ net, input }: LevellingProblem, start: Float64Array): Int32Array {
  const { size, succStart, succNode } = net;
  // A predecessor that starts later, by a lead, counts as early as what follows it.
  const key = start.slice();
  for (let p = size - 1; p >= 0; p--)
    for (let i = succStart[p]!; i < succStart[p + 1]!; i++) key[p] = Math.min(key[p]!, key[succNode[i]!]!);
  const rank = (p: number): number => input.tasks[net.task[p]!]!.rank;
  const nodes = Int32Array.from({ length: size }, (_, p) => p);
  nodes.sort((a, b) => (key[a]! < key[b]! ? -1 : key[a]! > key[b]! ? 1 : rank(a) - rank(b)));
  const place = new Int32Array(size);
  sequence(net, inverse(nodes), 'forward').forEach((node, at) => (place[node] = at));
  return place;
}

/**
 * Takes the units that have been free for longest, and gives them back when the taker ends; tells who gave. What a task
 * waited for is among the givers, since the units free before did not suffice.
 */
function take(pool: Free[], taker: Stretch, units: number): readonly Stretch[] {
  const givers: Stretch[] = [];
  let left = units;
  let used = 0;
  const end = firstAfter(pool, taker.from);
  for (let at = 0; at < end && left > 0; at++) {
    const free = pool[at]!;
    const part = Math.min(left, free.units);
    if (free.giver !== undefined) givers.push(free.giver);
    left -= part;
    free.units -= part;
    if (free.units === 0) used++;
  }
  pool.splice(0, used);
  if (units > left) pool.splice(firstAfter(pool, taker.to), 0, { at: taker.to, giver: taker, units: units - left });
  return givers;
}

function firstAfter(pool: readonly Free[], instant: number): number {
  let at = pool.length;
  while (at > 0 && pool[at - 1]!.at > instant) at--;
  return at;
}

/** From the giver's finish; of one who works on the own calendar beside others, from the start by the own work. */
function linkOf({ net, claims }: LevellingProblem, giver: Stretch, taker: Stretch, resource: number): NetworkLink {
  const calendar = claims.own[giver.claim]!;
  const byOwnWork = calendar >= 0;
  return {
    from: net.task[giver.node]!,
    to: net.task[taker.node]!,
    type: byOwnWork ? 'SS' : 'FS',
    lag: byOwnWork ? toMinutes(net.duration[giver.node]!) : undefined,
    lagCalendar: byOwnWork ? calendar : undefined,
    resource,
  };
}
