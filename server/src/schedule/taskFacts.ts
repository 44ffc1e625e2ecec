/** What phases, tasks and milestones say about their dates, read from one declaration. */
import { enumOf, valueOf, valuesOf } from '../kinds/facts';
import type { ItemFacts } from '../kinds/facts';
import type { Kind } from '../kinds/table';
import { MINUTES_PER_DAY, type PlanMinute } from '../kinds/time';
import type { Duration, ValueOf } from '../kinds/value';
import type { DateBounds, NetworkTask } from './network/network';
import { perFacts } from './perFacts';

export type ScheduledType = 'phase' | 'task' | 'milestone';

/** A dependency as written. */
export interface WrittenLink {
  /** Number of the predecessor's id. */
  readonly idNumber: number;
  readonly dependency: ValueOf<'dependency'>;
}

/** A phase, task or milestone as written; ids are not resolved, durations not yet minutes. */
export interface TaskFacts extends DateBounds, Pick<NetworkTask, 'actualStart' | 'actualFinish' | 'progress'> {
  readonly type: ScheduledType;
  /** The likely ones. */
  readonly duration: Duration | undefined;
  readonly effort: Duration | undefined;
  /** Who does it; a share of 1 is the whole working time. */
  readonly assigned: readonly { readonly idNumber: number; readonly share: number }[];
  readonly links: readonly WrittenLink[];
  /** Number of the id of a calendar of its own. */
  readonly calendar: number | undefined;
  readonly late: boolean;
  /** Whether anything says how long it takes. */
  readonly estimated: boolean;
}

/** What is said of an item with dates, as bits of `saidBy`: who looks at all items reads these. */
export const TASK_SAYS = {
  TASK: 1,
  MILESTONE: 2,
  /** All of it is done. */
  DONE: 4,
  /** Says when it ended. */
  ENDED: 8,
  ESTIMATED: 16,
  ASSIGNED: 32,
  /** Has a deadline or due date. */
  PROMISED: 64,
  /** Has to finish before it may start, by its own two fields. */
  REVERSED: 128,
} as const;

/** The bits of an item. */
export function saidBy(facts: TaskFacts): number {
  const { startNoEarlier, mustStart, fixedStart, finishNoLater, mustFinish, fixedFinish } = facts;
  const from = startNoEarlier ?? mustStart ?? fixedStart ?? -Infinity;
  const isReversed = from > (finishNoLater ?? mustFinish ?? fixedFinish ?? Infinity);
  return (
    (facts.type === 'task' ? TASK_SAYS.TASK : 0) |
    (facts.type === 'milestone' ? TASK_SAYS.MILESTONE : 0) |
    (facts.progress === 1 ? TASK_SAYS.DONE : 0) |
    (facts.actualFinish !== undefined ? TASK_SAYS.ENDED : 0) |
    (facts.estimated ? TASK_SAYS.ESTIMATED : 0) |
    (facts.assigned.length > 0 ? TASK_SAYS.ASSIGNED : 0) |
    (facts.deadline !== undefined ? TASK_SAYS.PROMISED : 0) |
    (isReversed ? TASK_SAYS.REVERSED : 0)
  );
}

/** What the schedule makes of items of a kind; undefined if they have no dates. */
export function scheduledTypeOf(kind: Kind | undefined): ScheduledType | undefined {
  if (kind?.trace === 'work') return 'task';
  if (kind?.trace === 'milestone') return 'milestone';
  return kind?.key === 'phase' ? 'phase' : undefined;
}

