import type { WorkCalendar } from '../calendar/calendar';
import type { Network } from './compile';
import type { Tick } from '../calendar/ticks';

/** A start and a finish, in ticks; Infinity where the calendar has no such instant. */
export interface Span {
  readonly start: Tick;
  readonly finish: Tick;
}

/** A milestone stays at the end of a working period; in free time it moves on to the next working instant. */
export function standFrom(calendar: WorkCalendar, instant: Tick): Tick {
  const work = calendar.worked(instant);
  return calendar.finishAt(work) === instant ? instant : calendar.startAt(work);
}

/** A milestone stays at the start of a working period; in free time it moves back to the last working instant. */
export function standUntil(calendar: WorkCalendar, instant: Tick): Tick {
  const work = calendar.worked(instant);
  return calendar.startAt(work) === instant ? instant : calendar.finishAt(work);
}

/** Calendars that the node's work follows: of several assignees, or its own. */
export function calendarsOf(net: Network, node: number): readonly WorkCalendar[] {
  const task = net.spec.tasks[net.task[node]!]!;
  const several = !task.elapsed && task.team && task.team.length > 1;
  return several ? task.team.map((index) => net.calendars[index]!) : [net.calendars[net.calendar[node]!]!];
}

/**
 * Where work of the given length stands if it may begin at an instant: each assignee begins at the next working instant
 * of the own calendar, and the last to finish ends it.
 */
export function spanFrom(calendars: readonly WorkCalendar[], instant: Tick, duration: Tick): Span {
  if (duration === 0) {
    const at = standFrom(calendars[0]!, instant);
    return { start: at, finish: at };
  }
  let start = Infinity;
  let finish = -Infinity;
  for (const calendar of calendars) {
    const work = calendar.worked(instant);
    start = Math.min(start, calendar.startAt(work));
    finish = Math.max(finish, calendar.finishAt(work + duration));
  }
  return { start, finish };
}

/** Where work of the given length stands if it has to end by an instant: all assignees can make it from the start. */
export function spanUntil(calendars: readonly WorkCalendar[], instant: Tick, duration: Tick): Span {
  if (duration === 0) {
    const at = standUntil(calendars[0]!, instant);
    return { start: at, finish: at };
  }
  let start = Infinity;
  for (const calendar of calendars) start = Math.min(start, calendar.startAt(calendar.worked(instant) - duration));
  let finish = -Infinity;
  for (const calendar of calendars) finish = Math.max(finish, calendar.finishAt(calendar.worked(start) + duration));
  return { start, finish };
}
