import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileCalendars } from '../../server/src/schedule/calendar/calendar';
import type { WorkCalendar } from '../../server/src/schedule/calendar/calendar';
import type { CalendarException, CalendarSpec, WorkSpan } from '../../server/src/schedule/calendar/calendarSpec';
import type { NetworkLink, NetworkSpec } from '../../server/src/schedule/network/network';
import { recompiled } from '../../server/src/schedule/network/recompile';
import { schedule } from '../../server/src/schedule/network/schedule';
import type { Schedule } from '../../server/src/schedule/network/schedule';
import { weekdayOf } from '../../server/src/kinds/time';
import { planArbitrary } from './anyPlan';
import './random';
import { DATES } from '../unit/schedule/plan';

const FIRST_DAY = 20_454;
const DAYS = 42;
const MINUTES = DAYS * 1440;

const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 6 })
  .map((hours) => hours.sort((a, b) => a - b))
  .map((hours) =>
    hours.flatMap((hour, at): WorkSpan[] => (at % 2 === 1 ? [{ from: hours[at - 1]! * 60, to: hour * 60 }] : [])),
  );

const exception: fc.Arbitrary<CalendarException> = fc
  .record({
    at: fc.integer({ min: 0, max: DAYS }),
    length: fc.integer({ min: 0, max: 6 }),
    hours: fc.oneof(spans, fc.constant([]), fc.constant('usual' as const)),
  })
  .map(({ at, length, hours }) => ({ from: FIRST_DAY + at, to: FIRST_DAY + at + length, hours }));

/** Every weekday has hours of its own. */
type PlainSpec = CalendarSpec & { readonly week: readonly (readonly WorkSpan[])[] };

const calendarSpec: fc.Arbitrary<PlainSpec> = fc.record({
  week: fc.array(spans, { minLength: 7, maxLength: 7 }),
  usual: spans,
  exceptions: fc.array(exception, { maxLength: 5 }),
});

/** Whether each minute of the days looked at is worked, by the words of the specification alone. */
function minuteByMinute({ week, usual, exceptions }: PlainSpec): Uint8Array {
  const worked = new Uint8Array(MINUTES);
  for (let at = 0; at < MINUTES; at++) {
    const day = FIRST_DAY + Math.floor(at / 1440);
    const own = week[weekdayOf(day)]!;
    const special = exceptions!.filter(({ from, to }) => from <= day && day <= to).at(-1)?.hours;
    const hours = special === undefined ? own : special === 'usual' ? (own.length > 0 ? own : usual!) : special;
    worked[at] = hours.some(({ from, to }) => from <= at % 1440 && at % 1440 < to) ? 1 : 0;
  }
  return worked;
}

const compiled = (spec: CalendarSpec): WorkCalendar => compileCalendars([spec]).calendars[0]!;

const tickOf = (at: number): number => (FIRST_DAY * 1440 + at) * 10;

describe('schedule: properties of calendars', () => {
  it('agree with a clock that looks at every minute', () => {
    fc.assert(
      fc.property(calendarSpec, fc.nat(MINUTES - 1), fc.nat(MINUTES - 1), (spec, a, b) => {
        const calendar = compiled(spec);
        const minutes = minuteByMinute(spec);
        const [from, to] = a < b ? [a, b] : [b, a];
        const between = minutes.subarray(from, to).reduce((sum, each) => sum + each, 0);
        assert.equal(calendar.worked(tickOf(to)) - calendar.worked(tickOf(from)), between * 10);
        const next = minutes.indexOf(1, from);
        if (next >= 0) assert.equal(calendar.startAt(calendar.worked(tickOf(from))), tickOf(next));
        const last = minutes.subarray(0, to).lastIndexOf(1);
        if (last >= 0) assert.equal(calendar.finishAt(calendar.worked(tickOf(to))), tickOf(last + 1));
      }),
    );
  });

  it('add and measure are inverse, and answers do not depend on what was asked before', () => {
    const far = fc.oneof(
      fc.integer({ min: 250_000_000, max: 350_000_000 }),
      fc.constant(-9_000_000_000),
      fc.constant(9_000_000_000),
    );
    fc.assert(
      fc.property(
        calendarSpec,
        fc.array(far, { minLength: 1, maxLength: 4 }),
        fc.nat(1_000_000),
        (spec, starts, work) => {
          const used = compiled(spec);
          for (const start of starts) {
            const fresh = compiled(spec);
            const before = fresh.worked(start);
            assert.equal(used.worked(start), before);
            const finish = fresh.finishAt(before + work + 1);
            assert.equal(used.finishAt(before + work + 1), finish);
            if (!Number.isFinite(finish)) continue;
            assert.equal(fresh.worked(finish), before + work + 1);
            const begin = used.startAt(before + work);
            assert.ok(begin >= start && begin < finish);
            assert.equal(used.worked(begin), before + work);
          }
        },
      ),
    );
  });
});

