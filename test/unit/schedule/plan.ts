/** Small plans by name, and their computed dates as text. */
import type { CalendarSpec, WorkSpan } from '../../../server/src/schedule/calendar/calendarSpec';
import type { LagUnit, LinkType, NetworkSpec, NetworkTask } from '../../../server/src/schedule/network/network';
import { schedule } from '../../../server/src/schedule/network/schedule';
import type { Schedule } from '../../../server/src/schedule/network/schedule';
import { formatMinute, parseDay, parseMinute } from '../../../server/src/kinds/time';

/** All dates that a task can have. */
export const DATES = [
  'startNoEarlier',
  'finishNoEarlier',
  'startNoLater',
  'finishNoLater',
  'mustStart',
  'mustFinish',
  'fixedStart',
  'fixedFinish',
  'deadline',
  'actualStart',
  'actualFinish',
] as const;

type Dates = Partial<Record<(typeof DATES)[number], string>>;
type Plain = Partial<Pick<NetworkTask, 'elapsed' | 'calendar' | 'team' | 'phase' | 'late' | 'progress'>>;

/** A task: hours of work, its predecessors ("A", "A SS 8h", "A FS -50%", "A FS 48eh"), the item around it, dates. */
export interface PlanItem extends Dates, Plain {
  readonly hours?: number;
  readonly after?: readonly string[];
  readonly in?: string;
}

export interface PlanOptions {
  /** Monday 5 January 2026, 08:00, if absent. */
  readonly start?: string;
  readonly statusDate?: string;
  /** The standard week if absent; the first is the project's. */
  readonly calendars?: readonly CalendarSpec[];
}

export const span = (from: string, to: string): WorkSpan => ({ from: clock(from), to: clock(to) });

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export const day = (text: string): number => parseDay(text)!;

export const minute = (text: string): number => parseMinute(text)!;

const OFFICE = [span('08:00', '12:00'), span('13:00', '17:00')];

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00. */
export const STANDARD: CalendarSpec = { week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], usual: OFFICE };

export const holiday = (from: string, to = from): { from: number; to: number; hours: readonly WorkSpan[] } => ({
  from: day(from),
  to: day(to),
  hours: [],
});

const UNITS: Readonly<Record<string, LagUnit>> = {
  h: 'working',
  eh: 'elapsed',
  '%': 'percent',
  'e%': 'elapsed-percent',
};

/** Compiles named tasks into a network. */
function networkOf(items: Readonly<Record<string, PlanItem>>, options: PlanOptions = {}): NetworkSpec {
  const names = Object.keys(items);
  const tasks = names.map((name) => taskOf(items[name]!, names));
  const links = names.flatMap((name, to) =>
    (items[name]!.after ?? []).map((text) => {
      const [from = '', type = 'FS', lag] = text.split(' ');
      const [, amount, unit] = /^(-?[\d.]+)(.*)$/.exec(lag ?? '0h')!;
      const lagUnit = UNITS[unit!]!;
      const factor = unit!.endsWith('h') ? 60 : 1;
      return { from: names.indexOf(from), to, type: type as LinkType, lag: Number(amount) * factor, lagUnit };
    }),
  );
  return {
    start: minute(options.start ?? '2026-01-05T08:00'),
    ...(options.statusDate === undefined ? {} : { statusDate: minute(options.statusDate) }),
    calendars: options.calendars ?? [STANDARD],
    calendar: 0,
    tasks,
    links,
  };
}

function taskOf(item: PlanItem, names: readonly string[]): NetworkTask {
  const dates = DATES.flatMap((name) => (item[name] === undefined ? [] : [[name, minute(item[name])] as const]));
  const { elapsed, team, phase, late, progress } = item;
  const plain = Object.entries({ elapsed, team, phase, late, progress }).filter(([, value]) => value !== undefined);
  return {
    duration: (item.hours ?? 0) * 60,
    calendar: item.calendar ?? 0,
    ...(item.in === undefined ? {} : { parent: names.indexOf(item.in) }),
    ...(Object.fromEntries(plain) as Plain),
    ...Object.fromEntries(dates),
  };
}

/** A computed plan whose tasks are asked for by name. */
export interface Computed {
  readonly plan: Schedule;
  readonly index: (name: string) => number;
  /** "01-05 08:00 – 01-06 17:00", or "none". */
  readonly dates: (name: string) => string;
  /** The same of the late dates. */
  readonly late: (name: string) => string;
  /** Total and free slack in hours. */
  readonly slack: (name: string) => readonly [number, number];
  readonly critical: () => string;
}

export function compute(items: Readonly<Record<string, PlanItem>>, options: PlanOptions = {}): Computed {
  const plan = schedule(networkOf(items, options));
  const names = Object.keys(items);
  const index = (name: string): number => names.indexOf(name);
  const pair = (from: Float64Array, to: Float64Array, at: number): string =>
    Number.isNaN(from[at]) ? 'none' : `${shortDate(from[at]!)} – ${shortDate(to[at]!)}`;
  return {
    plan,
    index,
    dates: (name) => pair(plan.start, plan.finish, index(name)),
    late: (name) => pair(plan.lateStart, plan.lateFinish, index(name)),
    slack: (name) => [plan.totalSlack[index(name)]! / 60, plan.freeSlack[index(name)]! / 60],
    critical: () => names.filter((_, at) => plan.critical[at]).join(' '),
  };
}

/** "01-05 08:00". */
export const shortDate = (at: number): string => formatMinute(at).slice(5, 16).replace('T', ' ');
