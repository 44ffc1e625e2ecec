import type { PlanMinute, SourceRange, Timeline, TimelineBar } from '../../server/src/ide/timeline.types';
import { spanOf, type Extent } from './zoom';

/** A timeline with the look-ups that drawing needs, made once per revision. */
export interface Plan {
  readonly timeline: Timeline;
  readonly byKey: ReadonlyMap<string, TimelineBar>;
  /** Keys of the bars that hold others. */
  readonly parents: ReadonlySet<string>;
  /** From the first to the last date of anything; undefined without dates. */
  readonly span: Extent | undefined;
}

export function indexPlan(timeline: Timeline): Plan {
  const byKey = new Map(timeline.bars.map((bar) => [bar.key, bar]));
  const parents = new Set(timeline.bars.flatMap(({ parent }) => (parent === undefined ? [] : [parent])));
  return { timeline, byKey, parents, span: spanOf(timeline) };
}

/** A bar that has its dates. */
export type DatedBar = TimelineBar & { readonly start: number; readonly finish: number };

export const isDated = (bar: TimelineBar): bar is DatedBar => bar.start !== undefined && bar.finish !== undefined;

/** Whether the bar finishes after the promise. */
export const isLate = ({ due, finish }: TimelineBar): boolean =>
  due !== undefined && finish !== undefined && finish > due;

/** The status date, unless it is today: one line is enough then. */
export function shownStatusDate({ statusDate }: Timeline, today: PlanMinute): PlanMinute | undefined {
  const dayOf = (minute: PlanMinute): number => Math.floor(minute / 1440);
  return statusDate !== undefined && dayOf(statusDate) !== dayOf(today) ? statusDate : undefined;
}

/** Key of the innermost bar whose declaration holds the position; undefined between declarations and in other files. */
export function barAt(plan: Plan, uri: string, line: number, character: number): string | undefined {
  const wanted = plainUri(uri);
  const holds = ({ source }: TimelineBar): boolean =>
    compare(source.start, { line, character }) <= 0 &&
    compare({ line, character }, source.end) <= 0 &&
    plainUri(source.uri) === wanted;
  // A source begins at its id, so the keyword and the blanks before it belong to the first bar that begins later on the line.
  const isAhead = ({ source: { uri: place, start } }: TimelineBar): boolean =>
    start.line === line && start.character > character && plainUri(place) === wanted;
  // A child follows its parent, so the last bar that holds the position is the innermost.
  const inside = plan.timeline.bars.findLast(holds);
  const ahead = inside?.source.start.line === line ? undefined : plan.timeline.bars.find(isAhead);
  return (ahead ?? inside)?.key;
}

type Position = SourceRange['start'];
const compare = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** Editor and server may escape the same address differently: `%3A` or `:`. */
function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
