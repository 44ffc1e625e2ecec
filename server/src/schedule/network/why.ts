import type { ExceptionSource } from '../calendar/calendarSpec';
import type { DriverKind } from './drivers';
import { lagOf } from './edges';
import type { LagUnit, LinkType, NetworkTask } from './network';
import { driverOf } from './schedule';
import type { Schedule, TaskDriver } from './schedule';
import { dayOf } from '../../kinds/time';
import { toMinutes, toTicks } from '../calendar/ticks';
import type { PlanDay, PlanMinute } from '../../kinds/time';

/** Why a task starts, and so finishes, when it does; words are made elsewhere. */
export interface Reason {
  readonly task: number;
  /** "T-2 starts Tue 7 Apr, 08:00". */
  readonly start: PlanMinute;
  readonly finish: PlanMinute;
  readonly kind: DriverKind;
  /** The date typed by hand that decides, of the task or of a phase around it; undefined for links and project start. */
  readonly bound: PlanMinute | undefined;
  /** The item that holds the deciding date or link: the task, or a phase around it. */
  readonly item: number;
  readonly link: LinkReason | undefined;
  /** Days without work between what decides and the start: "3–5 Apr is 清明节". */
  readonly passed: readonly PassedDays[];
  /** Days without work between start and finish, apart from the weekly ones. */
  readonly within: readonly PassedDays[];
}

/** "… because T-1 ends Thu 2 Apr, +1 d lag". */
export interface LinkReason {
  /** Index of the link. */
  readonly link: number;
  /** The predecessor: a task, or a phase as a whole. */
  readonly from: number;
  readonly type: LinkType;
  /** As written: minutes or percent. */
  readonly lag: number;
  readonly lagUnit: LagUnit;
  /** The predecessor's start or finish. */
  readonly at: PlanMinute;
  /** The same with the lag. */
  readonly afterLag: PlanMinute;
  /** Index of the person who is busy with the predecessor until then, if levelling made the link; undefined for links of the plan. */
  readonly resource: number | undefined;
}

/** Consecutive days without work for one reason. */
export interface PassedDays {
  readonly from: PlanDay;
  /** Inclusive. */
  readonly to: PlanDay;
  /** The exception of a calendar that makes them free; undefined for days that are free every week. */
  readonly exception: ExceptionSource | undefined;
}

/** Longest stretch of days that is looked through for days passed over. */
const MOST_DAYS = 3660;

/** Why a task is where it is; undefined if it has no dates. */
export function reasonOf(plan: Schedule, task: number): Reason | undefined {
  const start = plan.start[task]!;
  const finish = plan.finish[task]!;
  if (Number.isNaN(start) || plan.network.summary[task]) return undefined;
  const driver = driverOf(plan, task);
  const link = driver.link === undefined ? undefined : linkReason(plan, driver.link);
  const bound = boundOf(plan, task, driver);
  const since = link?.at ?? bound ?? plan.projectStart;
  return {
    task,
    start,
    finish,
    kind: driver.kind,
    bound,
    item: driver.item,
    link,
    passed: since < start ? freeDays(plan, task, since, start) : [],
    within: freeDays(plan, task, start, finish).filter(({ exception }) => exception !== undefined),
  };
}

/** The reasons from the task back to where it all begins: each is that of the predecessor which drives the one before. */
export function reasonChain(plan: Schedule, task: number): Reason[] {
  const chain: Reason[] = [];
  const seen = new Set<number>();
  for (let at: number | undefined = task; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const reason = reasonOf(plan, at);
    if (!reason) break;
    chain.push(reason);
    at = reason.link && decisiveTask(plan, reason.link);
  }
  return chain;
}

/** The predecessor, or the task in a phase whose date is the phase's. */
function decisiveTask(plan: Schedule, { from, type, at }: LinkReason): number | undefined {
  if (!plan.network.summary[from]) return from;
  const dates = leaves(type) === 'finish' ? plan.finish : plan.start;
  return tasksIn(plan, from).find((task) => dates[task] === at);
}

