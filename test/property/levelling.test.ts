import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileCalendars } from '../../server/src/schedule/calendar/calendar';
import type { WorkCalendar } from '../../server/src/schedule/calendar/calendar';
import type { LevellingInput, LevellingTask } from '../../server/src/schedule/levelling/input';
import { overAllocations } from '../../server/src/schedule/analysis/overAllocation';
import { level } from '../../server/src/schedule/levelling/level';
import type { NetworkLink, NetworkSpec, NetworkTask } from '../../server/src/schedule/network/network';
import { schedule } from '../../server/src/schedule/network/schedule';
import type { Schedule } from '../../server/src/schedule/network/schedule';
import { toMinutes, toTicks } from '../../server/src/schedule/calendar/ticks';
import { CALENDARS, planArbitrary } from './anyPlan';
import { fixture } from '../support/world';
import { runs } from './random';

interface PeoplePlan {
  readonly spec: NetworkSpec;
  readonly input: LevellingInput;
}

const numRuns = runs(200);
const PEOPLE = 3;
const MOST_TASKS = 20;

/** A plan with three people on three calendars; tasks of two people of different calendars are worked by both. */
const peoplePlan: fc.Arbitrary<PeoplePlan> = fc
  .record({
    spec: planArbitrary,
    capacities: fc.array(fc.constantFrom(1, 1, 0.8, 2), { minLength: PEOPLE, maxLength: PEOPLE }),
    claims: fc.array(
      fc.record({
        people: fc.uniqueArray(fc.nat(PEOPLE - 1), { maxLength: 2 }),
        share: fc.constantFrom(1, 1, 0.5, 0.3, 0.8),
        priority: fc.constantFrom(undefined, undefined, 100, 700, 900),
        byEffort: fc.boolean(),
      }),
      { minLength: MOST_TASKS, maxLength: MOST_TASKS },
    ),
  })
  .map(({ spec, capacities, claims }) => {
    const claimOf = (task: number): (typeof claims)[number] => claims[task % MOST_TASKS]!;
    const byEffort = (task: number): boolean =>
      claimOf(task).byEffort && claimOf(task).people.length > 0 && !spec.tasks[task]!.elapsed;
    const tasks = spec.tasks.map((task, at) => (byEffort(at) ? { ...task, team: claimOf(at).people } : task));
    return {
      spec: { ...spec, tasks },
      input: {
        resources: capacities.map((capacity, calendar) => ({ calendar, capacity })),
        tasks: tasks.map((_, rank): LevellingTask => {
          const { people, share, priority } = claimOf(rank);
          const uses = people.map((resource) => ({
            resource,
            share,
            ...(byEffort(rank) ? { calendar: resource } : {}),
          }));
          return { rank, uses, ...(priority === undefined ? {} : { priority }) };
        }),
      },
    };
  });

const HARD = ['mustStart', 'startNoLater'] as const;

const without = (spec: NetworkSpec, names: readonly string[]): NetworkSpec => ({
  ...spec,
  tasks: spec.tasks.map(
    (task) =>
      Object.fromEntries(Object.entries(task).filter(([name]) => !names.includes(name))) as unknown as NetworkTask,
  ),
});

/** Without dates that nothing may move, so that there is always a way to level. */
const movable = peoplePlan.map(({ spec, input }) => ({ spec: without(spec, HARD), input }));

/** Everybody works by one calendar, nobody as late as possible: then it can be said what is later than needed. */
const uniform = movable.map(({ spec, input }) => ({
  spec: {
    ...without(spec, ['late', 'elapsed', 'team']),
    tasks: without(spec, ['late', 'elapsed', 'team']).tasks.map((task) => ({ ...task, calendar: 0 })),
    links: spec.links.map((link): NetworkLink => ({ ...link, lagUnit: 'working' })),
  },
  input: {
    resources: input.resources.map((resource) => ({ ...resource, calendar: 0 })),
    tasks: input.tasks.map((task) => ({
      ...task,
      uses: task.uses.map(({ resource, share }) => ({ resource, share })),
    })),
  },
}));

const clocks: readonly WorkCalendar[] = compileCalendars(CALENDARS).calendars;

/** The stretch of a person's working time that a task takes, in ticks; empty if it lies outside. */
function stretch({ input, spec }: PeoplePlan, plan: Schedule, task: number, person: number): readonly [number, number] {
  const clock = clocks[input.resources[person]!.calendar]!;
  const use = input.tasks[task]!.uses.find(({ resource }) => resource === person)!;
  const own = spec.tasks[task]!.team && spec.tasks[task]!.team.length > 1 ? clocks[use.calendar!] : undefined;
  const start = toTicks(plan.start[task]!);
  const end = own ? own.finishAt(own.worked(start) + toTicks(spec.tasks[task]!.duration)) : toTicks(plan.finish[task]!);
  return [clock.worked(start), clock.worked(end)];
}