/** The facts of an item that has dates. */
export const taskFacts = perFacts((item): TaskFacts => {
  const type = scheduledTypeOf(item.kind) ?? 'phase';
  const duration = likely(item, 'duration');
  const effort = likely(item, 'effort');
  const said = (key: string): boolean => valueOf(item, key) !== undefined;
  const bounds = boundsOf(item);
  const actual = actualOf(item);
  const { assigned, links, calendar } = namesIn(item);
  return {
    type,
    duration,
    effort,
    assigned,
    links,
    calendar,
    late: enumOf(item, 'schedule') === 'late',
    estimated: type !== 'task' || said('duration') || said('effort') || said('end') || said('actual'),
    // One by one, so that all facts have one shape, which is fast to read.
    startNoEarlier: bounds.startNoEarlier,
    finishNoEarlier: bounds.finishNoEarlier,
    startNoLater: bounds.startNoLater,
    finishNoLater: bounds.finishNoLater,
    mustStart: bounds.mustStart,
    mustFinish: bounds.mustFinish,
    fixedStart: bounds.fixedStart,
    fixedFinish: bounds.fixedFinish,
    deadline: bounds.deadline,
    actualStart: actual.actualStart,
    actualFinish: actual.actualFinish,
    progress: progressOf(item),
  };
});

/** What a task names: who does it, what it waits for, its calendar. */
function namesIn({ references }: ItemFacts): Pick<TaskFacts, 'assigned' | 'links' | 'calendar'> {
  const assigned: TaskFacts['assigned'][number][] = [];
  const links: WrittenLink[] = [];
  let calendar: number | undefined;
  for (const { field, idNumber, value } of references) {
    if (field.key === 'assign' && value.type === 'allocation') assigned.push({ idNumber, share: value.fraction });
    if (field.key === 'after' && value.type === 'dependency') links.push({ idNumber, dependency: value });
    if (field.key === 'calendar') calendar ??= idNumber;
  }
  return { assigned, links, calendar };
}

function likely(item: ItemFacts, key: 'duration' | 'effort'): Duration | undefined {
  const value = valueOf(item, key);
  return value?.type === 'estimate' ? value.likely : undefined;
}

/** From 0 to 1; what is `done` is all done. Undefined if nothing is said. */
function progressOf(item: ItemFacts): number | undefined {
  if (enumOf(item, 'status') === 'done') return 1;
  const progress = valueOf(item, 'progress');
  return progress?.type === 'percent' ? progress.fraction : undefined;
}

/** Dates that bound or fix an item. A deadline or due date without time means the end of that day. */
function boundsOf(item: ItemFacts): DateBounds {
  const bounds: Record<string, PlanMinute> = {};
  for (const value of valuesOf(item, 'start'))
    if (value.type === 'moment') bounds[START[value.op ?? 'fixed']] = value.minute;
  for (const value of valuesOf(item, 'end'))
    if (value.type === 'moment') bounds[FINISH[value.op ?? 'fixed']] = endOf(value);
  const deadline = dueOf(item);
  return deadline === undefined ? bounds : { ...bounds, deadline };
}

const START = { '>=': 'startNoEarlier', '<=': 'startNoLater', '=': 'mustStart', fixed: 'fixedStart' } as const;
const FINISH = { '>=': 'finishNoEarlier', '<=': 'finishNoLater', '=': 'mustFinish', fixed: 'fixedFinish' } as const;

const endOf = ({ minute, wholeDay }: ValueOf<'moment'>): PlanMinute => (wholeDay ? minute + MINUTES_PER_DAY : minute);

/** The instant up to which an item keeps its promise: its `due` or `deadline`. */
export function dueOf(item: ItemFacts): PlanMinute | undefined {
  const value = valueOf(item, 'due') ?? valueOf(item, 'deadline');
  if (value?.type === 'date') return (value.day + 1) * MINUTES_PER_DAY;
  return value?.type === 'date-time' ? value.minute : undefined;
}

function actualOf(item: ItemFacts): Pick<NetworkTask, 'actualStart' | 'actualFinish'> {
  const value = valueOf(item, 'actual');
  if (value?.type === 'period') return { actualStart: value.from, actualFinish: value.to };
  const minute =
    value?.type === 'date' ? value.day * MINUTES_PER_DAY : value?.type === 'date-time' ? value.minute : undefined;
  return { actualStart: minute, actualFinish: minute };
}
