/** Plans of any size as numbers: tasks of one to ten days in chains that cross, four calendars, people with holidays of their own. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { CalendarSpec } from '../../server/src/schedule/calendar/calendarSpec';
import type { LevellingInput } from '../../server/src/schedule/levelling/input';
import type { LinkType, NetworkLink, NetworkSpec, NetworkTask } from '../../server/src/schedule/network/network';

const OFFICE = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];

/** Monday, 5 January 2026, 08:00. */
const START = 20_458 * 1440 + 480;

/** Tasks for each person. */
const TASKS_EACH = 100;

export interface LargePlan {
  readonly spec: NetworkSpec;
  readonly input: LevellingInput;
}

export function largePlan(size: number, seed = 1): LargePlan {
  const random = xoroshiro128plus(seed);
  const below = (n: number): number => uniformInt(random, 0, n - 1);
  const people = Math.max(1, Math.round(size / TASKS_EACH));
  const tasks: NetworkTask[] = [];
  const links: NetworkLink[] = [];
  const input = {
    resources: Array.from({ length: people }, (_, person) => ({ calendar: person % 4, capacity: 1 })),
    tasks: [] as LevellingInput['tasks'][number][],
  };
  for (let task = 0; task < size; task++) {
    const resource = below(people);
    tasks.push({ duration: 240 * (1 + below(20)), calendar: resource % 4 });
    input.tasks.push({ rank: task, uses: [{ resource, share: [0.5, 1, 1, 1][below(4)]! }] });
    for (let link = below(3); link >= 0 && task > 0; link--)
      links.push({ from: Math.max(0, task - 1 - below(400)), to: task, type: TYPES[below(8)]!, lag: LAGS[below(4)]! });
  }
  return { spec: { start: START, calendars: [0, 1, 2, 3].map(calendar), calendar: 0, tasks, links }, input };
}

const TYPES: readonly LinkType[] = ['FS', 'FS', 'FS', 'FS', 'FS', 'FS', 'SS', 'FF'];
const LAGS: readonly number[] = [0, 0, 0, 480];

/** The standard week with a week of holidays each quarter, another one for each calendar. */
const calendar = (number: number): CalendarSpec => ({
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  usual: OFFICE,
  exceptions: Array.from({ length: 40 }, (_, quarter) => {
    const from = 20_458 + 91 * quarter + 7 * number;
    return { from, to: from + 6, hours: [] };
  }),
});
