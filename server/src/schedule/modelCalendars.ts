/** Calendars of a model as numbers: the declared ones, the standard one, regions' holidays, and people's with leave. */
import type { Text } from '../kinds/tongue';
import type { Item, ItemIndex, Model } from '../model/model';
import { calendarFacts, leaveFacts, refOf, STANDARD } from './calendarFacts';
import type { CalendarSpec } from './calendar/calendarSpec';
import { regionOf, type Region } from './regions/region';

export interface PlanCalendars {
  readonly specs: readonly CalendarSpec[];
  /** Index of the project's calendar: the one it names, or else the standard week without holidays. */
  readonly project: number;
  /** Index of the calendar that an item of the model is; undefined if it is none. */
  readonly at: (item: ItemIndex) => number | undefined;
  /**
   * Index of the calendar by which a person works: the one that the person names, or the project's, less leave. A task
   * with a calendar of its own is worked by that one, again less leave.
   */
  readonly ofPerson: (person: ItemIndex, own?: number) => number;
  /** The same without regard to leave. */
  readonly withoutLeave: (person: ItemIndex, own?: number) => number;
  /** Name of an exception of a calendar: a holiday, someone's leave. */
  readonly exceptionName: (calendar: number, exception: number) => Text | undefined;
  /** The region whose holidays hold in a calendar; undefined if none do. */
  readonly regionOf: (calendar: number) => Region | undefined;
}

interface Entry {
  readonly spec: CalendarSpec;
  readonly names: readonly (Text | undefined)[];
  /** Of a calendar that only holds a region's holidays. */
  readonly region?: Region;
}

/** Reads the calendars; more are added as people's are asked for. */
export function calendarsOf(model: Model, declared: readonly Item[], project: Item | undefined): PlanCalendars {
  const indexOf = new Map(declared.map(({ index }, number) => [index, number]));
  const named = (id: string | undefined): number | undefined =>
    id === undefined ? undefined : indexOf.get(model.byId(id)?.index ?? -1);
  const entries = declaredEntries(declared, named);
  const specs = entries.map(({ spec }) => spec);
  const projectCalendar = named(project && refOf(project, 'calendar')) ?? declared.length;
  const withLeave = new Map<number, number>();

  function add(entry: Entry): number {
    specs.push(entry.spec);
    return entries.push(entry) - 1;
  }
  const withoutLeave = (person: ItemIndex, own?: number): number =>
    own ?? named(refOf(model.items[person]!, 'calendar')) ?? projectCalendar;
  function ofPerson(person: ItemIndex, own: number | undefined): number {
    const base = withoutLeave(person, own);
    const leave = leaveFacts(model.items[person]!);
    if (leave.exceptions.length === 0) return base;
    const plain = leaveOf(model.items[person]!);
    return add({ spec: leave.specOn(base), names: leave.names.map((name) => name ?? plain) });
  }
  return {
    specs,
    project: projectCalendar,
    at: (item) => indexOf.get(item),
    ofPerson: (person, own) => {
      const key = person * (declared.length + 1) + (own === undefined ? 0 : own + 1);
      let known = withLeave.get(key);
      if (known === undefined) withLeave.set(key, (known = ofPerson(person, own)));
      return known;
    },
    withoutLeave,
    exceptionName: (calendar, exception) => entries[calendar]?.names[exception],
    regionOf: (calendar) => regionIn(entries, calendar),
  };
}

/** What leave is called that has no name of its own. */
function leaveOf({ id, title }: Item): Text {
  const who = id ?? title;
  return { en: `leave of ${who}`, zh: `${who} 的休假` };
}

/** The declared calendars, the standard one, and those that hold the holidays of the regions that are named. */
function declaredEntries(declared: readonly Item[], named: (id: string | undefined) => number | undefined): Entry[] {
  const facts = declared.map(calendarFacts);
  const regions = [...new Set(facts.flatMap(({ region }) => region ?? []))].flatMap((key) => regionOf(key) ?? []);
  const holidaysOf = (key: string | undefined): number | undefined => {
    const at = key === undefined ? -1 : regions.findIndex((region) => region === regionOf(key));
    return at < 0 ? undefined : declared.length + 1 + at;
  };
  return [
    ...facts.map(({ base, region, names, specOn }) => ({ spec: specOn(named(base), holidaysOf(region)), names })),
    { spec: STANDARD, names: [] },
    ...regions.map((region) => ({ spec: region.spec, names: region.names, region })),
  ];
}

/** The nearest region on the way from a calendar to its bases; bases may run in a circle. */
function regionIn(entries: readonly Entry[], calendar: number): Region | undefined {
  let entry = entries[calendar];
  for (let steps = 0; entry && steps < entries.length; steps++) {
    if (entry.spec.holidays !== undefined) return entries[entry.spec.holidays]?.region;
    entry = entry.spec.base === undefined ? undefined : entries[entry.spec.base];
  }
  return undefined;
}
