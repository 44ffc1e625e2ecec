import assert from 'node:assert/strict';
import { compute, day, STANDARD } from './plan';

describe('schedule: impossible plans', () => {
  it('leaves a circle and what waits for it without dates, and nothing else', () => {
    const { dates, plan, index } = compute({
      A: { hours: 8, after: ['C'] },
      B: { hours: 8, after: ['A'] },
      C: { hours: 8, after: ['B'] },
      waits: { hours: 8, after: ['B'] },
      typed: { hours: 8, after: ['B'], fixedStart: '2026-01-07T08:00' },
      after: { hours: 8, after: ['typed'] },
      before: { hours: 8 },
      D: { hours: 8, after: ['before'] },
    });
    for (const name of ['A', 'B', 'C', 'waits']) assert.equal(dates(name), 'none', name);
    assert.equal(dates('after'), '01-08 08:00 – 01-08 17:00');
    assert.equal(dates('D'), '01-06 08:00 – 01-06 17:00');
    assert.deepEqual(plan.problems, [
      { kind: 'cycle', members: [index('A'), index('B'), index('C')], path: [index('A'), index('B'), index('C')] },
    ]);
  });

  it('finds circles of one, and through phases', () => {
    const { plan, index, dates } = compute({
      self: { hours: 8, after: ['self'] },
      P: { phase: true },
      inner: { hours: 8, in: 'P', after: ['P'] },
      other: { hours: 8, in: 'P' },
      Q: { phase: true },
      X: { hours: 8, in: 'Q', after: ['Y'] },
      Y: { hours: 8, after: ['Q'] },
    });
    assert.deepEqual(
      plan.problems.map((problem) => problem.kind === 'cycle' && problem.path),
      [[index('self')], [index('P'), index('inner')], [index('Q'), index('Y'), index('X')]],
    );
    assert.equal(dates('other'), '01-05 08:00 – 01-05 17:00');
    assert.equal(dates('P'), '01-05 08:00 – 01-05 17:00');
  });

  it('reports a calendar without working time once, and dates the rest', () => {
    const { dates, plan, index } = compute(
      {
        A: { hours: 8, calendar: 1 },
        B: { hours: 8, after: ['A'] },
        M: { calendar: 1 },
        C: { hours: 8 },
        D: { hours: 16, calendar: 2 },
        fixed: { hours: 8, calendar: 1, fixedFinish: '2026-01-07T17:00' },
      },
      {
        calendars: [STANDARD, {}, { ...STANDARD, exceptions: [{ from: day('2026-01-06'), to: Infinity, hours: [] }] }],
      },
    );
    assert.deepEqual(['A', 'B', 'M', 'D', 'fixed'].map(dates), ['none', 'none', 'none', 'none', 'none']);
    assert.equal(dates('C'), '01-05 08:00 – 01-05 17:00');
    assert.deepEqual(
      plan.problems.map((problem) => [problem.kind, 'task' in problem ? problem.task : undefined]),
      ['A', 'M', 'D', 'fixed'].map((name) => ['no-working-time', index(name)]),
    );
  });

  it('counts a negative duration as nothing', () => {
    const { dates, plan } = compute({ A: { hours: -8 }, B: { hours: Number.NaN } });
    assert.equal(dates('A'), '01-05 08:00 – 01-05 08:00');
    assert.deepEqual(plan.problems, [
      { kind: 'invalid-duration', task: 0 },
      { kind: 'invalid-duration', task: 1 },
    ]);
  });

  it('dates ten thousand years at once, and gives up beyond the calendar', () => {
    const { plan, dates } = compute({
      A: { hours: 8 * 260 * 10_000 },
      B: { hours: 8, after: ['A'] },
      C: { hours: 1e12 },
      D: { hours: 1e300, elapsed: true },
    });
    assert.notEqual(dates('B'), 'none');
    assert.equal(dates('C'), 'none');
    assert.deepEqual(
      plan.problems.map(({ kind }) => kind),
      ['beyond-calendar', 'beyond-calendar'],
    );
  });

  it('survives a plan without tasks', () => {
    const { plan } = compute({});
    assert.equal(plan.projectFinish, plan.projectStart);
  });
});
