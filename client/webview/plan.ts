import type { PlanMinute, Timeline, TimelineBar } from '../../server/src/ide/timeline/types';
import { spanOf, type Extent } from './zoom';

/** A timeline with the look-ups that drawing needs, made once per revision and shared between them as far as they agree. */
export interface Plan {
  readonly timeline: Timeline;
  /** By bar: 1 if it holds others. */
  readonly holds: Uint8Array;
  /** Index of the bar of a key, or -1. */
  readonly indexOf: (key: string) => number;
  /** A person's name, or the id of one who is not declared. */
  readonly nameOf: (id: string) => string;
  /** From the first to the last date of anything; undefined without dates. */
  readonly span: Extent | undefined;
}

/** `before` is the plan of an earlier revision. */
export function indexPlan(timeline: Timeline, before?: Plan): Plan {
  const isSame = before !== undefined && haveSameHeads(before.timeline.bars, timeline.bars);
  return {
    timeline,
    holds: before?.timeline.holders === timeline.holders ? before.holds : holdsOf(timeline),
    indexOf: isSame ? before.indexOf : lookUp(timeline.bars),
    nameOf: before?.timeline.people === timeline.people ? before.nameOf : names(timeline),
    span: before?.timeline.bars === timeline.bars ? before.span : spanOf(timeline),
  };
}

/** Keys and types. After a patch most bars are the very same objects, so this costs next to nothing. */
const haveSameHeads = (a: readonly TimelineBar[], b: readonly TimelineBar[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((bar, index) => bar === b[index] || (bar.key === b[index]!.key && bar.type === b[index]!.type)));

function holdsOf({ holders }: Timeline): Uint8Array {
  const holds = new Uint8Array(holders.length);
  for (const holder of holders) if (holder >= 0) holds[holder] = 1;
  return holds;
}

function names({ people }: Timeline): (id: string) => string {
  const titles = new Map(people.map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) || id;
}

/** Made when the first key is asked for: a picture of 100,000 bars needs none to be drawn. */
function lookUp(bars: readonly TimelineBar[]): (key: string) => number {
  let indexes: ReadonlyMap<string, number> | undefined;
  return (key) => (indexes ??= new Map(bars.map((bar, index) => [bar.key, index]))).get(key) ?? -1;
}

/** A bar that has its dates. */
export type DatedBar = TimelineBar & { readonly start: number; readonly finish: number };

export const isDated = (bar: TimelineBar): bar is DatedBar => bar.start !== undefined && bar.finish !== undefined;

/** Whether the bar finishes after the promise. */
export const isLate = ({ due, finish }: TimelineBar): boolean =>
  due !== undefined && finish !== undefined && finish > due;

/** The status date, unless it is today: one line is enough then. */
export function shownStatusDate({ statusDate }: Timeline, today: PlanMinute | undefined): PlanMinute | undefined {
  const dayOf = (minute: PlanMinute): number => Math.floor(minute / 1440);
  const isToday = statusDate !== undefined && today !== undefined && dayOf(statusDate) === dayOf(today);
  return isToday ? undefined : statusDate;
}
