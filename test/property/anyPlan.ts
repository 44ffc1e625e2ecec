/** Plans of all sorts for property tests: three calendars, phases, bounds, links of every type with every lag. */
import fc from 'fast-check';
import type { CalendarSpec } from '../../server/src/schedule/calendar/calendarSpec';
import type { NetworkLink, NetworkSpec, NetworkTask } from '../../server/src/schedule/network/network';

const office = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];
const night = [
  { from: 0, to: 180 },
  { from: 1380, to: 1440 },
];
export const CALENDARS: readonly CalendarSpec[] = [
  { week: [office, office, office, office, office, [], []] },
  { week: [office, office, office, office, [{ from: 480, to: 720 }], [{ from: 600, to: 840 }], []] },
  { week: [night, night, night, night, night, [], night] },
];
/** Monday, 5 January 2026, 08:00. */
const START = 20_458 * 1440 + 480;

const taskArbitrary: fc.Arbitrary<NetworkTask> = fc
  .record({
    duration: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3000 })),
    calendar: fc.nat(2),
    elapsed: fc.boolean(),
    bound: fc.constantFrom(
      'none',
      'none',
      'none',
      'startNoEarlier',
      'deadline',
      'finishNoEarlier',
      'mustStart',
      'startNoLater',
    ),
    at: fc.nat(20_000),
    late: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ duration, calendar, elapsed, bound, at, late }) => ({
    duration,
    calendar,
    ...(elapsed ? { elapsed } : {}),
    ...(bound === 'none' ? {} : { [bound]: START + at }),
    ...(late === 0 ? { late: true } : {}),
  }));

/** Links only lead from earlier to later tasks, so there is no circle. */
export const planArbitrary: fc.Arbitrary<NetworkSpec> = fc
  .record({
    tasks: fc.array(taskArbitrary, { minLength: 1, maxLength: 14 }),
    phases: fc.nat(3),
    links: fc.array(
      fc.record({
        a: fc.nat(1000),
        b: fc.nat(1000),
        type: fc.constantFrom('FS', 'FS', 'SS', 'FF', 'SF'),
        lag: fc.oneof(fc.constant(0), fc.integer({ min: -600, max: 1500 })),
        lagUnit: fc.constantFrom<('working' | 'elapsed' | 'percent')[]>('working', 'elapsed', 'percent'),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ tasks, phases, links }) => {
    const heads = Array.from({ length: phases }, (): NetworkTask => ({ duration: 0, calendar: 0, phase: true }));
    const size = Math.ceil(tasks.length / Math.max(1, phases));
    const held = tasks.map((task, at) => (phases > 0 ? { ...task, parent: Math.floor(at / size) } : task));
    const groupOf = (item: number): number => (item < phases ? item : Math.floor((item - phases) / size));
    const kept = links.flatMap(({ a, b, lag, ...rest }): NetworkLink[] => {
      const [from, to] = [a, b].map((each) => each % (phases + tasks.length)) as [number, number];
      const bothTasks = from >= phases && to >= phases;
      const forward = bothTasks ? from < to : groupOf(from) < groupOf(to);
      const share = rest.lagUnit === 'percent' ? lag / 10 : lag;
      return forward ? [{ ...rest, from, to, lag: share }] : [];
    });
    return { start: START, calendars: CALENDARS, calendar: 0, tasks: [...heads, ...held], links: kept };
  });
