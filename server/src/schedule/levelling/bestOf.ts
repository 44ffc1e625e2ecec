import { gateCap } from '../network/forward';
import { GATE } from '../network/gates';
import { toTicks } from '../calendar/ticks';
import { justify } from './justify';
import { classesOf, orderBy, RULES } from './order';
import type { Classes } from './order';
import type { LevellingProblem } from './problem';
import { newLevelling, serialPass } from './serial';
import type { Levelling } from './serial';

/** Dates by node, in ticks. */
export interface LevelledDates {
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

/** Nodes that all passes together may place: what a plan of 10,000 tasks can pay for at a keystroke. */
const PLACES = 30_000;

/** Passes of a small plan. */
const MOST_PASSES = 40;

/** Justifications of one schedule; more of them hardly ever help. */
const MOST_ROUNDS = 3;

/**
 * The best of several serial schedules: least time late against deadlines, then least finish of the project, then least
 * sum of finishes. One schedule for each priority rule, each improved by justification as long as that helps. How many are tried
 * depends on the size of the plan alone, so that the same plan always has the same dates.
 */
export function bestOf(problem: LevellingProblem): LevelledDates {
  const search = newSearch(problem);
  for (const rule of RULES) {
    if (search.left <= 0) break;
    let mark = attempt(search, orderBy(problem, search.classes, rule(problem)));
    for (let round = 0; round < MOST_ROUNDS && search.left >= 2; round++) {
      const before = mark;
      mark = attempt(search, justifiedOrder(search));
      if (!isLess(mark, before)) break;
    }
  }
  return search.best!;
}

/** What is minimized, the first of them first. */
type Mark = readonly [late: number, finish: number, sum: number];

interface Search {
  readonly levelling: Levelling;
  readonly classes: Classes;
  /** Instant by which a node has to finish; Infinity if at any time. */
  readonly due: Float64Array;
  /** Passes that may still be made. */
  left: number;
  mark: Mark;
  best: LevelledDates | undefined;
}

function newSearch(problem: LevellingProblem): Search {
  const { net } = problem;
  const due = Float64Array.from({ length: net.size }, (_, p) =>
    net.kind[p]! >= GATE ? gateCap(net, p) : toTicks(net.spec.tasks[net.task[p]!]!.deadline ?? Infinity),
  );
  return {
    levelling: newLevelling(problem),
    classes: classesOf(problem),
    due,
    left: Math.max(2, Math.min(MOST_PASSES, Math.floor(PLACES / Math.max(1, net.size)))),
    mark: [Infinity, Infinity, Infinity],
    best: undefined,
  };
}

/** Makes a schedule and keeps it if it is the best so far; tells how good it is. */
function attempt(search: Search, order: Int32Array): Mark {
  const { levelling } = search;
  serialPass(levelling, order);
  search.left--;
  const mark = markOf(search);
  if (search.best === undefined || isLess(mark, search.mark)) {
    search.mark = mark;
    search.best = { start: levelling.passes.earlyStart.slice(), finish: levelling.passes.earlyFinish.slice() };
  }
  return mark;
}

/** The order of the starts after the last schedule has been justified to the right. */
function justifiedOrder(search: Search): Int32Array {
  const { levelling, classes } = search;
  const { problem, passes } = levelling;
  const lastFirst = passes.earlyFinish.map((finish) => -finish);
  const none = new Float64Array(problem.net.size);
  justify(levelling, orderBy(problem, { level: none, own: none, rank: classes.rank }, lastFirst));
  search.left--;
  return orderBy(problem, classes, passes.lateStart);
}

function markOf({ levelling, due }: Search): Mark {
  const { net } = levelling.problem;
  const { earlyFinish } = levelling.passes;
  let late = 0;
  let last = -Infinity;
  let sum = 0;
  for (let p = 0; p < net.size; p++) {
    const finish = earlyFinish[p]!;
    if (!Number.isFinite(finish)) continue;
    if (finish > due[p]!) late += finish - due[p]!;
    if (net.kind[p]! >= GATE) continue;
    if (finish > last) last = finish;
    sum += finish;
  }
  levelling.passes.projectFinish = last === -Infinity ? levelling.passes.projectStart : last;
  return [late, last, sum];
}

const isLess = (a: Mark, b: Mark): boolean =>
  a[0] < b[0] || (a[0] === b[0] && (a[1] < b[1] || (a[1] === b[1] && a[2] < b[2])));
