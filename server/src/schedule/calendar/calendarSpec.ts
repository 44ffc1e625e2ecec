import { MAX_DAY, toTicks } from './ticks';
import type { PlanDay } from '../../kinds/time';
import type { Tick } from './ticks';

/** A stretch of work within a day, in minutes since its midnight: {from: 480, to: 720} is 08:00–12:00; `to` may be 1440. */
export interface WorkSpan {
  readonly from: number;
  readonly to: number;
}

/** Days that differ from the week. */
export interface CalendarException {
  /** First day. */
  readonly from: PlanDay;
  /** Last day, inclusive; Infinity for an open end. */
  readonly to: PlanDay;
  /**
   * [] for a holiday; spans for a working day with hours of its own; 'usual' for a make-up day, which works the hours of
   * its weekday or, where that one is free, the calendar's usual hours.
   */
  readonly hours: readonly WorkSpan[] | 'usual';
}

/** A working calendar as written: what is left out comes from the base. */
export interface CalendarSpec {
  /** Index of the base calendar. */
  readonly base?: number;
  /** Hours of Monday … Sunday; undefined takes the base's, [] is free, 'usual' works the base's hours or the usual ones. */
  readonly week?: readonly (readonly WorkSpan[] | 'usual' | undefined)[];
  /** Hours of days for which nothing else is said, and of a make-up day on a weekday that is otherwise free. */
  readonly usual?: readonly WorkSpan[];
  /** Later ones are stronger than earlier ones, and own ones stronger than those of the base. */
  readonly exceptions?: readonly CalendarException[];
  /** Index of a calendar whose exceptions hold too, weaker than all others; undefined takes the base's. */
  readonly holidays?: number;
}

/** Which exception of which calendar decides about a day. */
export interface ExceptionSource {
  readonly calendar: number;
  readonly exception: number;
}

/** Hours in ticks since midnight: sorted, disjoint, not empty. */
export type Shift = readonly { readonly from: Tick; readonly to: Tick }[];

/** A calendar with its base folded in. */
export interface ResolvedCalendar {
  readonly week: readonly Shift[];
  readonly exceptions: readonly ResolvedException[];
}

/** An exception with its hours by weekday and its place in the text. */
export interface ResolvedException {
  readonly from: PlanDay;
  readonly to: PlanDay;
  readonly week: readonly Shift[];
  readonly source: ExceptionSource;
}

/** A stretch of days that share one weekly pattern; each ends where the next begins. */
export interface Run {
  readonly from: PlanDay;
  readonly week: readonly Shift[];
  /** Undefined for ordinary days. */
  readonly source: ExceptionSource | undefined;
}

/** More bases than this, one upon the other, are taken for a circle, so that no text makes calendars slow. */
const MOST_BASES = 100;

/** The chain of bases from the calendar upward; stops at a calendar that came before. */
function chainOf(specs: readonly CalendarSpec[], index: number): { chain: number[]; loops: boolean } {
  const chain: number[] = [];
  let at: number | undefined = index;
  while (at !== undefined && specs[at] !== undefined) {
    if (chain.includes(at) || chain.length > MOST_BASES) return { chain, loops: true };
    chain.push(at);
    at = specs[at]!.base;
  }
  return { chain, loops: false };
}

/** The calendars that a calendar is made of, itself first: its bases, and the one with the holidays, which is the weakest. */
export function sourcesOf(specs: readonly CalendarSpec[], index: number): { sources: number[]; loops: boolean } {
  const { chain, loops } = chainOf(specs, index);
  const holidays = chain.map((at) => specs[at]!.holidays).find((found) => found !== undefined);
  return { sources: holidays === undefined ? chain : [...chain, holidays], loops };
}

/** Folds the bases in; a base that leads back is cut, so any input has a result. */
export function resolveCalendar(specs: readonly CalendarSpec[], index: number): ResolvedCalendar {
  const { sources } = sourcesOf(specs, index);
  const first = <T>(pick: (spec: CalendarSpec) => T | undefined): T | undefined =>
    sources.map((at) => pick(specs[at]!)).find((found) => found !== undefined);
  const usual = shiftOf(first((spec) => spec.usual) ?? []);
  const week = Array.from({ length: 7 }, (_, weekday) => {
    const stated = first((spec) => spec.week?.[weekday]) ?? [];
    if (stated !== 'usual') return shiftOf(stated);
    const own = first((spec) => (spec.week?.[weekday]?.length ? hoursOrNone(spec.week[weekday]) : undefined));
    return own ? shiftOf(own) : usual;
  });
  const usualWeek = week.map((shift) => (shift.length > 0 ? shift : usual));
  const exceptions = [...sources].reverse().flatMap((calendar) =>
    (specs[calendar]!.exceptions ?? []).map(({ from, to, hours }, exception) => ({
      from: Math.max(from, -MAX_DAY),
      to: Math.min(to, MAX_DAY),
      week: hours === 'usual' ? usualWeek : hours.length === 0 ? FREE : everyDay(shiftOf(hours)),
      source: { calendar, exception },
    })),
  );
  return { week, exceptions };
}

const hoursOrNone = <T>(hours: T | 'usual'): T | undefined => (hours === 'usual' ? undefined : hours);

const everyDay = (shift: Shift): Shift[] => Array.from({ length: 7 }, () => shift);
/** One for all holidays, so that whoever looks at weeks sees at once that they are the same. */
const FREE: readonly Shift[] = everyDay([]);

/** Hours in ticks, clipped to the day, sorted, overlaps and touching ends joined. */
function shiftOf(spans: readonly WorkSpan[]): Shift {
  const clipped = spans
    .map(({ from, to }) => ({ from: Math.max(0, toTicks(from)), to: Math.min(14_400, toTicks(to)) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const joined: { from: Tick; to: Tick }[] = [];
  for (const span of clipped) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}

/**
 * Cuts time at the exceptions' edges. The strongest exception paints first and nobody paints over it; a pointer to the
 * next free stretch keeps this near-linear for thousands of exceptions.
 */
export function runsOf({ week, exceptions }: ResolvedCalendar): Run[] {
  const valid = exceptions.filter(({ from, to }) => from <= to);
  const edges = [...new Set([-MAX_DAY, ...valid.flatMap(({ from, to }) => [from, to + 1])])].sort((a, b) => a - b);
  const indexOf = new Map(edges.map((edge, index) => [edge, index]));
  const painted: (ResolvedException | undefined)[] = edges.map(() => undefined);
  const free = Int32Array.from({ length: edges.length + 1 }, (_, index) => index);
  for (const exception of [...valid].reverse()) {
    const end = indexOf.get(exception.to + 1)!;
    for (let at = nextFree(free, indexOf.get(exception.from)!); at < end; at = nextFree(free, at)) {
      painted[at] = exception;
      free[at] = at + 1;
    }
  }
  return edges.map((from, index) => ({ from, week: painted[index]?.week ?? week, source: painted[index]?.source }));
}

function nextFree(free: Int32Array, from: number): number {
  let at = from;
  while (free[at] !== at) {
    free[at] = free[free[at]!]!;
    at = free[at]!;
  }
  return at;
}
