import type { Tick } from '../calendar/ticks';
import type { LevellingProblem } from './problem';
import { Profile } from './profile';

/**
 * Who is taken when. A resource is taken in its own working time, from the task's start to its finish; work that lies
 * wholly outside of that time is kept apart, by the clock, so that nobody does two things in one night either.
 */
export interface Occupancy {
  readonly clear: () => void;
  /** Books the resources of a node that stands there. */
  readonly add: (node: number, start: Tick, finish: Tick) => void;
  /** The next instant at which one who is taken meanwhile is free; −Infinity if all have room for the node. */
  readonly freeFrom: (node: number, start: Tick, finish: Tick) => Tick;
  /** The last instant before one who is taken meanwhile is so; Infinity if all have room for the node. */
  readonly freeUntil: (node: number, start: Tick, finish: Tick) => Tick;
}

/** Working time that a claim takes of its resource: [from, to), on the resource's own clock or, outside of it, by the clock. */
export interface Taken {
  from: number;
  to: number;
  outside: boolean;
}

/** The instant at which a claim of a node ends: with the task, or with the own work beside others. */
export function claimEnd(
  { net, claims }: LevellingProblem,
  claim: number,
  node: number,
  start: Tick,
  finish: Tick,
): Tick {
  const own = net.calendars[claims.own[claim]!];
  return own ? own.finishAt(own.worked(start) + net.duration[node]!) : finish;
}

/** What a claim takes from one instant to another; written into `taken`. */
export function takes({ claims, clocks }: LevellingProblem, claim: number, start: Tick, end: Tick, taken: Taken): void {
  const clock = clocks[claims.resource[claim]!]!;
  taken.from = clock.worked(start);
  taken.to = clock.worked(end);
  taken.outside = !(taken.from < taken.to);
  if (!taken.outside) return;
  taken.from = start;
  taken.to = end;
}

/** Nobody is taken yet. */
export function occupancyOf(problem: LevellingProblem): Occupancy {
  const { claims, clocks, capacity } = problem;
  const within = clocks.map(() => new Profile());
  const outside = clocks.map(() => new Profile());
  const taken: Taken = { from: 0, to: 0, outside: false };
  const profileOf = (resource: number): Profile => (taken.outside ? outside : within)[resource]!;
  return {
    clear: () => {
      for (const profile of within) profile.clear();
      for (const profile of outside) profile.clear();
    },
    add: (node, start, finish) => {
      if (!(start < finish && finish < Infinity)) return;
      for (let c = claims.start[node]!; c < claims.start[node + 1]!; c++) {
        takes(problem, c, start, claimEnd(problem, c, node, start, finish), taken);
        profileOf(claims.resource[c]!).add(taken.from, taken.to, claims.units[c]!);
      }
    },
    freeFrom: (node, start, finish) => {
      let free = -Infinity;
      for (let c = claims.start[node]!; c < claims.start[node + 1]!; c++) {
        takes(problem, c, start, claimEnd(problem, c, node, start, finish), taken);
        const resource = claims.resource[c]!;
        const until = profileOf(resource).busyUntil(taken.from, taken.to, capacity[resource]! - claims.units[c]!);
        if (until === -Infinity) continue;
        free = Math.max(free, taken.outside ? until : clocks[resource]!.finishAt(until));
      }
      return free;
    },
    freeUntil: (node, start, finish) => {
      let free = Infinity;
      for (let c = claims.start[node]!; c < claims.start[node + 1]!; c++) {
        takes(problem, c, start, claimEnd(problem, c, node, start, finish), taken);
        const resource = claims.resource[c]!;
        const from = profileOf(resource).busyFrom(taken.from, taken.to, capacity[resource]! - claims.units[c]!);
        if (from < Infinity) free = Math.min(free, taken.outside ? from : clocks[resource]!.startAt(from));
      }
      return free;
    },
  };
}
