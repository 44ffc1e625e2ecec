import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { compileNetwork } from '../../../server/src/schedule/network/compile';
import type { NetworkSpec } from '../../../server/src/schedule/network/network';
import { compute, minute, STANDARD } from './plan';

describe('schedule: phases', () => {
  it('hold the dates of what is in them, and are critical if anything in them is', () => {
    const { dates, late, critical, plan, index } = compute({
      P: { phase: true },
      Q: { phase: true, in: 'P' },
      A: { hours: 8, in: 'Q' },
      B: { hours: 24, in: 'P' },
      C: { hours: 8 },
      empty: { phase: true },
    });
    assert.equal(dates('P'), '01-05 08:00 – 01-07 17:00');
    assert.equal(dates('Q'), '01-05 08:00 – 01-05 17:00');
    assert.equal(late('Q'), '01-07 08:00 – 01-07 17:00');
    assert.equal(plan.totalSlack[index('Q')], 960);
    assert.equal(dates('empty'), 'none');
    assert.equal(critical(), 'P B');
  });

  it('a link from a phase waits for the last task in it, a link to it holds for each', () => {
    const { dates, slack } = compute({
      P: { phase: true },
      A: { hours: 8, in: 'P' },
      B: { hours: 16, in: 'P' },
      Q: { phase: true, after: ['P FS 8h'] },
      C: { hours: 8, in: 'Q' },
      R: { phase: true, in: 'Q' },
      D: { hours: 16, in: 'R' },
    });
    assert.equal(dates('C'), '01-08 08:00 – 01-08 17:00');
    assert.equal(dates('D'), '01-08 08:00 – 01-09 17:00');
    assert.deepEqual(slack('A'), [8, 8]);
    assert.deepEqual(slack('B'), [0, 0]);
    assert.deepEqual(slack('C'), [8, 8]);
  });

  it('links of every type expand to the tasks', () => {
    const { dates } = compute({
      P: { phase: true },
      A: { hours: 8, in: 'P' },
      B: { hours: 24, in: 'P', after: ['A'] },
      ss: { hours: 8, after: ['P SS'] },
      ff: { hours: 8, after: ['P FF'] },
      Q: { phase: true, after: ['B FF'] },
      C: { hours: 8, in: 'Q' },
      percent: { hours: 8, after: ['P FS 50%'] },
    });
    assert.equal(dates('ss'), '01-06 08:00 – 01-06 17:00');
    assert.equal(dates('ff'), '01-08 08:00 – 01-08 17:00');
    assert.equal(dates('C'), '01-08 08:00 – 01-08 17:00');
    assert.equal(dates('percent'), '01-12 13:00 – 01-13 12:00');
  });

  it('bounds and deadlines of a phase hold for everything in it', () => {
    const { dates, slack } = compute({
      P: { phase: true, startNoEarlier: '2026-01-07T08:00', deadline: '2026-01-08T12:00' },
      Q: { phase: true, in: 'P' },
      A: { hours: 16, in: 'Q' },
      B: { hours: 40 },
    });
    assert.equal(dates('A'), '01-07 08:00 – 01-08 17:00');
    assert.equal(slack('A')[0], -4);
    assert.equal(slack('B')[0], 0);
  });

  it('joins phases of n and m tasks with n + m edges', () => {
    const size = 20_000;
    const inside = (parent: number): NetworkSpec['tasks'] =>
      Array.from({ length: size }, () => ({ duration: 480, calendar: 0, parent }));
    const before = performance.now();
    const network = compileNetwork({
      start: minute('2026-01-05T08:00'),
      calendars: [STANDARD],
      calendar: 0,
      tasks: [{ duration: 0, calendar: 0 }, { duration: 0, calendar: 0 }, ...inside(0), ...inside(1)],
      links: [{ from: 0, to: 1, type: 'FS' }],
    });
    assert.equal(network.predStart.at(-1), 2 * size + 1);
    assert.ok(performance.now() - before < 5000);
  });
});
