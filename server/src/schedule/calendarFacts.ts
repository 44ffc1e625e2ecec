/** What calendars and people say about working time, read from one declaration. */
import { enumOf, valueOf, valuesOf } from '../kinds/facts';
import type { ItemFacts } from '../kinds/facts';
import { MINUTES_PER_DAY } from '../kinds/time';
import type { Text } from '../kinds/tongue';
import type { Value, ValueOf } from '../kinds/value';
import type { CalendarException, CalendarSpec, WorkSpan } from './calendar/calendarSpec';
import { perFacts } from './perFacts';

/** Exceptions with their names, in the order of their strength; undefined where none is written. */
export interface NamedExceptions {
  readonly exceptions: readonly CalendarException[];
  readonly names: readonly (Text | undefined)[];
}

/** A `calendar` as written. */
export interface CalendarFacts extends NamedExceptions {
  /** Id of the base. */
  readonly base: string | undefined;
  /** Key of the region: `cn`. */
  readonly region: string | undefined;
  /** The same object for the same base and region; the base is undefined if none exists. */
  readonly specOn: (base: number | undefined, holidays: number | undefined) => CalendarSpec;
}

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00: MS Project's standard calendar. */
const USUAL_HOURS: readonly WorkSpan[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];
const USUAL_WEEK = [1, 2, 3, 4, 5];
export const STANDARD: CalendarSpec = { week: weekOf(USUAL_WEEK, []), usual: USUAL_HOURS };

export const calendarFacts = perFacts((item): CalendarFacts => {
  // Make-up days beat holidays, so they come last.
  const named = namedExceptions([...valuesOf(item, 'holidays'), ...valuesOf(item, 'workdays')]);
  return {
    ...named,
    base: refOf(item, 'base'),
    region: enumOf(item, 'region'),
    specOn: lastAnswer((base, holidays) => ({ ...weekSpec(item, base), exceptions: named.exceptions, holidays })),
  };
});

/** A person's leave; the spec is that of the calendar with it. */
export interface LeaveFacts extends NamedExceptions {
  readonly specOn: (base: number | undefined) => CalendarSpec;
}

export const leaveFacts = perFacts((person): LeaveFacts => {
  const named = namedExceptions(valuesOf(person, 'leave'));
  return { ...named, specOn: lastAnswer((base) => ({ base, exceptions: named.exceptions })) };
});

/** Id that a reference field names. */
export function refOf(item: ItemFacts, key: string): string | undefined {
  const value = valueOf(item, key);
  return value?.type === 'ref' ? value.id : undefined;
}

/** Keeps the last answer of a function of two numbers. */
function lastAnswer<T>(compute: (a: number | undefined, b: number | undefined) => T): (a?: number, b?: number) => T {
  let last: { readonly a: number | undefined; readonly b: number | undefined; readonly answer: T } | undefined;
  return (a, b) => {
    if (!last || last.a !== a || last.b !== b) last = { a, b, answer: compute(a, b) };
    return last.answer;
  };
}

/** The week as written; what is left out comes from the base, or else from the standard week. */
function weekSpec(item: ItemFacts, base: number | undefined): CalendarSpec {
  const hours = valuesOf(item, 'hours').filter((value) => value.type === 'hours');
  const own = hours.filter(({ weekdays }) => weekdays.length > 0);
  const general = hours.filter(({ weekdays }) => weekdays.length === 0).flatMap(({ spans }) => spans);
  const written = valuesOf(item, 'week').flatMap((value) => (value.type === 'weekdays' ? value.weekdays : []));
  const days = written.length > 0 ? written : base === undefined ? USUAL_WEEK : undefined;
  const usual = general.length > 0 ? general : base === undefined ? USUAL_HOURS : undefined;
  return { base, usual, week: weekOf(days, own) };
}

/** Monday to Sunday: own hours where some are stated, the usual ones on the days of the week, and other days are free. */
function weekOf(days: readonly number[] | undefined, own: readonly ValueOf<'hours'>[]): CalendarSpec['week'] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const stated = own.filter(({ weekdays }) => weekdays.includes(day)).flatMap(({ spans }) => spans);
    if (stated.length > 0) return stated;
    if (days === undefined) return undefined;
    return days.includes(day) ? 'usual' : [];
  });
}

function namedExceptions(values: readonly Value[]): NamedExceptions {
  const named = values.flatMap((value) => {
    const exception = exceptionOf(value);
    return exception && (value.type === 'period' || value.type === 'workday') ? [{ exception, name: value.name }] : [];
  });
  return {
    exceptions: named.map(({ exception }) => exception),
    names: named.map(({ name }) => (name === undefined ? undefined : { en: name, zh: name })),
  };
}

function exceptionOf(value: Value): CalendarException | undefined {
  if (value.type === 'period') return { ...daysOf(value), hours: [] };
  if (value.type !== 'workday') return undefined;
  return { from: value.from, to: value.to - 1, hours: value.spans.length > 0 ? value.spans : 'usual' };
}

/** The days that a period touches; an open end reaches as far as calendars do. */
export const daysOf = ({ from, to }: ValueOf<'period'>): { from: number; to: number } => ({
  from: from === undefined ? -Infinity : Math.floor(from / MINUTES_PER_DAY),
  to: to === undefined ? Infinity : Math.ceil(to / MINUTES_PER_DAY) - 1,
});
