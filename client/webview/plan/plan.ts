import type { PlanMinute, Timeline, TimelineBar } from '../../../server/src/ide/timeline/types';
import { spanOf, type Extent } from './extent';

/** A timeline with the look-ups that drawing needs, made once per revision and shared between them as far as they agree. */
export interface Plan {
  readonly timeline: Timeline;
  /** By bar: 1 if it holds others. */
  readonly holds: Uint8Array;
  /** Index of the bar of a key, or -1. */
  readonly indexOf: (key: string) => number;
  readonly glossary: Glossary;
  /** From the first to the last date of anything; undefined without dates. */
  readonly span: Extent | undefined;
}

/** What it takes to put a bar into words. */
export interface Glossary {
  /** A person's name, or the id of one who is not declared. */
  readonly nameOf: (id: string) => string;
  readonly words: Timeline['words'];
  readonly dayLength: number;
}

/** `before` is the plan of an earlier revision. */
export function indexPlan(timeline: Timeline, before?: Plan): Plan {
  const changed = before ? changedBars(before.timeline.bars, timeline.bars) : undefined;
  return {
    timeline,
    holds: before?.timeline.holders === timeline.holders ? before.holds : holdsOf(timeline),
    indexOf: before && changed?.every(haveSameHead) ? before.indexOf : lookUp(timeline.bars),
    glossary: glossaryOf(timeline, before),
    span:
      before && changed?.every(haveNoSpan) && haveSameSpan(before.timeline, timeline) ? before.span : spanOf(timeline),
  };
}

type Change = readonly [before: TimelineBar, after: TimelineBar];

/** After a patch most bars are the very same objects. Undefined when there are more of them, or fewer. */
function changedBars(before: readonly TimelineBar[], after: readonly TimelineBar[]): readonly Change[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed: Change[] = [];
  for (let index = 0; index < after.length; index++)
    if (before[index] !== after[index]) changed.push([before[index]!, after[index]!]);
  return changed;
}

const haveSameHead = ([before, after]: Change): boolean => before.key === after.key && before.type === after.type;

/** Neither bar has anything that may lie outside of what its own dates and all others' span. */
const haveNoSpan = (change: Change): boolean =>
  change.every(({ due, forecast, baselines }) => (due ?? forecast ?? baselines) === undefined);

const haveSameSpan = (before: Timeline, after: Timeline): boolean =>
  before.start === after.start && before.finish === after.finish && before.statusDate === after.statusDate;

function holdsOf({ holders }: Timeline): Uint8Array {
  const holds = new Uint8Array(holders.length);
  for (const holder of holders) if (holder >= 0) holds[holder] = 1;
  return holds;
}

function glossaryOf(timeline: Timeline, before: Plan | undefined): Glossary {
  const { people, words, dayLength } = timeline;
  const known = before?.timeline;
  if (before && known?.people === people && known.words === words && known.dayLength === dayLength)
    return before.glossary;
  return { nameOf: names(timeline), words, dayLength };
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