const leaves = (type: LinkType): 'start' | 'finish' => (type === 'FS' || type === 'FF' ? 'finish' : 'start');

function tasksIn({ network: { spec, summary } }: Schedule, phase: number): number[] {
  return [...spec.tasks.keys()].filter((task) => {
    let at: number | undefined = task;
    for (let depth = 0; at !== undefined && at !== phase && depth < spec.tasks.length; depth++)
      at = spec.tasks[at]!.parent;
    return at === phase && !summary[task];
  });
}

function linkReason(plan: Schedule, index: number): LinkReason {
  const { spec, calendars, summary } = plan.network;
  const { from, type, lag = 0, lagUnit = 'working', resource } = spec.links[index]!;
  const at = summary[from] ? lastIn(plan, from, type) : (leaves(type) === 'finish' ? plan.finish : plan.start)[from]!;
  const { lag: ticks, calendar } = lagOf(spec, spec.links[index]!, spec.tasks[from]!);
  const clock = calendars[calendar]!;
  const afterLag = ticks === 0 ? at : toMinutes(clock.finishAt(clock.worked(toTicks(at)) + ticks));
  return { link: index, from, type, lag, lagUnit, at, afterLag, resource };
}

/** The last finish, or the last start, in a phase: a link from it holds for everything in it. */
function lastIn(plan: Schedule, phase: number, type: LinkType): PlanMinute {
  if (leaves(type) === 'finish') return plan.finish[phase]!;
  return Math.max(
    ...tasksIn(plan, phase)
      .map((task) => plan.start[task]!)
      .filter((start) => !Number.isNaN(start)),
  );
}

const BOUND_FIELDS: Partial<Record<DriverKind, keyof NetworkTask>> = {
  'start-no-earlier': 'startNoEarlier',
  'finish-no-earlier': 'finishNoEarlier',
  'start-no-later': 'startNoLater',
  'finish-no-later': 'finishNoLater',
  'must-start': 'mustStart',
  'must-finish': 'mustFinish',
  'fixed-start': 'fixedStart',
  'fixed-finish': 'fixedFinish',
  'actual-start': 'actualStart',
  'actual-finish': 'actualFinish',
};

function boundOf(plan: Schedule, task: number, driver: TaskDriver): PlanMinute | undefined {
  if (driver.kind === 'status-date') return plan.network.spec.statusDate;
  if (driver.kind === 'as-late-as-possible') return plan.start[task];
  const item = plan.network.spec.tasks[driver.item]!;
  const field = BOUND_FIELDS[driver.kind];
  const value = field === undefined ? undefined : item[field];
  const phaseStart = driver.kind === 'start-no-earlier' && plan.network.summary[driver.item];
  if (phaseStart)
    return Math.max(...[item.startNoEarlier, item.mustStart, item.fixedStart].filter((date) => date !== undefined));
  return typeof value === 'number' ? value : undefined;
}

/** The days from the first instant's to the last instant's on which the task's calendar does not work. */
function freeDays(plan: Schedule, task: number, from: PlanMinute, to: PlanMinute): PassedDays[] {
  const { network } = plan;
  const calendar = network.calendars[network.calendar[network.node[task]!]!]!;
  const found: PassedDays[] = [];
  const end = Math.min(dayOf(to), dayOf(from) + MOST_DAYS);
  for (let day = dayOf(from); day <= end; day++) {
    if (calendar.workOn(day) > 0) continue;
    const exception = calendar.exceptionOn(day);
    const last = found.at(-1);
    const same =
      last?.to === day - 1 &&
      last.exception?.calendar === exception?.calendar &&
      last.exception?.exception === exception?.exception;
    if (same) found[found.length - 1] = { ...last, to: day };
    else found.push({ from: day, to: day, exception });
  }
  return found;
}
