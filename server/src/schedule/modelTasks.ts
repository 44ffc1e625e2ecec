/** Phases, tasks and milestones of a model as numbers. */
import { enumOf, valueOf, valuesOf } from '../kinds/facts';
import type { ValueOf } from '../kinds/value';
import type { Item, Model } from '../model/model';
import { teamWork } from './effort';
import { minutesOf, type Lengths } from './lengths';
import type { PlanCalendars } from './modelCalendars';
import type { DateBounds, NetworkTask } from './network';
import { MINUTES_PER_DAY, type PlanMinute } from '../kinds/time';

export type ScheduledType = 'phase' | 'task' | 'milestone';

/** What the schedule makes of an item; undefined for items that have no dates. */
export function scheduledTypeOf({ kind }: Item): ScheduledType | undefined {
  if (kind?.trace === 'work') return 'task';
  if (kind?.trace === 'milestone') return 'milestone';
  return kind?.key === 'phase' ? 'phase' : undefined;
}

export function taskOf(
  model: Model,
  item: Item,
  type: ScheduledType,
  lengths: Lengths,
  calendars: PlanCalendars,
): NetworkTask {
  const progress = valueOf(item, 'progress');
  return {
    ...workOf(model, item, type, lengths, calendars),
    ...boundsOf(item),
    calendar: calendars.namedBy(item) ?? calendars.project,
    phase: type === 'phase',
    late: enumOf(item, 'schedule') === 'late',
    ...actualOf(item),
    ...(progress?.type === 'percent' ? { progress: progress.fraction } : {}),
  };
}

type Work = Pick<NetworkTask, 'duration' | 'elapsed' | 'team'>;

/** A stated duration holds; otherwise effort is divided by the sum of the allocations, on the assignees' calendars. */
function workOf(model: Model, item: Item, type: ScheduledType, lengths: Lengths, calendars: PlanCalendars): Work {
  const duration = valueOf(item, 'duration');
  if (type !== 'task') return { duration: 0 };
  if (duration?.type === 'estimate')
    return { duration: minutesOf(duration.likely, lengths), elapsed: duration.likely.elapsed };
  const effort = valueOf(item, 'effort');
  if (effort?.type !== 'estimate') return { duration: 0 };
  const allocations = valuesOf(item, 'assign').flatMap((value) => {
    if (value.type !== 'allocation') return [];
    const person = model.byId(value.target.id);
    return [{ calendar: person ? calendars.ofPerson(person.index) : calendars.project, share: value.fraction }];
  });
  const minutes = minutesOf(effort.likely, lengths);
  return { duration: minutes, ...teamWork(minutes, allocations), elapsed: effort.likely.elapsed };
}

/** Dates that bound or fix an item. A deadline or due date without time means the end of that day. */
function boundsOf(item: Item): DateBounds {
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
export function dueOf(item: Item): PlanMinute | undefined {
  const value = valueOf(item, 'due') ?? valueOf(item, 'deadline');
  if (value?.type === 'date') return (value.day + 1) * MINUTES_PER_DAY;
  return value?.type === 'date-time' ? value.minute : undefined;
}

function actualOf(item: Item): Pick<NetworkTask, 'actualStart' | 'actualFinish'> {
  const value = valueOf(item, 'actual');
  if (value?.type === 'period')
    return {
      ...(value.from === undefined ? {} : { actualStart: value.from }),
      ...(value.to === undefined ? {} : { actualFinish: value.to }),
    };
  const minute =
    value?.type === 'date' ? value.day * MINUTES_PER_DAY : value?.type === 'date-time' ? value.minute : undefined;
  return minute === undefined ? {} : { actualStart: minute, actualFinish: minute };
}
