/** What is known of people who might be asked: their role, and how much of their time is free. */
import { valuesOf } from '../../kinds/facts';
import type { Field } from '../../kinds/table';
import type { PlanDay } from '../../kinds/time';
import type { Item, ItemIndex } from '../../model/model';
import { bookingsByPerson } from '../../schedule/analysis/bookings';
import { loadsOf } from '../../schedule/analysis/loads';
import { personFacts } from '../../schedule/personFacts';
import { firstDay, lastDay, shortDate } from '../dates';
import type { Question } from './types';

export const isPerson = ({ kind }: Item): boolean => kind?.key === 'person' || kind?.key === 'team';

/** What a person does: "Analyst". */
export const rolesOf = (person: Item): readonly string[] =>
  valuesOf(person, 'role').flatMap((value) => ('text' in value ? [value.text] : []));

/** "Analyst", "free 60% in 2 Mar – 6 Mar" */
export function personWords(question: Question, person: Item, free: number | undefined): readonly string[] {
  const { tongue } = question;
  const roles = rolesOf(person);
  const window = windowOf(question);
  if (free === undefined || !window) return roles;
  const share = `${Math.round(100 * free)}%`;
  const [from, to] = window.map((day) => shortDate(day, tongue, question.world.today));
  const days = from === to ? from : `${from} – ${to}`;
  return [...roles, tongue === 'zh' ? `${days} 空闲 ${share}` : `free ${share}, ${days}`];
}

/** Who is asked for in advance; whoever has signed something was there. */
const isAsked = ({ types, targets }: Field): boolean =>
  !types.some((type) => type === 'stamp' || type === 'result') &&
  (targets === undefined || targets.has('person') || targets.has('team'));

/**
 * The share of a person's working time that is free while the item lasts, from 0 to 1, as it could be written behind the name;
 * of a team that of its members together. Undefined for other items, and where nobody knows when the item is worked on.
 */
export function freeShareOf(question: Question, field: Field): (index: ItemIndex) => number | undefined {
  const { schedule, model } = question.world;
  const window = isAsked(field) ? windowOf(question) : undefined;
  if (!window) return () => undefined;
  const known = new Map<ItemIndex, number | undefined>();
  const compute = (index: ItemIndex): number | undefined => {
    const item = model.items[index]!;
    if (!isPerson(item)) return undefined;
    const shares = schedule.people.behind(index).map((person) => freeShare(question, person, window));
    return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  return (index) => {
    if (!known.has(index)) known.set(index, compute(index));
    return known.get(index);
  };
}

type Window = readonly [from: PlanDay, to: PlanDay];

/** Days for which a person without a date is asked for: two weeks. */
const USUAL_DAYS = 14;

/** The days on which the item is worked on by its computed dates; else the two weeks from today. */
function windowOf({ world: { schedule, today }, context: { item } }: Question): Window | undefined {
  if (!schedule.anchored) return undefined;
  const entry = item && schedule.of(item.index);
  if (entry?.start === undefined) return today === undefined ? undefined : [today, today + USUAL_DAYS - 1];
  const from = firstDay(entry.start);
  return [from, entry.finish === undefined ? from + USUAL_DAYS - 1 : Math.max(from, lastDay(entry.finish))];
}

/** What the item itself asks for is not counted: it is what is being decided. */
function freeShare({ world, context }: Question, person: ItemIndex, [from, to]: Window): number {
  const { schedule, model } = world;
  const own = context.item ? schedule.networkIndex[context.item.index]! : -1;
  const bookings =
    bookingsByPerson(schedule)
      .get(person)
      ?.filter(({ task }) => task !== own) ?? [];
  const loads = loadsOf(schedule, bookings, person, from, to);
  const { capacity } = personFacts(model.items[person]!);
  const available = loads.reduce((sum, load) => sum + load.available, 0);
  const demanded = loads.reduce((sum, load) => sum + load.demanded, 0);
  return available > 0 ? Math.max(0, ((available - demanded) / available) * capacity) : 0;
}