/** Tasks with work that claim a person and have dates. */
const tasksOf = ({ input, spec }: PeoplePlan, plan: Schedule, person: number): readonly number[] =>
  [...spec.tasks.keys()].filter(
    (task) =>
      plan.network.summary[task] === 0 &&
      !Number.isNaN(plan.start[task]!) &&
      spec.tasks[task]!.duration > 0 &&
      input.tasks[task]!.uses.some(({ resource }) => resource === person),
  );

/** The most that a task asks of a person, as far as there is so much. */
const shareOf = ({ input }: PeoplePlan, task: number, person: number): number =>
  Math.min(
    input.tasks[task]!.uses.find(({ resource }) => resource === person)!.share,
    input.resources[person]!.capacity,
  );

/** A person with too much to do at the start of some task, and that task. */
function overload(people: PeoplePlan, plan: Schedule): string | undefined {
  for (let person = 0; person < PEOPLE; person++) {
    const tasks = tasksOf(people, plan, person);
    const stretches = tasks.map((task) => stretch(people, plan, task, person));
    for (const [index, [at, end]] of stretches.entries()) {
      if (at === end) continue;
      const load = tasks.reduce((sum, task, other) => {
        const [from, to] = stretches[other]!;
        return from <= at && at < to ? sum + shareOf(people, task, person) : sum;
      }, 0);
      if (load > people.input.resources[person]!.capacity + 1e-5) return `person ${person} at task ${tasks[index]!}`;
    }
  }
  return undefined;
}

const hasDates = (plan: Schedule): boolean => plan.problems.every(({ kind }) => kind === 'contradiction');

