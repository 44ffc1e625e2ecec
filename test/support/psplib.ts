/** Projects in the form of PSPLIB's `.sm` files (Kolisch and Sprecher 1996): one project, one mode, renewable resources. */
import type { LevellingInput } from '../../server/src/schedule/levelling/input';
import type { NetworkSpec } from '../../server/src/schedule/network/network';

/** A job: number from 1, what follows it, how long it takes, and its units of each resource. */
export interface Job {
  readonly duration: number;
  /** Indices of jobs. */
  readonly successors: readonly number[];
  readonly demand: readonly number[];
}

export interface ResourceProject {
  readonly jobs: readonly Job[];
  readonly capacity: readonly number[];
}

/** Reads a `.sm` file; throws on what is not of that form. */
export function readSm(text: string): ResourceProject {
  const successors = rows(text, 'PRECEDENCE RELATIONS').map(([, modes, , ...rest]) => {
    if (modes !== 1) throw new Error('a job with several modes');
    return rest.map((job) => job - 1);
  });
  const requests = rows(text, 'REQUESTS/DURATIONS');
  const capacity = rows(text, 'RESOURCEAVAILABILITIES')[0];
  if (!capacity || successors.length === 0 || requests.length !== successors.length) throw new Error('no .sm file');
  const jobs = requests.map(([, , duration, ...demand], at) => ({
    duration: duration!,
    demand,
    successors: successors[at]!,
  }));
  return { jobs, capacity };
}

/** The lines of numbers in a section. */
function rows(text: string, section: string): readonly (readonly number[])[] {
  const start = text.indexOf(`${section}:`);
  const end = text.indexOf('***', start);
  return text
    .slice(start, end < 0 ? undefined : end)
    .split('\n')
    .filter((line) => /^\s*\d[\d\s]*$/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number));
}

/** The project as a plan: a unit of time is a minute, work goes on day and night. */
export function planOf({ jobs, capacity }: ResourceProject): { spec: NetworkSpec; input: LevellingInput } {
  const allDay = [{ from: 0, to: 1440 }];
  return {
    spec: {
      start: 0,
      calendars: [{ week: Array.from({ length: 7 }, () => allDay) }],
      calendar: 0,
      tasks: jobs.map(({ duration }) => ({ duration, calendar: 0 })),
      links: jobs.flatMap(({ successors }, from) => successors.map((to) => ({ from, to, type: 'FS' as const }))),
    },
    input: {
      resources: capacity.map((units) => ({ calendar: 0, capacity: units })),
      tasks: jobs.map(({ demand }, rank) => ({
        rank,
        uses: demand.flatMap((share, resource) => (share > 0 ? [{ resource, share }] : [])),
      })),
    },
  };
}

/** Best known makespans by "3_7": set of parameters and instance, from files such as `j30opt.sm` and `j60hrs.sm`. */
export const readBestKnown = (text: string): ReadonlyMap<string, number> =>
  new Map(
    [...text.matchAll(/^\s*(\d+)\s+(\d+)\s+(\d+)\b/gm)].map(([, set, instance, makespan]) => [
      `${set}_${instance}`,
      Number(makespan),
    ]),
  );

/** Units of each resource in use never exceed what there is, at any minute. */
export function overloaded({ jobs, capacity }: ResourceProject, start: ArrayLike<number>, finish: number): boolean {
  for (let minute = 0; minute < finish; minute++)
    for (let resource = 0; resource < capacity.length; resource++) {
      const inUse = jobs.reduce(
        (sum, { duration, demand }, at) =>
          start[at]! <= minute && minute < start[at]! + duration ? sum + demand[resource]! : sum,
        0,
      );
      if (inUse > capacity[resource]!) return true;
    }
  return false;
}
