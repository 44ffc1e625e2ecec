/** Calendars and people of a plan: what its tasks hang on besides their own text. */
import type { ItemFacts } from '../kinds/facts';
import type { Model } from '../model/model';
import { refOf } from './calendarFacts';
import { lengthsOf, type Lengths } from './lengths';
import { calendarsOf, type PlanCalendars } from './modelCalendars';
import { peopleOf, teamsOf, type People } from './people';
import { isSame, type PlanItems } from './planItems';

export interface Resources {
  readonly lengths: Lengths;
  readonly calendars: PlanCalendars;
  readonly people: People;
  /** The same object as long as all that a task takes from here is the same. */
  readonly version: object;
}

/** Reads the calendars and people of a plan, those with leave in an order that no later question changes. */
export function resourcesOf(model: Model, items: PlanItems): Resources {
  const people = peopleOf(model, items.persons);
  const calendars = calendarsOf(model, items.calendars, items.project);
  for (const person of people.persons) calendars.ofPerson(person);
  for (const { assigned, calendars: own } of items.byRun.map(({ tasks }) => tasks.assignments))
    for (let at = 0; at < assigned.length; at++)
      if (own[at]! >= 0)
        for (const person of people.behind(model.indexOfId(assigned[at]!)))
          calendars.ofPerson(person, calendars.at(model.indexOfId(own[at]!)));
  return { lengths: lengthsOf(items.project), calendars, people, version: versionOf(model, items) };
}

interface Version {
  readonly inputs: readonly unknown[];
}

/** By the facts of the project, or of the first task: several projects may be open. */
const versions = new WeakMap<ItemFacts, Version>();

function versionOf(model: Model, items: PlanItems): object {
  const inputs = inputsOf(model, items);
  const key = (items.project ?? items.scheduled[0])?.facts;
  const known = key && versions.get(key);
  if (known && isSame(known.inputs, inputs)) return known;
  const version: Version = { inputs };
  if (key) versions.set(key, version);
  return version;
}

/** All declarations that count, and those to which their names lead. */
function inputsOf(model: Model, { project, calendars, persons, byRun }: PlanItems): readonly unknown[] {
  const facts = (id: string | undefined): ItemFacts | undefined =>
    id === undefined ? undefined : model.byId(id)?.facts;
  const inputs: unknown[] = [project?.facts, project && facts(refOf(project, 'calendar')), calendars.length];
  for (const calendar of calendars) inputs.push(calendar.facts, facts(refOf(calendar, 'base')));
  for (const person of persons)
    inputs.push(
      person.facts,
      facts(refOf(person, 'calendar')),
      ...teamsOf(model, person).map((team) => model.items[team]!.facts),
    );
  // Who works by a calendar of the work may add one to those of the plan; who else is assigned, each run looks up itself.
  for (const { assigned, calendars: own } of byRun.map(({ tasks }) => tasks.assignments))
    for (let at = 0; at < assigned.length; at++)
      if (own[at]! >= 0)
        inputs.push(model.items[model.indexOfId(assigned[at]!)]?.facts, model.items[model.indexOfId(own[at]!)]?.facts);
  return inputs;
}