describe('levelling: properties', () => {
  it('nobody ever has more to do than there is time', () => {
    fc.assert(
      fc.property(movable, (people) => {
        assert.equal(overload(people, level(people.spec, people.input)), undefined);
      }),
      { numRuns },
    );
  });

  it('links, bounds and calendars hold: started no earlier than levelled, the plan is the levelled one', () => {
    fc.assert(
      fc.property(peoplePlan, ({ spec, input }) => {
        const early = without(spec, ['late']);
        const plan = level(early, input);
        const held = early.tasks.map((task, at) =>
          plan.network.summary[at] || Number.isNaN(plan.start[at]!)
            ? task
            : { ...task, startNoEarlier: Math.max(plan.start[at]!, task.startNoEarlier ?? -Infinity) },
        );
        const again = schedule({ ...early, tasks: held });
        early.tasks.forEach((_, at) => {
          assert.equal(again.start[at], plan.start[at], `start of ${at}`);
          assert.equal(again.finish[at], plan.finish[at], `finish of ${at}`);
        });
      }),
      { numRuns },
    );
  });

  it('nothing starts earlier than without levelling, and with people enough everything starts then', () => {
    fc.assert(
      fc.property(peoplePlan, ({ spec, input }) => {
        const early = without(spec, ['late']);
        const before = schedule(early);
        const plan = level(early, input);
        const enough = level(early, {
          ...input,
          resources: input.resources.map((each) => ({ ...each, capacity: MOST_TASKS })),
        });
        spec.tasks.forEach((_, at) => {
          assert.ok(!(plan.start[at]! < before.start[at]!), `start of ${at}`);
          assert.equal(enough.start[at], before.start[at]);
          assert.equal(enough.finish[at], before.finish[at]);
        });
      }),
      { numRuns },
    );
  });

  it('the order of declaration does not matter', () => {
    fc.assert(
      fc.property(peoplePlan, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), ({ spec, input }, keys) => {
        const order = [...spec.tasks.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
        const place = new Map(order.map((old, at) => [old, at]));
        const moved = order.map((old) => {
          const task = spec.tasks[old]!;
          return task.parent === undefined ? task : { ...task, parent: place.get(task.parent)! };
        });
        const links = spec.links.map((link) => ({ ...link, from: place.get(link.from)!, to: place.get(link.to)! }));
        const before = level(spec, input);
        const after = level(
          { ...spec, tasks: moved, links },
          { ...input, tasks: order.map((old) => input.tasks[old]!) },
        );
        for (const name of ['start', 'finish', 'lateFinish', 'totalSlack', 'freeSlack', 'critical'] as const)
          order.forEach((old, at) => assert.equal(after[name][at], before[name][old], `${name} of ${old}`));
      }),
      { numRuns },
    );
  });

  it('what has the highest priority and waits for nothing never waits for people', () => {
    fc.assert(
      fc.property(movable, fc.nat(), ({ spec, input }, pick) => {
        const first = pick % spec.tasks.length;
        const tasks = input.tasks.map((task, at) => (at === first ? { ...task, priority: 1000 } : task));
        const links = spec.links.filter(({ to }) => to !== first && to !== spec.tasks[first]!.parent);
        const early = without({ ...spec, links }, ['late']);
        const plan = level(early, { ...input, tasks });
        if (!plan.network.summary[first]) assert.equal(plan.start[first], schedule(early).start[first]);
      }),
      { numRuns },
    );
  });

  it('nothing is later than needed: no task could start earlier with all others where they are', () => {
    fc.assert(
      fc.property(uniform, ({ spec, input }) => {
        const people = { spec, input };
        const plan = level(spec, input);
        if (!hasDates(plan)) return;
        const clock = clocks[0]!;
        const held = spec.tasks.map((task, at) =>
          plan.network.summary[at] ? task : { ...task, startNoEarlier: plan.start[at]! },
        );
        spec.tasks.forEach((task, at) => {
          if (plan.network.summary[at] || task.duration === 0) return;
          const alone = schedule({ ...spec, tasks: held.map((other, index) => (index === at ? task : other)) });
          const others = [...spec.tasks.keys()].filter((other) => other !== at && !plan.network.summary[other]);
          const starts = [alone.start[at]!, ...others.map((other) => plan.finish[other]!)];
          for (const minute of starts) {
            const start = toMinutes(clock.startAt(clock.worked(toTicks(minute))));
            if (!(start >= alone.start[at]! && start < plan.start[at]!)) continue;
            const finish = toMinutes(clock.finishAt(clock.worked(toTicks(start)) + toTicks(task.duration)));
            const moved = { ...plan, start: plan.start.with(at, start), finish: plan.finish.with(at, finish) };
            assert.ok(overload(people, moved) !== undefined, `task ${at} could start at ${start}`);
          }
        });
      }),
      { numRuns },
    );
  });

  it('circles and impossible plans never throw or hang', () => {
    fc.assert(
      fc.property(
        peoplePlan,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
        fc.constantFrom(1, 0, -1, 1e12),
        ({ spec, input }, extra, factor) => {
          const size = spec.tasks.length;
          const circles = extra.map(([a, b]): NetworkLink => ({ from: a % size, to: b % size, type: 'FS' }));
          const tasks = spec.tasks.map((task) => ({ ...task, duration: task.duration * factor }));
          level({ ...spec, tasks, links: [...spec.links, ...circles] }, input);
        },
      ),
      { numRuns },
    );
  });
});

/** A task as text: what it asks of whom, what it waits for (by distance), and further fields. */
const taskText = fc.record({
  amount: fc.constantFrom('effort: 1d', 'effort: 3d', 'effort: 12h', 'duration: 2d', 'duration: 4d'),
  assign: fc.constantFrom('lin', 'wang', 'chen 50%', 'core', 'lin 50%, wang', 'core 30%'),
  after: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
  more: fc.constantFrom('', '', '', ', priority: 800', ', deadline: 2026-01-09', ', start: >= 2026-01-14'),
});

const PEOPLE_TEXT = `project p "P" { period: 2026-01-05.., schedule: levelled }
calendar six "Six days" { week: mon..sat }
team core "Core" { person lin "Lin" { calendar: six } person wang "Wang" { leave: 2026-01-08..2026-01-12 } }
person chen "Chen" { capacity: 50% }
`;

const textOf = (tasks: readonly { amount: string; assign: string; after: number[]; more: string }[]): string =>
  PEOPLE_TEXT +
  tasks
    .map(({ amount, assign, after, more }, n) => {
      const ids = [...new Set(after.filter((back) => back <= n).map((back) => `T-${n - back}`))];
      return `task T-${n} "t" { ${amount}, assign: ${assign}${ids.length > 0 ? `, after: ${ids.join(', ')}` : ''}${more} }\n`;
    })
    .join('');

describe('levelling of texts', () => {
  it('leaves nobody with too much to do', () => {
    fc.assert(
      fc.property(fc.array(taskText, { minLength: 2, maxLength: 12 }), (tasks) => {
        assert.deepEqual(overAllocations(fixture(textOf(tasks)).world.schedule), []);
      }),
      { numRuns },
    );
  });
});