/** Between calendars a late start may be a limit in free time that no start reaches; within one it is exact. */
const oneCalendar = planArbitrary.map((spec) => ({
  ...spec,
  tasks: spec.tasks.map((task) => ({ ...task, calendar: 0, elapsed: false })),
  links: spec.links.map((link) => ({ ...link, lagUnit: 'working' as const })),
}));

const COLUMNS = ['start', 'finish', 'lateStart', 'lateFinish', 'totalSlack', 'freeSlack', 'critical'] as const;

const isFinite = (plan: Schedule): boolean => plan.problems.every(({ kind }) => kind === 'contradiction');

/** Plans under way: every date that a task can have, written as a day or with its time, progress and a status date. */
const underWay: fc.Arbitrary<NetworkSpec> = fc
  .record({
    spec: planArbitrary,
    dates: fc.array(
      fc.record({
        name: fc.constantFrom(undefined, undefined, ...DATES),
        day: fc.nat(20),
        minute: fc.constantFrom(0, 600),
      }),
      { minLength: 20, maxLength: 20 },
    ),
    progress: fc.array(fc.constantFrom(undefined, undefined, 0.25, 1), { minLength: 20, maxLength: 20 }),
    status: fc.option(fc.nat(20_000), { nil: undefined }),
  })
  .map(({ spec, dates, progress, status }) => ({
    ...spec,
    statusDate: status === undefined ? undefined : spec.start + status,
    tasks: spec.tasks.map((task, at) => {
      const { name, day, minute } = dates[at]!;
      const date = name === undefined ? {} : { [name]: (Math.floor(spec.start / 1440) + day) * 1440 + minute };
      return { ...task, ...date, progress: progress[at] };
    }),
  }));

const movedBy = (shift: number, { start, statusDate, tasks, ...rest }: NetworkSpec): NetworkSpec => ({
  ...rest,
  start: start + shift,
  statusDate: statusDate === undefined ? undefined : statusDate + shift,
  tasks: tasks.map((task) => ({
    ...task,
    ...Object.fromEntries(DATES.flatMap((name) => (task[name] === undefined ? [] : [[name, task[name] + shift]]))),
  })),
});

/** The plan without one of its tasks. */
function without({ tasks, links, ...rest }: NetworkSpec, gone: number): NetworkSpec {
  const place = (index: number): number => (index > gone ? index - 1 : index);
  return {
    ...rest,
    tasks: tasks
      .filter((_, at) => at !== gone)
      .map(({ parent, ...task }) => (parent === undefined ? task : { ...task, parent: place(parent) })),
    links: links
      .filter(({ from, to }) => from !== gone && to !== gone)
      .map((link) => ({ ...link, from: place(link.from), to: place(link.to) })),
  };
}

/** What a change of a task may be about. */
const CHANGED = ['duration', 'duration', 'duration', 'calendar', 'progress', 'deadline'] as const;

