import type { DriverKind } from './drivers';
import type { PlanMinute } from '../../kinds/time';

/** What makes a plan impossible, as data: tasks, links and calendars are named by their index. */
export type ScheduleProblem =
  /** Links run in a circle: its tasks and phases, and one closed path through them by links. They have no dates. */
  | { readonly kind: 'cycle'; readonly members: readonly number[]; readonly path: readonly number[] }
  /** The base of a calendar leads back to it; the base was cut. */
  | { readonly kind: 'calendar-cycle'; readonly calendar: number }
  /** A duration below 0 or no number; it counts as 0. */
  | { readonly kind: 'invalid-duration'; readonly task: number }
  /** The calendar has no working time, or too little after an instant and then none; the task has no dates. */
  | { readonly kind: 'no-working-time'; readonly task: number; readonly calendar: number; readonly after: PlanMinute }
  /** The dates lie further away than calendars reach. */
  | { readonly kind: 'beyond-calendar'; readonly task: number; readonly calendar: number }
  /** A hard or fixed date stands before the date that links and other bounds demand. */
  | {
      readonly kind: 'contradiction';
      readonly task: number;
      readonly bound: DriverKind;
      /** The start as it stands, and as it would be without the bound. */
      readonly start: PlanMinute;
      readonly demanded: PlanMinute;
      /** The link that demands it, or the phase around the task whose bound does; neither if it is another bound of the task itself. */
      readonly link?: number;
      readonly phase?: number;
    };
