/** Calendars of a model as numbers: the declared ones, one for each person with leave, and one for plans that declare none. */
import { valueOf, valuesOf } from '../kinds/facts';
import type { Value, ValueOf } from '../kinds/value';
import type { Item, ItemIndex, Model } from '../model/model';
import type { CalendarException, CalendarSpec, WorkSpan } from './calendarSpec';
import { MINUTES_PER_DAY } from '../kinds/time';

export interface PlanCalendars {
  readonly specs: readonly CalendarSpec[];
  /** Index of the project's calendar. */
  readonly project: number;
  /** Index of the calendar that an item names in its `calendar` field; undefined if it names none that exists. */
  readonly namedBy: (item: Item) => number | undefined;
  /** Index of a person's calendar: the one named, or the project's, less leave. */
  readonly ofPerson: (person: ItemIndex) => number;
  /** Names of the exceptions of a calendar, in the order of its exceptions. */
  readonly exceptionName: (calendar: number, exception: number) => string | undefined;
}

/** Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00: MS Project's standard calendar. */
const USUAL_HOURS: readonly WorkSpan[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];
const USUAL_WEEK = [1, 2, 3, 4, 5];
const STANDARD: CalendarSpec = { week: weekOf(USUAL_WEEK, [], USUAL_HOURS), usual: USUAL_HOURS };

/** The item that describes the project itself; the first, if there are several. */
export const projectItem = (model: Model): Item | undefined => model.items.find(({ kind }) => kind?.key === 'project');

interface NamedSpec {
  readonly spec: CalendarSpec;
  readonly names: readonly (string | undefined)[];
}

export function calendarsOf(model: Model, project: Item | undefined): PlanCalendars {
  const declared = model.items.filter(({ kind }) => kind?.key === 'calendar');
  const people = model.items.filter(({ kind }) => kind?.key === 'person');
  const indexOf = new Map(declared.map(({ index }, number) => [index, number]));
  const standard = declared.length;
  const target = (item: Item, key: string): number | undefined => {
    const value = valueOf(item, key);
    const calendar = value?.type === 'ref' ? model.byId(value.id) : undefined;
    return calendar && indexOf.get(calendar.index);
  };
  const projectCalendar = (project && target(project, 'calendar')) ?? standard;
  const calendars: NamedSpec[] = declared.map((item) => calendarOf(item, target(item, 'base')));
  calendars.push({ spec: STANDARD, names: [] });
  const byPerson = new Map<ItemIndex, number>();
  for (const person of people) {
    const base = target(person, 'calendar') ?? projectCalendar;
    const leave = exceptionsOf(valuesOf(person, 'leave'));
    byPerson.set(person.index, leave.length === 0 ? base : calendars.length);
    if (leave.length > 0) calendars.push(withExceptions({ base }, leave));
  }
  return {
    specs: calendars.map(({ spec }) => spec),
    project: projectCalendar,
    namedBy: (item) => target(item, 'calendar'),
    ofPerson: (person) => byPerson.get(person) ?? projectCalendar,
    exceptionName: (calendar, exception) => calendars[calendar]?.names[exception],
  };
}

/** A calendar as written: what is left out comes from its base, or else from the standard week. */
function calendarOf(item: Item, base: number | undefined): NamedSpec {
  const hours = valuesOf(item, 'hours').filter((value) => value.type === 'hours');
  const own = hours.filter(({ weekdays }) => weekdays.length > 0);
  const general = hours.filter(({ weekdays }) => weekdays.length === 0).flatMap(({ spans }) => spans);
  const weekdays = valuesOf(item, 'week').flatMap((value) => (value.type === 'weekdays' ? value.weekdays : []));
  const usual = general.length > 0 ? general : base === undefined ? USUAL_HOURS : undefined;
  const statesWeek = weekdays.length > 0 || hours.length > 0 || base === undefined;
  const days = weekdays.length > 0 ? weekdays : USUAL_WEEK;
  return withExceptions(
    { base, usual, ...(statesWeek ? { week: weekOf(days, own, usual ?? USUAL_HOURS) } : {}) },
    // Make-up days beat holidays, so they come last.
    [...exceptionsOf(valuesOf(item, 'holidays')), ...exceptionsOf(valuesOf(item, 'workdays'))],
  );
}

/** Hours of Monday to Sunday: the general ones on the days of the week, and the own hours of the days that state some. */
function weekOf(
  days: readonly number[],
  own: readonly ValueOf<'hours'>[],
  general: readonly WorkSpan[],
): readonly (readonly WorkSpan[])[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const stated = own.filter(({ weekdays }) => weekdays.includes(day)).flatMap(({ spans }) => spans);
    if (stated.length > 0) return stated;
    return days.includes(day) ? general : [];
  });
}

interface NamedException {
  readonly exception: CalendarException;
  readonly name: string | undefined;
}

const withExceptions = (spec: CalendarSpec, named: readonly NamedException[]): NamedSpec => ({
  spec: { ...spec, exceptions: named.map(({ exception }) => exception) },
  names: named.map(({ name }) => name),
});

function exceptionsOf(values: readonly Value[]): NamedException[] {
  return values.flatMap((value): NamedException[] => {
    if (value.type === 'period') return [{ exception: { ...daysOf(value), hours: [] }, name: value.name }];
    if (value.type !== 'workday') return [];
    const hours = value.spans.length > 0 ? value.spans : ('usual' as const);
    return [{ exception: { from: value.from, to: value.to - 1, hours }, name: value.name }];
  });
}

/** The days that a period touches; an open end reaches as far as calendars do. */
const daysOf = ({ from, to }: ValueOf<'period'>): { from: number; to: number } => ({
  from: from === undefined ? -Infinity : Math.floor(from / MINUTES_PER_DAY),
  to: to === undefined ? Infinity : Math.ceil(to / MINUTES_PER_DAY) - 1,
});
