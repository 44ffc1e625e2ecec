import assert from 'node:assert/strict';
import { level } from '../../../server/src/schedule/levelling/level';
import { overloaded, planOf, readBestKnown, readSm, type ResourceProject } from '../../support/psplib';

/** Six jobs between a source and a sink, in the form of PSPLIB. */
const SIX_JOBS = `************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          3           2   3   4
   2        1          1           5
   3        1          2           6   7
   4        1          1           7
   5        1          1           8
   6        1          1           8
   7        1          1           8
   8        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     4       2    0
  3      1     3       3    1
  4      1     2       2    0
  5      1     5       2    2
  6      1     2       1    1
  7      1     4       3    0
  8      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
   4    2
************************************************************************
`;

/** The least makespan of all orders: each job as early as predecessors and resources allow, in every order that there is. */
function shortest({ jobs, capacity }: ResourceProject): number {
  const before = jobs.map((_, at) => [...jobs.keys()].filter((other) => jobs[other]!.successors.includes(at)));
  let best = Infinity;
  const extend = (start: readonly (number | undefined)[]): void => {
    const ready = [...jobs.keys()].filter(
      (at) => start[at] === undefined && before[at]!.every((p) => start[p] !== undefined),
    );
    if (ready.length === 0) best = Math.min(best, Math.max(...start.map((from, at) => from! + jobs[at]!.duration)));
    for (const at of ready) {
      let from = Math.max(0, ...before[at]!.map((p) => start[p]! + jobs[p]!.duration));
      while (!hasRoom({ jobs, capacity }, start, at, from)) from++;
      extend(start.map((known, other) => (other === at ? from : known)));
    }
  };
  extend(jobs.map(() => undefined));
  return best;
}

function hasRoom(project: ResourceProject, start: readonly (number | undefined)[], at: number, from: number): boolean {
  const placed = start.map((known, other) => (other === at ? from : (known ?? Infinity)));
  return !overloaded(project, placed, from + project.jobs[at]!.duration);
}

describe('levelling of projects in the form of PSPLIB', () => {
  it('keeps to what there is, and finds the shortest of all orders', () => {
    const project = readSm(SIX_JOBS);
    const { spec, input } = planOf(project);
    const plan = level(spec, input);
    assert.equal(plan.projectFinish, shortest(project));
    assert.equal(overloaded(project, plan.start, plan.projectFinish), false);
  });

  it('reads best known makespans', () =>
    assert.deepEqual(
      [...readBestKnown('Parameter Instance Makespan CPU\n---------\n 1  1  43  0.11\n 1  2  47  0.06\n')],
      [
        ['1_1', 43],
        ['1_2', 47],
      ],
    ));

  it('refuses what is not of that form', () => assert.throws(() => readSm('project'), /no \.sm file/));
});
