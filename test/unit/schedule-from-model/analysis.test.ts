import assert from 'node:assert/strict';
import { bookingsByPerson, type Booking } from '../../../server/src/schedule/analysis/bookings';
import { criticalPathTo } from '../../../server/src/schedule/analysis/criticalPathTo';
import { leaveClashes } from '../../../server/src/schedule/analysis/leave';
import { capacityBefore, loadsOf } from '../../../server/src/schedule/analysis/loads';
import { overAllocations } from '../../../server/src/schedule/analysis/overAllocation';
import { rollUpWork } from '../../../server/src/schedule/analysis/rollUpWork';
import { shortestShortening } from '../../../server/src/schedule/analysis/shorten';
import { tasksBefore } from '../../../server/src/schedule/analysis/before';
import type { ModelSchedule } from '../../../server/src/schedule/fromModel';
import { formatDay, formatMinute, parseDay, parseMinute } from '../../../server/src/kinds/time';
import { corpusWorld, describeCorpus, namesIn, readCorpus } from '../../support/corpus';
import { fixture } from '../../support/world';

const bookingsOf = (schedule: ModelSchedule): readonly Booking[] => [...bookingsByPerson(schedule).values()].flat();

const PROJECT = 'project p "P" { period: 2026-01-05..2026-06-30, currency: EUR }\n'; // 2026-01-05 is a Monday

const scheduleOf = (plan: string, project = PROJECT): ModelSchedule => fixture(`${project}${plan}`).world.schedule;

const idOf = ({ model }: ModelSchedule, item: number): string => model.items[item]!.id!;
const taskId = ({ scheduled }: ModelSchedule, task: number): string => scheduled[task]!.id!;
const taskOf = ({ scheduled }: ModelSchedule, id: string): number => scheduled.findIndex((item) => item.id === id);
const at = (minute: number): string => formatMinute(minute).slice(5, 16).replace('T', ' ');

/** "lin 01-05 08:00..01-07 17:00 T-1 T-5 200% of 100%, 24 h over". */
const windows = (schedule: ModelSchedule): string[] =>
  overAllocations(schedule).map(
    ({ person, from, to, tasks, peak, capacity, excess }) =>
      `${idOf(schedule, person)} ${at(from)}..${at(to)} ${tasks.map((task) => taskId(schedule, task)).join(' ')} ` +
      `${Math.round(peak * 100)}% of ${Math.round(capacity * 100)}%, ${Math.round(excess / 6) / 10} h over`,
  );

const clashes = (schedule: ModelSchedule): string[] =>
  leaveClashes(schedule).map(
    ({ task, person, from, to, name, minutes }) =>
      `${taskId(schedule, task)} ${idOf(schedule, person)} ${formatDay(from)}..${formatDay(to)} ${name?.zh ?? '-'} ${minutes / 60} h`,
  );

describe('over-allocation', () => {
  it('is the longest stretch in which the shares add up to more than the capacity', () =>
    assert.deepEqual(
      windows(
        scheduleOf(`
          person lin "Lin" { }
          task T-1 "a" { duration: 7d, assign: lin 60% }
          task T-2 "b" { effort: 4d, assign: lin, start: >= 2026-01-07 }
          task T-3 "c" { duration: 1d, assign: lin 40%, start: >= 2026-01-08 }
        `),
      ),
      // Over the weekend nobody works, so it is one stretch.
      ['lin 01-07 08:00..01-12 17:00 T-1 T-2 T-3 200% of 100%, 22.4 h over'],
    ));

  it('knows capacity; thirds make a whole; what ends makes room; two halves of a day do not meet', () =>
    assert.deepEqual(
      windows(
        scheduleOf(`
          person half "Half" { capacity: 50% }
          person lin "Lin" { }
          task T-1 "a" { duration: 1d, assign: half }
          task T-2 "b" { duration: 2d, assign: lin 33.3333% }
          task T-3 "c" { duration: 2d, assign: lin 33.3333% }
          task T-4 "d" { duration: 2d, assign: lin 33.3334% }
          task T-5 "e" { duration: 4h, assign: lin, after: T-4 }
          task T-6 "f" { duration: 4h, assign: lin, after: T-5 }
        `),
      ),
      ['half 01-05 08:00..01-05 17:00 T-1 100% of 50%, 4 h over'],
    ));

  it('takes the members of a team, and spreads the effort of a fixed duration', () =>
    assert.deepEqual(
      windows(
        scheduleOf(`
          team core "Core" { person lin "Lin" { } person wang "Wang" { } }
          task T-1 "a" { duration: 4d, effort: 2d, assign: core }
          task T-2 "b" { duration: 2d, assign: lin 70% }
          task T-3 "c" { duration: 2d, assign: lin, after: T-1, status: done }
          task T-4 "d" { duration: 2d, assign: wang 80% }
        `),
      ),
      ['wang 01-05 08:00..01-06 17:00 T-1 T-4 105% of 100%, 0.8 h over'],
    ));

  it('does not count a weekend window against the week around it', () => {
    // Over noon on Monday only the one who is on call works.
    const monday = [
      'lin 01-12 08:00..01-12 12:00 T-1 T-3 150% of 100%, 2 h over',
      'lin 01-12 13:00..01-12 16:00 T-1 T-3 150% of 100%, 1.5 h over',
    ];
    const cutOver = (hours: string): string => `
      calendar weekend "Weekend" { week: sat, sun, hours: ${hours} }
      calendar days "Every day" { week: mon..sun, hours: 08:00..16:00 }
      person lin "Lin" { }
      task T-1 "a" { duration: 10d, assign: lin }
      task T-2 "cut-over" { effort: 4h, assign: lin, calendar: weekend }
      task T-3 "on call" { duration: 3d, assign: lin 50%, calendar: days, start: >= 2026-01-10 }
    `;
    assert.deepEqual(windows(scheduleOf(cutOver('20:00..24:00'))), [...monday]);
    assert.deepEqual(windows(scheduleOf(cutOver('14:00..18:00'))), [
      'lin 01-10 14:00..01-10 16:00 T-3 T-2 150% of 100%, 1 h over',
      ...monday,
    ]);
  });
});

