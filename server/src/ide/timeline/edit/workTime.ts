/** Working time of one bar: of its calendar, or of those of all who work on it. */
import { MINUTES_PER_DAY, type PlanMinute } from '../../../kinds/time';
import type { ModelSchedule, ScheduledItem } from '../../../schedule/fromModel';
import type { WorkCalendar } from '../../../schedule/calendar/calendar';
import { calendarsOf, spanFrom, spanUntil, standFrom } from '../../../schedule/network/place';
import { toMinutes, toTicks } from '../../../schedule/calendar/ticks';
import type { Aim } from './scene';

export interface WorkTime {
  /** The first working instant from an instant on; a milestone may also stand where work ends. */
  readonly from: (minute: PlanMinute) => PlanMinute;
  /** The last working instant up to an instant. */
  readonly until: (minute: PlanMinute) => PlanMinute;
  /** The most minutes that all can work between two instants. */
  readonly between: (from: PlanMinute, to: PlanMinute) => number;
  /** Where work of some minutes ends that starts at an instant. */
  readonly finish: (start: PlanMinute, minutes: number) => PlanMinute;
  /** An instant so many working minutes later, or earlier if negative, at which work can start. */
  readonly shift: (start: PlanMinute, minutes: number) => PlanMinute;
}

/** Undefined for what has no place of its own in the network: phases, and what stands in a circle. */
export function workTimeOf({ plan: { network } }: ModelSchedule, index: number): WorkTime | undefined {
  const node = network.node[index]!;
  if (network.summary[index] === 1 || node < 0) return undefined;
  return workTimeOn(calendarsOf(network, node), network.duration[node] === 0);
}

/** That of the item itself, whoever works on it: a stated duration runs on it. */
export const ownWorkTimeOf = ({ plan: { network } }: ModelSchedule, index: number): WorkTime =>
  workTimeOn([network.calendars[network.spec.tasks[index]!.calendar]!], false);

function workTimeOn(calendars: readonly WorkCalendar[], isMoment: boolean): WorkTime {
  return {
    from: (minute) =>
      toMinutes(isMoment ? standFrom(calendars[0]!, toTicks(minute)) : spanFrom(calendars, toTicks(minute), 1).start),
    until: (minute) => toMinutes(spanUntil(calendars, toTicks(minute), 1).finish),
    between: (from, to) =>
      toMinutes(
        Math.min(...calendars.map((calendar) => calendar.worked(toTicks(to)) - calendar.worked(toTicks(from)))),
      ),
    finish: (start, minutes) => toMinutes(spanFrom(calendars, toTicks(start), toTicks(minutes)).finish),
    shift: (start, minutes) =>
      toMinutes(calendars[0]!.startAt(calendars[0]!.worked(toTicks(start)) + toTicks(minutes))),
  };
}

/** Working minutes from its start to its finish; nothing for what has none. */
export const lengthOf = ({ type, start, finish }: ScheduledItem, work: WorkTime): number =>
  type === 'milestone' || start === undefined || finish === undefined ? 0 : Math.max(0, work.between(start, finish));

/** An instant at midnight means a day. */
export const isWholeDay = (minute: PlanMinute): boolean => minute % MINUTES_PER_DAY === 0;

/** Is the bar where it should be? Of a day any instant will do; rounding of shares and lengths is forgiven. */
export function isHit(
  aim: Aim,
  bar: { readonly start: number | undefined; readonly finish: number | undefined },
): boolean {
  if (aim.of === 'text') return true;
  const at = bar[aim.of];
  if (at === undefined) return false;
  if (!aim.wholeDay) return Math.abs(at - aim.at) <= MOST_ROUNDING;
  const day = aim.of === 'start' ? startDay : endDay;
  return day(at) === day(aim.at);
}

const MOST_ROUNDING = 5;
const startDay = (minute: PlanMinute): number => Math.floor(minute / MINUTES_PER_DAY);
const endDay = (minute: PlanMinute): number => Math.ceil(minute / MINUTES_PER_DAY) - 1;
