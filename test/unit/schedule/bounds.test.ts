import assert from 'node:assert/strict';
import { compute } from './plan';

describe('schedule: bounds', () => {
  it('start no earlier and finish no earlier move a task', () => {
    const { dates } = compute({
      A: { hours: 8, startNoEarlier: '2026-01-10T08:00' },
      B: { hours: 8, finishNoEarlier: '2026-01-08T12:00' },
    });
    assert.equal(dates('A'), '01-12 08:00 – 01-12 17:00');
    assert.equal(dates('B'), '01-07 13:00 – 01-08 12:00');
  });

  it('a deadline moves nothing and leaves negative slack up the chain', () => {
    const { dates, slack, critical } = compute({
      A: { hours: 16 },
      B: { hours: 8, after: ['A'], deadline: '2026-01-06T17:00' },
      C: { hours: 40 },
    });
    assert.equal(dates('B'), '01-07 08:00 – 01-07 17:00');
    assert.deepEqual(slack('B'), [-8, 16]);
    assert.deepEqual(slack('A'), [-8, 0]);
    assert.equal(critical(), 'A B C');
  });

  it('must finish on overrides links and leaves negative slack', () => {
    const { dates, slack, plan } = compute({
      A: { hours: 16 },
      B: { hours: 8, after: ['A'], mustFinish: '2026-01-06T17:00' },
    });
    assert.equal(dates('B'), '01-06 08:00 – 01-06 17:00');
    assert.deepEqual(slack('A'), [-8, 0]);
    assert.equal(slack('B')[0], 0);
    assert.deepEqual(
      plan.problems.map(({ kind }) => kind),
      ['contradiction'],
    );
  });

  it('must start on holds a task where it could be earlier', () => {
    const { dates, slack, plan } = compute({
      A: { hours: 8, mustStart: '2026-01-07T08:00' },
      B: { hours: 8, after: ['A'], deadline: '2026-01-07T17:00' },
      C: { hours: 80 },
    });
    assert.equal(dates('A'), '01-07 08:00 – 01-07 17:00');
    assert.equal(slack('A')[0], -8);
    assert.equal(slack('C')[0], 0);
    assert.deepEqual(plan.problems, []);
  });

  it('no later than binds only where links would go beyond it', () => {
    const { dates, slack } = compute({
      A: { hours: 16 },
      early: { hours: 8, startNoLater: '2026-01-20T08:00' },
      S: { hours: 8, after: ['A'], startNoLater: '2026-01-06T08:00' },
      F: { hours: 8, after: ['A'], finishNoLater: '2026-01-06T12:00' },
    });
    assert.equal(dates('early'), '01-05 08:00 – 01-05 17:00');
    assert.equal(dates('S'), '01-06 08:00 – 01-06 17:00');
    assert.equal(dates('F'), '01-05 13:00 – 01-06 12:00');
    assert.equal(slack('A')[0], -12);
  });

  it('a typed date stands whatever the links say, and its late dates stay free', () => {
    const { dates, late, plan, index } = compute({
      A: { hours: 16 },
      B: { hours: 8, after: ['A'], fixedStart: '2026-01-06T08:00' },
      C: { hours: 40 },
      D: { hours: 8, after: ['B'] },
      weekend: { hours: 8, fixedStart: '2026-01-10T10:00' },
    });
    assert.equal(dates('B'), '01-06 08:00 – 01-06 17:00');
    assert.equal(late('B'), '01-09 08:00 – 01-09 17:00');
    assert.equal(dates('D'), '01-07 08:00 – 01-07 17:00');
    assert.equal(dates('weekend'), '01-10 10:00 – 01-12 17:00');
    assert.deepEqual(plan.problems, [
      {
        kind: 'contradiction',
        task: index('B'),
        bound: 'fixed-start',
        start: plan.start[index('B')],
        demanded: plan.finish[index('A')]! + 15 * 60,
        link: 0,
      },
    ]);
  });

  it('both dates typed make the duration', () => {
    const { dates, slack } = compute({
      A: { hours: 8, fixedStart: '2026-01-06T08:00', fixedFinish: '2026-01-07T17:00' },
      B: { hours: 40 },
      F: { hours: 8, fixedFinish: '2026-01-07T12:00' },
    });
    assert.equal(dates('A'), '01-06 08:00 – 01-07 17:00');
    assert.deepEqual(slack('A'), [16, 16]);
    assert.equal(dates('F'), '01-06 13:00 – 01-07 12:00');
  });

  it('as late as possible takes the late dates and has no slack', () => {
    const { dates, slack } = compute({
      A: { hours: 8, late: true },
      B: { hours: 8, after: ['A'] },
      C: { hours: 40 },
      D: { hours: 8, late: true, deadline: '2026-01-07T17:00' },
    });
    assert.equal(dates('A'), '01-08 08:00 – 01-08 17:00');
    assert.equal(dates('B'), '01-09 08:00 – 01-09 17:00');
    assert.deepEqual(slack('A'), [0, 0]);
    assert.equal(dates('D'), '01-07 08:00 – 01-07 17:00');
    assert.equal(slack('D')[0], 0);
  });
});

describe('schedule: progress', () => {
  it('done work stays where it was and is never critical', () => {
    const { dates, slack, critical } = compute({
      A: { hours: 8, progress: 1, actualStart: '2026-01-06T08:00', actualFinish: '2026-01-08T12:00' },
      B: { hours: 8, after: ['A'] },
    });
    assert.equal(dates('A'), '01-06 08:00 – 01-08 12:00');
    assert.equal(dates('B'), '01-08 13:00 – 01-09 12:00');
    assert.deepEqual(slack('A'), [0, 0]);
    assert.equal(critical(), 'B');
  });

  it('what has begun goes on after the status date', () => {
    const { dates, slack } = compute(
      { A: { hours: 16, progress: 0.25, actualStart: '2026-01-05T08:00' }, B: { hours: 40, progress: 0.5 } },
      { statusDate: '2026-01-07T00:00' },
    );
    assert.equal(dates('A'), '01-05 08:00 – 01-08 12:00');
    assert.equal(dates('B'), '01-05 08:00 – 01-09 17:00');
    assert.equal(slack('A')[0], 12);
  });

  it('what has not begun starts after the status date; typed dates stand', () => {
    const { dates, plan, index } = compute(
      {
        A: { hours: 8 },
        B: { hours: 8, progress: 1 },
        C: { hours: 8, fixedStart: '2026-01-05T08:00' },
        M: {},
        D: { hours: 8, finishNoEarlier: '2026-01-05T17:00' },
      },
      { statusDate: '2026-01-07T00:00' },
    );
    assert.equal(dates('A'), '01-07 08:00 – 01-07 17:00');
    assert.equal(plan.driver[index('A')], 2);
    assert.equal(dates('B'), '01-05 08:00 – 01-05 17:00');
    assert.equal(dates('C'), '01-05 08:00 – 01-05 17:00');
    assert.equal(dates('M'), '01-07 08:00 – 01-07 08:00');
    assert.equal(dates('D'), '01-07 08:00 – 01-07 17:00');
  });
});
