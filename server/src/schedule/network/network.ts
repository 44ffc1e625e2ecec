import type { CalendarSpec } from '../calendar/calendarSpec';
import type { PlanMinute } from '../../kinds/time';

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/**
 * What a lag is measured in: working minutes on the successor's calendar, minutes of the clock, or a percentage of the
 * predecessor's duration, again in working or in elapsed time.
 */
export type LagUnit = 'working' | 'elapsed' | 'percent' | 'elapsed-percent';

/** A dependency; from or to a phase it holds for every task in it. */
export interface NetworkLink {
  /** Index of the predecessor and of the successor. */
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
  /** Minutes, or percent (50 is half the duration); negative is a lead. */
  readonly lag?: number;
  /** 'working' if absent. */
  readonly lagUnit?: LagUnit;
  /** Index of the calendar of a working lag; the successor's if absent. */
  readonly lagCalendar?: number;
  /** Index of the person who comes from one task to the other, in links that levelling adds. */
  readonly resource?: number;
}

/**
 * Dates that bound or fix an item. Lower bounds move an early date; upper bounds and must-dates override links and leave
 * negative slack; fixed dates override links and leave the late dates free; the deadline bounds late dates only. On a
 * phase lower bounds hold for every task in it, and everything else bounds the late dates of every task in it.
 */
export interface DateBounds {
  readonly startNoEarlier?: PlanMinute;
  readonly finishNoEarlier?: PlanMinute;
  readonly startNoLater?: PlanMinute;
  readonly finishNoLater?: PlanMinute;
  readonly mustStart?: PlanMinute;
  readonly mustFinish?: PlanMinute;
  /** Typed by hand: the item stands there whatever its links say. */
  readonly fixedStart?: PlanMinute;
  readonly fixedFinish?: PlanMinute;
  readonly deadline?: PlanMinute;
}

/** A task, milestone (duration 0) or phase. */
export interface NetworkTask extends DateBounds {
  /** Working minutes, or minutes of the clock if `elapsed`; ignored where there are children. */
  readonly duration: number;
  readonly elapsed?: boolean;
  /** Index of the item's calendar: its own or the project's. Slack and lag are counted on it. */
  readonly calendar: number;
  /** Calendars of the assignees, when the work follows them: each works `duration` minutes on the own calendar. */
  readonly team?: readonly number[];
  /** Index of the phase or task that holds this one. */
  readonly parent?: number;
  /** A phase has no work of its own, even if it is empty. */
  readonly phase?: boolean;
  /** As late as possible. */
  readonly late?: boolean;
  /** The start that levelling found for a task where no link can tell it. */
  readonly levelledStart?: PlanMinute;
  readonly actualStart?: PlanMinute;
  readonly actualFinish?: PlanMinute;
  /** 0 to 1. */
  readonly progress?: number;
}

/** A plan as numbers. Items are named by their index in `tasks`, links by theirs in `links`; all indices are valid. */
export interface NetworkSpec {
  readonly start: PlanMinute;
  /** Work that is not done moves past it. */
  readonly statusDate?: PlanMinute;
  readonly calendars: readonly CalendarSpec[];
  /** Index of the project's calendar. */
  readonly calendar: number;
  readonly tasks: readonly NetworkTask[];
  /** The order of links to the same successor decides which of equal predecessors is named as driving. */
  readonly links: readonly NetworkLink[];
}
