import type { LinkType, NetworkLink, NetworkSpec, NetworkTask } from './network';
import { toTicks } from './time';
import type { Tick } from './time';

/** Bits of an edge: it leaves the predecessor's start, it arrives at the successor's finish. */
export const FROM_START = 1;
export const TO_FINISH = 2;

/** The bits of each type of link. */
export const TYPE_BITS: Readonly<Record<LinkType, number>> = { FS: 0, SS: FROM_START, FF: TO_FINISH, SF: 3 };

/** Edges of the network before they are ordered: nodes are tasks, then gates. See `Network` for the columns. */
export interface EdgeList {
  readonly from: number[];
  readonly to: number[];
  readonly type: number[];
  readonly lag: number[];
  readonly calendar: number[];
  readonly link: number[];
}

export const emptyEdges = (): EdgeList => ({ from: [], to: [], type: [], lag: [], calendar: [], link: [] });

/** A lag in ticks and the calendar it runs on. */
export interface Lag {
  readonly lag: Tick;
  readonly calendar: number;
}

export const NO_LAG: Lag = { lag: 0, calendar: 0 };

export function addEdge(edges: EdgeList, from: number, to: number, type: number, { lag, calendar }: Lag, link = -1): void {
  edges.from.push(from);
  edges.to.push(to);
  edges.type.push(type);
  edges.lag.push(lag);
  edges.calendar.push(calendar);
  edges.link.push(link);
}

/** Duration in whole ticks; what is negative or no number counts as nothing, and is reported. */
export const durationOf = (task: NetworkTask): Tick => (task.duration > 0 ? toTicks(task.duration) : 0);

/** Whether the lag is a share of the predecessor's duration. */
export const isPercentage = (link: NetworkLink): boolean =>
  (link.lagUnit === 'percent' || link.lagUnit === 'elapsed-percent') && (link.lag ?? 0) !== 0;

/**
 * The lag of a link after `from`, which is its predecessor or a task in it. Working lag runs on the calendar of the
 * successor, and a percentage of elapsed work on the clock.
 */
export function lagOf(spec: NetworkSpec, link: NetworkLink, from: NetworkTask): Lag {
  const elapsed = spec.calendars.length;
  const own = spec.tasks[link.to]!.calendar;
  const amount = link.lag ?? 0;
  switch (link.lagUnit ?? 'working') {
    case 'working':
      return { lag: toTicks(amount), calendar: own };
    case 'elapsed':
      return { lag: toTicks(amount), calendar: elapsed };
    case 'percent':
      return { lag: Math.round((durationOf(from) * amount) / 100), calendar: from.elapsed ? elapsed : own };
    case 'elapsed-percent':
      return { lag: Math.round((durationOf(from) * amount) / 100), calendar: elapsed };
  }
}
