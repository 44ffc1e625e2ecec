import type { LinkType, NetworkLink, NetworkSpec, NetworkTask } from './network';
import { toTicks } from '../calendar/ticks';
import type { Tick } from '../calendar/ticks';

/** Bits of an edge: it leaves the predecessor's start, it arrives at the successor's finish. */
export const FROM_START = 1;
export const TO_FINISH = 2;

/** The bits of each type of link. */
export const TYPE_BITS: Readonly<Record<LinkType, number>> = { FS: 0, SS: FROM_START, FF: TO_FINISH, SF: 3 };

/** Edges of the network before they are ordered: nodes are tasks, then gates. See `NodeEdges` for the columns. */
export interface EdgeList {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  readonly lag: Float64Array;
  readonly calendar: Int32Array;
  readonly link: Int32Array;
}

/** A lag in ticks and the calendar it runs on. */
export interface Lag {
  readonly lag: Tick;
  readonly calendar: number;
}

export const NO_LAG: Lag = { lag: 0, calendar: 0 };

/** Collects edges; grows by doubling. */
export class EdgeBuilder {
  private count = 0;
  private list: EdgeList;

  constructor(capacity: number) {
    this.list = newList(Math.max(16, capacity));
  }

  /** `link` is the link that the edge stands for, −1 if none. */
  add(from: number, to: number, type: number, { lag, calendar }: Lag, link = -1): void {
    if (this.count === this.list.from.length) this.list = grown(this.list);
    const { list, count } = this;
    list.from[count] = from;
    list.to[count] = to;
    list.type[count] = type;
    list.lag[count] = lag;
    list.calendar[count] = calendar;
    list.link[count] = link;
    this.count++;
  }

  /** The edges so far. */
  edges(): EdgeList {
    const { list, count } = this;
    return {
      from: list.from.subarray(0, count),
      to: list.to.subarray(0, count),
      type: list.type.subarray(0, count),
      lag: list.lag.subarray(0, count),
      calendar: list.calendar.subarray(0, count),
      link: list.link.subarray(0, count),
    };
  }
}

const newList = (capacity: number): EdgeList => ({
  from: new Int32Array(capacity),
  to: new Int32Array(capacity),
  type: new Uint8Array(capacity),
  lag: new Float64Array(capacity),
  calendar: new Int32Array(capacity),
  link: new Int32Array(capacity),
});

function grown(old: EdgeList): EdgeList {
  const list = newList(old.from.length * 2);
  list.from.set(old.from);
  list.to.set(old.to);
  list.type.set(old.type);
  list.lag.set(old.lag);
  list.calendar.set(old.calendar);
  list.link.set(old.link);
  return list;
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
  if (link.lag === undefined || link.lag === 0) return NO_LAG;
  const elapsed = spec.calendars.length;
  const own = link.lagCalendar ?? spec.tasks[link.to]!.calendar;
  const share = Math.round((durationOf(from) * link.lag) / 100);
  switch (link.lagUnit ?? 'working') {
    case 'working':
      return { lag: toTicks(link.lag), calendar: own };
    case 'elapsed':
      return { lag: toTicks(link.lag), calendar: elapsed };
    case 'percent':
      return { lag: share, calendar: from.elapsed ? elapsed : own };
    case 'elapsed-percent':
      return { lag: share, calendar: elapsed };
  }
}
