import assert from 'node:assert/strict';
import { criticalPathTo } from '../../../server/src/schedule/analysis/criticalPathTo';
import { rollUpWork } from '../../../server/src/schedule/analysis/rollUpWork';
import { shortestShortening } from '../../../server/src/schedule/analysis/shorten';
import type { ModelSchedule } from '../../../server/src/schedule/fromModel';
import { parseMinute } from '../../../server/src/kinds/time';
import { fixture } from '../../support/world';

const PROJECT = 'project p "P" { period: 2026-01-05..2026-06-30, currency: EUR }\n'; // 2026-01-05 is a Monday

const scheduleOf = (plan: string, project = PROJECT): ModelSchedule => fixture(`${project}${plan}`).world.schedule;

const taskId = ({ scheduled }: ModelSchedule, task: number): string => scheduled[task]!.id!;
const taskOf = ({ scheduled }: ModelSchedule, id: string): number => scheduled.findIndex((item) => item.id === id);

describe('critical path to a milestone', () => {
  const PLAN = `
    phase P "p" {
      after: T-0
      task T-1 "a" { duration: 3d }
      task T-2 "b" { duration: 2d }
    }
    task T-0 "first" { duration: 1d }
    task T-3 "late" { duration: 1d, after: T-0, schedule: late }
    milestone M-1 "pilot" { after: P, T-3 }
    task T-4 "long" { duration: 30d }
    milestone M-2 "end" { after: T-4, due: 2026-01-16 }
  `;
  const path = (id: string): string[] => {
    const schedule = scheduleOf(PLAN);
    return criticalPathTo(schedule.plan, taskOf(schedule, id)).map(
      ({ task, slack, critical }) => `${taskId(schedule, task)}${critical ? '*' : ''} ${slack / 60}`,
    );
  };

  it('has the slack towards it, whatever is critical to the project', () => {
    const { items } = scheduleOf(PLAN);
    assert.deepEqual(
      items()
        .filter(({ critical }) => critical)
        .map(({ item }) => item.id),
      ['T-3', 'M-1', 'T-4', 'M-2'],
    );
    assert.deepEqual(path('M-2'), ['T-4* 0', 'M-2* 0']);
  });

  it('leads through phases', () => assert.deepEqual(criticalPathToIds('M-1'), ['T-0*', 'T-2', 'T-1*', 'M-1*']));

  function criticalPathToIds(id: string): string[] {
    const plan = PLAN.replace(', schedule: late', '');
    const schedule = scheduleOf(plan);
    return criticalPathTo(schedule.plan, taskOf(schedule, id)).flatMap(({ task, critical }) =>
      taskId(schedule, task) === 'T-3' ? [] : `${taskId(schedule, task)}${critical ? '*' : ''}`,
    );
  }
});

describe('what to shorten', () => {
  const shorten = (plan: string, id: string, until: string): string[] | undefined => {
    const schedule = scheduleOf(plan);
    return shortestShortening(schedule.plan, taskOf(schedule, id), parseMinute(until)!)?.map(
      ({ task, by }) => `${taskId(schedule, task)} by ${by / 60} h`,
    );
  };

  it('is one task where one is on every path that is too long', () => {
    const plan = `
      task T-1 "a" { duration: 3d }
      task T-2 "b" { duration: 5d, after: T-1 }
      task T-3 "c" { duration: 4d, after: T-1 }
      milestone M-1 "m" { after: T-2, T-3 }
    `;
    assert.deepEqual(shorten(plan, 'M-1', '2026-01-13T17:00'), ['T-2 by 8 h']);
    assert.deepEqual(shorten(plan, 'M-1', '2026-01-12T12:00'), ['T-1 by 20 h']);
    assert.deepEqual(shorten(plan, 'M-1', '2026-01-14T17:00'), []);
  });

  it('is several tasks where paths have none in common', () => {
    const plan = `
      task T-1 "a" { duration: 5d }
      task T-2 "b" { duration: 6d }
      milestone M-1 "m" { after: T-1, T-2 }
    `;
    assert.deepEqual(shorten(plan, 'M-1', '2026-01-08T17:00'), ['T-2 by 16 h', 'T-1 by 8 h']);
  });

  it('is nothing where no work is the cause', () => {
    const plan = `
      task T-1 "a" { duration: 1d, start: >= 2026-02-02 }
      milestone M-1 "m" { after: T-1 }
      task T-2 "circle" { duration: 1d, after: T-2 }
    `;
    assert.equal(shorten(plan, 'M-1', '2026-01-30T17:00'), undefined);
    assert.equal(shorten(plan, 'T-2', '2026-01-30T17:00'), undefined);
  });

  it('gives up in time on plans with very many paths', () => {
    const width = 40;
    const layers = Array.from({ length: 30 }, (_, layer) =>
      Array.from({ length: width }, (__, k) => {
        const after = layer === 0 ? '' : `, after: L-${layer - 1}`;
        return `task T-${layer}-${k} "t" { duration: 1d${after} }`;
      }).concat(
        `milestone L-${layer} "l" { after: ${Array.from({ length: width }, (__, k) => `T-${layer}-${k}`).join(', ')} }`,
      ),
    );
    assert.equal(shorten(layers.flat().join('\n'), 'L-29', '2026-01-06T17:00'), undefined);
  });
});

describe('totals of work', () => {
  it('roll up effort, progress by duration, and costs by currency', () => {
    const schedule = scheduleOf(`
      team core "Core" { person lin "Lin" { rate: 800 USD/d } person wang "Wang" { rate: 100/h } }
      phase P "p" {
        task T-1 "a" { effort: 4d, assign: lin, cost: 1000 CNY, progress: 50% }
        phase Q "q" {
          task T-2 "b" { duration: 2d, assign: core, status: done }
          milestone M-1 "m" { after: T-2, progress: 100% }
        }
        phase R "milestones" { milestone M-2 "m" { progress: 100% } milestone M-3 "m" { } }
        phase E "empty" { }
      }
    `);
    const totals = rollUpWork(schedule);
    const of = (id: string): unknown[] => {
      const { effort, remaining, progress, costs } = totals[taskOf(schedule, id)]!;
      return [effort / 480, remaining / 480, progress, Object.fromEntries(costs)];
    };
    assert.deepEqual(of('T-1'), [4, 2, 0.5, { CNY: 1000, USD: 3200 }]);
    assert.deepEqual(of('T-2'), [4, 0, 1, { USD: 1600, EUR: 1600 }]);
    assert.deepEqual(of('Q'), [4, 0, 1, { USD: 1600, EUR: 1600 }]);
    assert.deepEqual(of('R'), [0, 0, 0.5, {}]);
    assert.deepEqual(of('E'), [0, 0, undefined, {}]);
    assert.deepEqual(of('P'), [8, 2, 4 / 6, { EUR: 1600, CNY: 1000, USD: 4800 }]);
  });
});