describe('leave', () => {
  it('clashes with work that waits and with work that does not, on days that would be worked', () =>
    assert.deepEqual(
      clashes(
        scheduleOf(`
          person lin "Lin" { leave: 2026-01-08..2026-01-09 "Exam", 2026-01-10..2026-01-11 "Trip", 2026-03-02 }
          task T-1 "waits" { effort: 5d, assign: lin }
          task T-2 "fixed" { duration: 5d, assign: lin 10% }
          task T-3 "before" { duration: 3d, assign: lin 10% }
          task T-4 "done" { duration: 5d, assign: lin, status: done }
          task T-5 "weekend" { duration: 6d, assign: lin, start: >= 2026-01-09, calendar: c }
          calendar c "C" { week: mon..sun }
        `),
      ),
      [
        'T-1 lin 2026-01-08..2026-01-09 Exam 16 h',
        'T-2 lin 2026-01-08..2026-01-09 Exam 16 h',
        'T-5 lin 2026-01-08..2026-01-09 Exam 8 h',
        'T-5 lin 2026-01-10..2026-01-11 Trip 16 h',
      ],
    ));
});

describe('loads', () => {
  const PLAN = `
    person lin "Lin" { capacity: 50%, leave: 2026-01-07 }
    person wang "Wang" { }
    task T-1 "a" { effort: 2d, assign: lin 50%, wang 50% }
    task T-2 "b" { duration: 2d, assign: wang, after: T-1 }
    milestone M-1 "m" { after: T-2 }
    task T-3 "c" { duration: 9d, assign: wang }
  `;

  it('are minutes asked for and minutes there are, by day', () => {
    const schedule = scheduleOf(PLAN);
    const lin = schedule.people.persons[0]!;
    const days = loadsOf(schedule, bookingsOf(schedule), lin, parseDay('2026-01-04')!, parseDay('2026-01-09')!);
    assert.deepEqual(
      days.map(({ day, demanded, available }) => [formatDay(day).slice(5), demanded, available]),
      [
        ['01-05', 240, 240],
        ['01-06', 240, 240],
        ['01-08', 0, 240],
        ['01-09', 0, 240],
      ],
    );
  });

  it('and capacity before a milestone', () => {
    const schedule = scheduleOf(PLAN);
    const before = tasksBefore(schedule.plan, taskOf(schedule, 'M-1'));
    const capacity = capacityBefore(schedule, bookingsOf(schedule), before, parseMinute('2026-01-08')!);
    assert.deepEqual(
      capacity.map(({ person, demanded, available }) => [idOf(schedule, person), demanded, available]),
      [
        ['lin', 480, 480],
        ['wang', 480 + 960, 1440],
      ],
    );
  });

  it('count what is left after the status date', () => {
    const schedule = scheduleOf(
      'person lin "Lin" { }\ntask T-1 "a" { duration: 4d, assign: lin, progress: 50%, actual: 2026-01-05.. }\n',
      'project p "P" { period: 2026-01-05.., status-date: 2026-01-08 }\n',
    );
    const [booking, ...others] = bookingsOf(schedule);
    assert.deepEqual(
      [at(booking!.start / 10), at(booking!.finish / 10), booking!.work],
      ['01-09 00:00', '01-12 17:00', 960],
    );
    assert.deepEqual(others, []);
  });
});

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
      items.filter(({ critical }) => critical).map(({ item }) => item.id),
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

interface Seeded {
  readonly class: string;
  readonly findings: readonly {
    readonly id: string;
    readonly members?: readonly string[];
    readonly from?: string;
    readonly to?: string;
    readonly person?: string;
  }[];
}

describeCorpus('seeded plans', () => {
  const cases = namesIn('seeded').filter((name) => !/[_.]/.test(name));

  it('are over-allocated where this was planted, in its window by its tasks, and their clean twins nowhere', () => {
    for (const name of cases) {
      const { class: kind, findings } = JSON.parse(readCorpus('seeded', name, 'expected.json')) as Seeded;
      const expected = findings.map(({ id, members, from, to }) => [id, members, from, to]);
      const found = (twin: string): unknown[] => {
        const { schedule } = corpusWorld('seeded', name, twin);
        return overAllocations(schedule).map(({ person, tasks, from, to }) => [
          idOf(schedule, person),
          tasks.map((task) => taskId(schedule, task)).sort(),
          formatMinute(from).slice(0, 10),
          formatMinute(to).slice(0, 10),
        ]);
      };
      assert.deepEqual(found('clean'), [], name);
      if (kind === 'person over-allocated') assert.deepEqual(found('bad'), expected, name);
    }
  });

  it('fall on leave where this was planted, and their clean twins nowhere', () => {
    for (const name of cases) {
      const { class: kind, findings } = JSON.parse(readCorpus('seeded', name, 'expected.json')) as Seeded;
      const found = (twin: string): unknown[] => {
        const { schedule } = corpusWorld('seeded', name, twin);
        return leaveClashes(schedule).map(({ task, person }) => [taskId(schedule, task), idOf(schedule, person)]);
      };
      assert.deepEqual(found('clean'), [], name);
      const expected = findings.map(({ id, person }) => [id, person]);
      if (kind === 'person assigned while on leave') assert.deepEqual(found('bad'), expected, name);
    }
  });
});
