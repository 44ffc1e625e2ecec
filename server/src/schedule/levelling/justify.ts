import { lateDemand } from '../network/backward';
import { gateCap } from '../network/forward';
import { GATE } from '../network/gates';
import { MOMENT } from '../network/nodeEdges';
import { spanUntil, standUntil } from '../network/place';
import type { Tick } from '../calendar/ticks';
import type { Levelling } from './serial';
import { sequence } from './sequence';

/**
 * Justification to the right (Valls, Ballestín and Quintanilla 2005, "Justification and RCPSP: a technique that pays"):
 * the last to finish first, each node is put as late as links and its people allow before the project's finish. A serial
 * pass in the order of the late starts then is no longer than the one before, and mostly shorter.
 */
export function justify(levelling: Levelling, order: Int32Array): void {
  const { problem, passes, occupied } = levelling;
  const { net, fixed } = problem;
  occupied.clear();
  for (let p = 0; p < net.size; p++) {
    if (!fixed[p]) continue;
    setLate(levelling, p, passes.earlyStart[p]!, passes.earlyFinish[p]!);
    occupied.add(p, passes.earlyStart[p]!, passes.earlyFinish[p]!);
  }
  for (const p of sequence(net, order, 'backward')) if (!fixed[p]) placeLate(levelling, p);
}

function placeLate(levelling: Levelling, p: number): void {
  const { problem, passes, occupied } = levelling;
  const { net, works, claims } = problem;
  const { finish, start } = lateDemand(passes, p);
  if (net.kind[p]! >= GATE) {
    const at = Math.min(finish, start, gateCap(net, p));
    setLate(levelling, p, at, at);
    return;
  }
  if (net.kind[p] === MOMENT) {
    const at = standUntil(works[p]![0]!, Math.min(finish, start, passes.projectFinish));
    setLate(levelling, p, at, at);
    return;
  }
  let { start: from, finish: to } = lateSpan(levelling, p, Math.min(finish, passes.projectFinish), start);
  while (claims.start[p] !== claims.start[p + 1]) {
    const free = occupied.freeUntil(p, from, to);
    if (free === Infinity) break;
    ({ start: from, finish: to } = spanUntil(works[p]!, free, net.duration[p]!));
    if (!(from > -Infinity)) break;
  }
  setLate(levelling, p, from, to);
  occupied.add(p, from, to);
}

/** The latest place with a finish and a start no later than these. */
function lateSpan({ problem }: Levelling, p: number, finish: Tick, start: Tick): { start: Tick; finish: Tick } {
  const { net, works } = problem;
  const clocks = works[p]!;
  const duration = net.duration[p]!;
  if (start === Infinity) return spanUntil(clocks, finish, duration);
  let last = finish;
  for (const clock of clocks) last = Math.min(last, clock.finishAt(clock.worked(start) + duration));
  return spanUntil(clocks, last, duration);
}

function setLate({ problem, passes }: Levelling, p: number, start: Tick, finish: Tick): void {
  const { net } = problem;
  passes.lateStart[p] = start;
  passes.lateFinish[p] = finish;
  passes.lateWork[p] = net.kind[p]! >= GATE ? finish : net.calendars[net.calendar[p]!]!.worked(finish);
}
