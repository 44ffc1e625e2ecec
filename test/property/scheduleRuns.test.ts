import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CalendarSpec } from '../../server/src/schedule/calendar/calendarSpec';
import { compileNetwork } from '../../server/src/schedule/network/compile';
import type { LinkType, NetworkLink, NetworkSpec, NetworkTask } from '../../server/src/schedule/network/network';
import { scheduleNetwork } from '../../server/src/schedule/network/schedule';
import { CALENDARS } from './anyPlan';
import { runs as cases } from './random';

const START = 20_458 * 1440 + 480;
const [office] = CALENDARS;

/** One that ends after some months, one whose every minute is a period of its own for an hour, and the clock round the week. */
const ODD: readonly CalendarSpec[] = [
  { week: office!.week, exceptions: [{ from: 20_558, to: Infinity, hours: [] }] },
  {
    week: Array.from({ length: 7 }, () => [
      ...Array.from({ length: 30 }, (_, at) => ({ from: 2 * at, to: 2 * at + 1 })),
      { from: 600, to: 1440 },
    ]),
  },
  { week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) },
];

/** Working minutes. */
const CENTURY = 480 * 260 * 100;

/** Minutes whose ticks are next to nothing in 32 bits. */
const WRAP = 429_496_730;

/** Mostly one of the first, now and then one of the others. */
const mostly = <T, U>(usual: fc.Arbitrary<T>, ...seldom: U[]): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 100, arbitrary: usual }, fc.constantFrom(...seldom));

const CENTURY_OF_MINUTES = 100 * 365 * 1440;

/** Blocks of tasks on the same calendar, tied to those some places before; a few are milestones, or have a date of their own. */
const blocks: fc.Arbitrary<NetworkSpec> = fc
  .record({
    blocks: fc.array(fc.record({ calendar: fc.oneof(fc.nat(2), fc.nat(5)), size: fc.integer({ min: 1, max: 60 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    works: fc.array(mostly(fc.integer({ min: 1, max: 3000 }), 0, 0.1, CENTURY, WRAP, 1e12), {
      minLength: 240,
      maxLength: 240,
    }),
    dates: fc.array(mostly(fc.constant(undefined), 60, 600, 20_000), { minLength: 240, maxLength: 240 }),
    bound: fc.constantFrom('deadline', 'startNoEarlier', 'mustFinish'),
    centuries: fc.constantFrom(0, 0, 0, 4, 20, -20),
    status: fc.option(fc.nat(20_000), { nil: undefined }),
    links: fc.array(
      fc.record({
        to: fc.nat(239),
        back: fc.integer({ min: 1, max: 40 }),
        type: mostly(fc.constantFrom<LinkType[]>('FS', 'FS', 'SS', 'FF'), 'SF' as const),
        lag: mostly(fc.constantFrom(0, 0, 0, 480, -240, 77), CENTURY, -CENTURY, WRAP, -WRAP),
      }),
      { maxLength: 300 },
    ),
  })
  .map(({ blocks, works, dates, bound, centuries, status, links }) => {
    const calendars = [...CALENDARS, ...ODD];
    const tasks = blocks
      .flatMap(({ calendar, size }) => Array.from({ length: size }, () => calendar))
      .map((calendar, at): NetworkTask => {
        const date = dates[at];
        const own = date === undefined ? {} : { [bound]: START + date + centuries * CENTURY_OF_MINUTES };
        return { duration: works[at]!, calendar, ...own };
      });
    const kept = links.flatMap(({ to, back, type, lag }): NetworkLink[] =>
      to < tasks.length && to >= back ? [{ from: to - back, to, type, lag }] : [],
    );
    const statusDate = status === undefined ? undefined : START + status;
    return { start: START, statusDate, calendars, calendar: 0, tasks, links: kept };
  });

/**
 * One run beside tasks that milestones keep out of it: the one before may have no end on its calendar, although its work is within
 * the reach of runs, or one beyond that reach; those behind it may be wanted, by a deadline, before all that is within.
 */
const cornered: fc.Arbitrary<NetworkSpec> = fc
  .record({
    calendar: fc.constantFrom(0, CALENDARS.length),
    before: fc.oneof(fc.integer({ min: 60, max: 60_000 }), fc.constant(WRAP)),
    works: fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 16, maxLength: 30 }),
    into: fc.nat(29),
    out: fc.nat(29),
    type: fc.constantFrom<LinkType[]>('FS', 'SS', 'FF'),
    lag: fc.constantFrom(0, 480, -240),
    centuries: fc.integer({ min: -40, max: 1 }),
  })
  .map(({ calendar, before, works, into, out, type, lag, centuries }) => {
    const plain = (duration: number): NetworkTask => ({ duration, calendar });
    const [first, last] = [2, works.length + 1];
    const tasks = [
      plain(before),
      plain(0),
      ...works.map(plain),
      plain(0),
      plain(480),
      { ...plain(480), deadline: START + centuries * CENTURY_OF_MINUTES },
    ];
    const links: NetworkLink[] = [
      { from: 0, to: first + (into % works.length), type, lag },
      { from: first + (out % works.length), to: last + 2, type, lag },
      { from: last + 2, to: last + 3, type: 'FS' },
    ];
    return { start: START, calendars: [...CALENDARS, ...ODD], calendar: 0, tasks, links };
  });

describe('schedule: runs of plain tasks', () => {
  it('have the dates, slack, drivers and problems that their tasks have one by one', () => {
    let runs = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: blocks }, { weight: 1, arbitrary: cornered }), (spec) => {
        const net = compileNetwork(spec);
        runs += net.runs.bounds.length / 2;
        const single = { ...net, runs: { ...net.runs, bounds: new Int32Array(0) } };
        assert.deepEqual(
          { ...scheduleNetwork(net), network: undefined },
          { ...scheduleNetwork(single), network: undefined },
        );
      }),
      { numRuns: cases(1000) },
    );
    assert.ok(runs > 0);
  });
});
