import type { WorkCalendar } from '../calendar/calendar';
import type { Network } from '../network/compile';
import { criticalPath } from '../network/criticalPath';
import { GATE } from '../network/gates';
import type { Passes } from '../network/passes';
import { calendarsOf, spanFrom, spanUntil } from '../network/place';
import { isStarted } from '../network/special';
import { toTicks } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';
import type { LevellingInput, Use } from './input';

/** Units of a whole resource: shares are counted in millionths, so that their sums are exact. */
const UNITS = 1_000_000;

/** Claims to resources by node, as flat columns. */
export interface Claims {
  /** Claims of node p: start[p] … start[p + 1] − 1. */
  readonly start: Int32Array;
  readonly resource: Int32Array;
  /** Never more than the capacity: who is asked for more than there is gives all there is. */
  readonly units: Float64Array;
  /** Calendar on which the resource works the task's duration, and may be done before others; −1 if it stays to the end. */
  readonly own: Int32Array;
}

/** A plan to level: the network, its dates without levelling, and who needs whom. */
export interface LevellingProblem {
  readonly net: Network;
  /** The critical path without levelling. */
  readonly base: Passes;
  readonly input: LevellingInput;
  readonly claims: Claims;
  /** Clock and units of each resource. */
  readonly clocks: readonly WorkCalendar[];
  readonly capacity: Float64Array;
  /** Calendars that the work of a node follows. */
  readonly works: readonly (readonly WorkCalendar[])[];
  /** 1 for nodes that levelling leaves where they are: begun, done, dated by hand, or without dates. */
  readonly fixed: Uint8Array;
  /** The latest start that a constraint of the task allows. */
  readonly limit: Float64Array;
}

/** Prepares a network for levelling. */
export function levellingProblem(net: Network, input: LevellingInput): LevellingProblem {
  const base = criticalPath(net);
  const works = Array.from({ length: net.size }, (_, p) => (net.kind[p]! < GATE ? calendarsOf(net, p) : []));
  const fixed = Uint8Array.from({ length: net.size }, (_, p) => (isFixed(base, p) ? 1 : 0));
  const capacity = Float64Array.from(input.resources, (each) => Math.round(Math.max(0, each.capacity) * UNITS));
  return {
    net,
    base,
    input,
    claims: claimsOf(net, input, capacity, fixed),
    clocks: input.resources.map(({ calendar }) => net.calendars[calendar]!),
    capacity,
    works,
    fixed,
    limit: Float64Array.from({ length: net.size }, (_, p) => limitOf(net, p, works[p]!)),
  };
}

function isFixed({ net, earlyStart, earlyFinish }: Passes, p: number): boolean {
  if (net.kind[p]! >= GATE) return false;
  const task = net.spec.tasks[net.task[p]!]!;
  const dated = task.fixedStart ?? task.fixedFinish ?? task.mustStart ?? task.mustFinish;
  const dates = Number.isFinite(earlyStart[p]) && Number.isFinite(earlyFinish[p]);
  return dated !== undefined || isStarted(task) || !dates;
}

function limitOf(net: Network, p: number, works: readonly WorkCalendar[]): Tick {
  if (net.kind[p]! >= GATE) return Infinity;
  const { startNoLater, finishNoLater } = net.spec.tasks[net.task[p]!]!;
  const byStart =
    startNoLater === undefined ? Infinity : spanFrom(works, toTicks(startNoLater), net.duration[p]!).start;
  if (finishNoLater === undefined) return byStart;
  return Math.min(byStart, spanUntil(works, toTicks(finishNoLater), net.duration[p]!).start);
}

function claimsOf(net: Network, { tasks }: LevellingInput, capacity: Float64Array, fixed: Uint8Array): Claims {
  const claims = { resource: [] as number[], units: [] as number[], own: [] as number[] };
  const start = new Int32Array(net.size + 1);
  for (let p = 0; p < net.size; p++) {
    const works = net.kind[p]! < GATE && net.duration[p]! > 0;
    for (const { resource, share, calendar } of works ? merged(tasks[net.task[p]!]!.uses) : []) {
      const units = Math.min(Math.round(share * UNITS), capacity[resource]!);
      if (!(units > 0)) continue;
      claims.resource.push(resource);
      claims.units.push(units);
      claims.own.push(fixed[p] || !worksBesideOthers(net, p, calendar) ? -1 : calendar!);
    }
    start[p + 1] = claims.resource.length;
  }
  return {
    start,
    resource: Int32Array.from(claims.resource),
    units: Float64Array.from(claims.units),
    own: Int32Array.from(claims.own),
  };
}

/** Several claims of one task to one resource are one. */
function merged(uses: readonly Use[]): readonly Use[] {
  if (uses.length < 2) return uses;
  const byResource = new Map<number, Use>();
  for (const use of uses) {
    const known = byResource.get(use.resource);
    byResource.set(use.resource, known ? { ...known, share: known.share + use.share } : use);
  }
  return [...byResource.values()];
}

/** Whether several work side by side, this one on a calendar of its own. */
function worksBesideOthers(net: Network, p: number, calendar: number | undefined): boolean {
  const { elapsed, team } = net.spec.tasks[net.task[p]!]!;
  return calendar !== undefined && !elapsed && team !== undefined && team.length > 1 && team.includes(calendar);
}
