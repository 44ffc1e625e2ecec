import assert from 'node:assert/strict';
import { dayOf, formatDay } from '../../../server/src/kinds/time';
import { reasonChain, reasonOf } from '../../../server/src/schedule/network/why';
import type { PassedDays, Reason } from '../../../server/src/schedule/network/why';
import { compute, holiday, minute, STANDARD } from './plan';
import type { Computed } from './plan';

const reason = ({ plan, index }: Computed, name: string): Reason => reasonOf(plan, index(name))!;

const days = (passed: readonly PassedDays[]): string[] =>
  passed.map(
    ({ from, to, exception }) =>
      `${formatDay(from).slice(5)}..${formatDay(to).slice(5)} ${exception?.exception ?? 'week'}`,
  );

describe('schedule: why', () => {
  it('names the predecessor, its lag and the holiday passed over', () => {
    const qingming = { ...STANDARD, exceptions: [holiday('2026-01-01'), holiday('2026-04-04', '2026-04-06')] };
    const plan = compute(
      { 'T-1': { hours: 8, startNoEarlier: '2026-04-02T08:00' }, 'T-2': { hours: 8, after: ['T-1 FS 8h'] } },
      { calendars: [qingming] },
    );
    const { kind, link, passed, start } = reason(plan, 'T-2');
    assert.equal(formatDay(dayOf(start)), '2026-04-07');
    assert.equal(kind, 'link');
    assert.deepEqual(link, {
      link: 0,
      from: 0,
      type: 'FS',
      lag: 480,
      lagUnit: 'working',
      at: minute('2026-04-02T17:00'),
      afterLag: minute('2026-04-03T17:00'),
      resource: undefined,
    });
    assert.deepEqual(days(passed), ['04-04..04-06 1']);
  });

  it('tells holidays and weekends apart, and what lies within a task', () => {
    const plan = compute(
      { A: { hours: 40 }, B: { hours: 16, after: ['A'] } },
      { calendars: [{ ...STANDARD, exceptions: [holiday('2026-01-07'), holiday('2026-01-13')] }] },
    );
    assert.deepEqual(days(reason(plan, 'A').within), ['01-07..01-07 0']);
    assert.deepEqual(days(reason(plan, 'B').passed), ['01-13..01-13 1']);
    assert.equal(reason(plan, 'A').kind, 'project-start');
  });

  it('names dates typed by hand, also those of the phase around', () => {
    const plan = compute({
      P: { phase: true, startNoEarlier: '2026-01-10T08:00' },
      A: { hours: 8, in: 'P' },
      B: { hours: 8, mustFinish: '2026-01-08T17:00' },
      C: { hours: 8, fixedStart: '2026-01-08T08:00' },
      D: { hours: 8, late: true },
    });
    assert.deepEqual([reason(plan, 'A').kind, reason(plan, 'A').item], ['start-no-earlier', plan.index('P')]);
    assert.equal(reason(plan, 'A').bound, minute('2026-01-10T08:00'));
    assert.deepEqual(days(reason(plan, 'A').passed), ['01-10..01-11 week']);
    assert.equal(reason(plan, 'B').kind, 'must-finish');
    assert.equal(reason(plan, 'C').bound, minute('2026-01-08T08:00'));
    assert.equal(reason(plan, 'D').kind, 'as-late-as-possible');
    assert.equal(reasonOf(plan.plan, plan.index('P')), undefined);
  });

  it('follows the chain of predecessors, through phases', () => {
    const plan = compute({
      first: { hours: 8 },
      P: { phase: true, after: ['first'] },
      short: { hours: 8, in: 'P' },
      long: { hours: 24, in: 'P' },
      last: { hours: 8, after: ['P', 'first FS 8h'] },
    });
    const chain = reasonChain(plan.plan, plan.index('last'));
    assert.deepEqual(
      chain.map(({ task, kind, link }) => [task, kind, link?.from]),
      [
        [plan.index('last'), 'link', plan.index('P')],
        [plan.index('long'), 'link', plan.index('first')],
        [plan.index('first'), 'project-start', undefined],
      ],
    );
    assert.equal(chain[1]!.item, plan.index('P'));
  });

  it('has nothing to say about tasks without dates', () => {
    const plan = compute({ A: { hours: 8, after: ['A'] } });
    assert.equal(reasonOf(plan.plan, 0), undefined);
    assert.deepEqual(reasonChain(plan.plan, 0), []);
  });
});
