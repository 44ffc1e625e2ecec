import { afterLag, placeOther } from '../network/forward';
import { FROM_START, TO_FINISH } from '../network/edges';
import { PLAIN } from '../network/nodeEdges';
import { newPasses } from '../network/passes';
import type { Passes } from '../network/passes';
import { spanFrom } from '../network/place';
import type { Tick } from '../calendar/ticks';
import { occupancyOf } from './occupancy';
import type { Occupancy } from './occupancy';
import type { LevellingProblem } from './problem';
import { sequence } from './sequence';

/** Arrays that one pass after the other fills. */
export interface Levelling {
  readonly problem: LevellingProblem;
  /** Early dates of the last forward pass, late dates of the last backward pass. */
  readonly passes: Passes;
  readonly occupied: Occupancy;
}

export const newLevelling = (problem: LevellingProblem): Levelling => ({
  problem,
  passes: newPasses(problem.net),
  occupied: occupancyOf(problem),
});

/**
 * Serial schedule generation (Kelley 1963; Kolisch 1996): one node after the other, in the sequence that `order` gives,
 * each as early as links, bounds, calendar and what is left of its people allow. The schedules it makes are active:
 * nothing could start earlier without moving something placed before it.
 */
export function serialPass(levelling: Levelling, order: Int32Array): void {
  const { problem, passes, occupied } = levelling;
  const { net, base, fixed } = problem;
  const floor = Math.max(passes.projectStart, passes.statusDate);
  passes.problems.length = 0;
  passes.earlyStart.set(base.earlyStart);
  passes.earlyFinish.set(base.earlyFinish);
  passes.lateStart.set(base.lateStart);
  occupied.clear();
  for (let p = 0; p < net.size; p++) if (fixed[p]) occupied.add(p, base.earlyStart[p]!, base.earlyFinish[p]!);
  for (const p of sequence(net, order, 'forward')) {
    if (fixed[p]) continue;
    if (net.kind[p] === PLAIN) placePlain(levelling, p, floor);
    else placeOther(passes, p, floor, true);
    waitForRoom(levelling, p);
  }
}

/** By links and project start, as the forward pass does it. */
function placePlain({ problem, passes }: Levelling, p: number, floor: Tick): void {
  const { net } = problem;
  const { predStart, predNode, edgeType, edgeLag, duration } = net;
  const { earlyStart, earlyFinish } = passes;
  let start = floor;
  let finish = -Infinity;
  for (let e = predStart[p]!; e < predStart[p + 1]!; e++) {
    const type = edgeType[e]!;
    const q = predNode[e]!;
    let at = type & FROM_START ? earlyStart[q]! : earlyFinish[q]!;
    if (edgeLag[e] !== 0) at = afterLag(net, e, at);
    if (type & TO_FINISH) finish = Math.max(finish, at);
    else start = Math.max(start, at);
  }
  const clock = net.calendars[net.calendar[p]!]!;
  const length = duration[p]!;
  let work = clock.worked(start);
  if (finish > -Infinity) work = Math.max(work, clock.worked(finish) - length);
  earlyStart[p] = clock.startAt(work);
  earlyFinish[p] = clock.finishAt(work + length);
}

/** Moves a node on until all its people have room for it, and books them. */
function waitForRoom({ problem, passes, occupied }: Levelling, p: number): void {
  const { claims, works, limit, net } = problem;
  if (claims.start[p] === claims.start[p + 1]) return;
  const first = passes.earlyStart[p]!;
  let start = first;
  let finish = passes.earlyFinish[p]!;
  for (;;) {
    const free = occupied.freeFrom(p, start, finish);
    if (free === -Infinity) break;
    const span = spanFrom(works[p]!, free, net.duration[p]!);
    if (span.start > limit[p]! || !(span.finish < Infinity)) {
      // A constraint beats the levelling: the task stays, and its people have too much to do.
      start = first;
      finish = passes.earlyFinish[p]!;
      break;
    }
    ({ start, finish } = span);
  }
  passes.earlyStart[p] = start;
  passes.earlyFinish[p] = finish;
  occupied.add(p, start, finish);
}