describe('schedule: properties of plans', () => {
  it('shifting everything by weeks shifts all dates and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(planArbitrary, underWay), fc.integer({ min: -300, max: 300 }), (spec, weeks) => {
        const shift = weeks * 7 * 1440;
        const before = schedule(spec);
        const after = schedule(movedBy(shift, spec));
        for (const name of COLUMNS) {
          const by = /start|finish/i.test(name) ? shift : 0;
          spec.tasks.forEach((_, at) => assert.equal(after[name][at], before[name][at]! + by, `${name} of ${at}`));
        }
      }),
    );
  });

  it('removing a task with slack that delays nobody moves nothing, and what does not lead to it keeps its slack', () => {
    let removed = 0;
    fc.assert(
      fc.property(oneCalendar, fc.nat(), (spec, pick) => {
        const early = { ...spec, tasks: spec.tasks.map((task) => ({ ...task, late: false })) };
        const before = schedule(early);
        const gone = pick % early.tasks.length;
        const { parent } = early.tasks[gone]!;
        // A phase that holds nothing else would be left without dates.
        const alone = parent !== undefined && early.tasks.filter((task) => task.parent === parent).length === 1;
        const neutral = before.freeSlack[gone]! > 0 && before.totalSlack[gone]! > 0;
        if (!isFinite(before) || before.network.summary[gone] || alone || !neutral) return;
        removed++;
        const after = schedule(without(early, gone));
        const leadsThere = early.links.some(({ to }) => to === gone || (parent !== undefined && to === parent));
        assert.equal(after.projectFinish, before.projectFinish);
        early.tasks.forEach((_, at) => {
          if (at === gone || before.network.summary[at]) return;
          const now = at > gone ? at - 1 : at;
          for (const name of ['start', 'finish', 'critical'] as const)
            assert.equal(after[name][now], before[name][at], `${name} of ${at}`);
          assert.ok(after.totalSlack[now]! >= before.totalSlack[at]!, `slack of ${at}`);
          if (leadsThere) return;
          for (const name of COLUMNS) assert.equal(after[name][now], before[name][at], `${name} of ${at}`);
        });
      }),
    );
    assert.ok(removed > 0);
  });

  it('adding a link never makes anything start or finish earlier', () => {
    fc.assert(
      fc.property(fc.oneof(planArbitrary, underWay), (spec) => {
        const soft = spec.tasks.map((task) => ({ ...task, late: false }));
        const whole = schedule({ ...spec, tasks: soft });
        const without = schedule({ ...spec, tasks: soft, links: spec.links.slice(0, -1) });
        soft.forEach((_, at) => {
          assert.ok(!(whole.start[at]! < without.start[at]!), `start of ${at}`);
          assert.ok(!(whole.finish[at]! < without.finish[at]!), `finish of ${at}`);
        });
      }),
    );
  });

  it('the order of declaration does not matter', () => {
    fc.assert(
      fc.property(
        fc.oneof(planArbitrary, underWay),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (spec, keys) => {
          const order = [...spec.tasks.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
          const place = new Map(order.map((old, at) => [old, at]));
          const tasks = order.map((old) => {
            const task = spec.tasks[old]!;
            return task.parent === undefined ? task : { ...task, parent: place.get(task.parent)! };
          });
          const links = spec.links
            .map((link) => ({ ...link, from: place.get(link.from)!, to: place.get(link.to)! }))
            .sort((a, b) => a.to - b.to);
          const before = schedule(spec);
          const after = schedule({ ...spec, tasks, links });
          for (const name of [...COLUMNS, 'driver'] as const)
            order.forEach((old, at) => assert.equal(after[name][at], before[name][old], `${name} of ${old}`));
        },
      ),
    );
  });

  it('forward and backward agree', () => {
    fc.assert(
      fc.property(planArbitrary, (spec) => {
        const plan = schedule(spec);
        if (!isFinite(plan)) return;
        const free = spec.tasks.every(
          (task) => !['deadline', 'mustStart', 'startNoLater'].some((name) => name in task),
        );
        spec.tasks.forEach((task, at) => {
          if (plan.network.summary[at]) return;
          assert.ok(plan.freeSlack[at]! >= 0);
          if (!free) return;
          assert.ok(plan.totalSlack[at]! >= 0, `slack of ${at}`);
          assert.ok(plan.freeSlack[at]! <= plan.totalSlack[at]!, `free slack of ${at}`);
          assert.equal(plan.critical[at], plan.totalSlack[at] === 0 ? 1 : 0);
          if (task.late) assert.equal(plan.totalSlack[at], 0);
        });
        if (free) assert.ok(spec.tasks.some((_, at) => plan.critical[at] && plan.finish[at] === plan.projectFinish));
      }),
    );
  });

  it('a task moved by its total slack delays nothing', () => {
    fc.assert(
      fc.property(oneCalendar, fc.nat(), (spec, pick) => {
        const bounded = spec.tasks.some((task) =>
          ['deadline', 'mustStart', 'startNoLater', 'late'].some((name) => name in task),
        );
        const plan = schedule(spec);
        const at = pick % spec.tasks.length;
        if (bounded || !isFinite(plan) || plan.network.summary[at]) return;
        const moved = spec.tasks.map((task, index) =>
          index === at ? { ...task, startNoEarlier: plan.lateStart[at]! } : task,
        );
        assert.equal(schedule({ ...spec, tasks: moved }).projectFinish, plan.projectFinish);
      }),
    );
  });

  it('are the same whatever plan was scheduled before', () => {
    const change = fc.record({
      at: fc.nat(),
      by: fc.constantFrom(-400, -1, 60, 5000),
      field: fc.constantFrom(...CHANGED),
    });
    let recompilations = 0;
    fc.assert(
      fc.property(
        fc.oneof(planArbitrary, underWay),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (spec, changes) => {
          const before = schedule(spec);
          const tasks = [...spec.tasks];
          for (const { at, by, field } of changes) {
            const task = tasks[at % tasks.length]!;
            tasks[at % tasks.length] = {
              ...task,
              [field]: field === 'calendar' ? Math.abs(by) % 2 : (task[field] ?? 0) + by,
            };
          }
          const after = { ...spec, tasks, links: spec.links.map((link) => ({ ...link })) };
          if (recompiled(before.network, after)) recompilations++;
          assert.deepEqual(schedule(after, before), schedule(after));
        },
      ),
    );
    assert.ok(recompilations > 0);
  });

  it('circles never throw or hang', () => {
    fc.assert(
      fc.property(planArbitrary, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }), (spec, extra) => {
        const size = spec.tasks.length;
        const links = [
          ...spec.links,
          ...extra.map(([a, b]): NetworkLink => ({ from: a % size, to: b % size, type: 'FS' })),
        ];
        const plan = schedule({ ...spec, links });
        for (const problem of plan.problems) {
          if (problem.kind !== 'cycle') continue;
          assert.ok(problem.path.length > 0 && problem.path.every((item) => problem.members.includes(item)));
          for (const item of problem.members)
            if (!plan.network.summary[item]) assert.ok(Number.isNaN(plan.start[item]!));
        }
      }),
    );
  });
});
