/** What levelling needs of a model: its people, who is assigned to what, and which task goes first. */
import { enumOf, valueOf } from '../../kinds/facts';
import type { Item, ItemIndex, Model } from '../../model/model';
import { minutesOf } from '../lengths';
import type { PlanContext } from '../modelTasks';
import { personFacts } from '../personFacts';
import type { PlanItems } from '../planItems';
import type { TaskFacts } from '../taskFacts';
import type { LevellingInput, Use } from './input';

/** Whether the project, or else the configuration, asks for levelling: `schedule: levelled`. */
export const isLevelled = ({ config }: Model, project: Item | undefined): boolean =>
  ((project && enumOf(project, 'schedule')) ?? config?.settings.schedule) === 'levelled';

/** Resources are the persons, in the order of `context.people.persons`. */
export function levellingInput({ scheduled, facts }: PlanItems, context: PlanContext): LevellingInput {
  const { calendars, people, model } = context;
  const numberOf = new Map(people.persons.map((person, number) => [person, number]));
  const ranks = ranksOf(scheduled);
  return {
    resources: people.persons.map((person) => ({
      calendar: calendars.ofPerson(person),
      capacity: personFacts(model.items[person]!).capacity,
    })),
    tasks: facts.map((each, index) => ({
      uses: usesOf(each, numberOf, context),
      priority: priorityOf(scheduled[index]!),
      rank: ranks[index]!,
    })),
  };
}

const priorityOf = (task: Item): number | undefined => {
  const priority = valueOf(task, 'priority');
  return priority?.type === 'number' ? priority.value : undefined;
};

/** With a duration the task says from when to when; an effort beside it is the load, spread over all who are assigned. */
function usesOf(
  facts: TaskFacts,
  numberOf: ReadonlyMap<ItemIndex, number>,
  { calendars, people, model, lengths }: PlanContext,
): readonly Use[] {
  const { type, assigned, calendar, duration, effort } = facts;
  if (type !== 'task') return [];
  const own = calendar === undefined ? undefined : calendars.at(model.indexOfId(calendar));
  const uses: Use[] = [];
  for (const { idNumber, share } of assigned) {
    for (const person of share > 0 ? people.behind(model.indexOfId(idNumber)) : []) {
      const resource = numberOf.get(person);
      if (resource === undefined) continue;
      uses.push(duration ? { resource, share } : { resource, share, calendar: calendars.ofPerson(person, own) });
    }
  }
  if (!duration || !effort || duration.elapsed) return uses;
  const shares = uses.reduce((sum, { share }) => sum + share, 0);
  const load = minutesOf(effort, lengths) / minutesOf(duration, lengths) / shares;
  return load < Infinity ? uses.map(({ resource, share }) => ({ resource, share: share * load })) : uses;
}

/**
 * Numbers items in the order of their ids, `T-2` before `T-10`, and those without one by their titles: an order that
 * does not depend on where they stand. Items that share id and title keep the order of the text.
 */
function ranksOf(items: readonly Item[]): Int32Array {
  const keys = items.map(({ id, title }) => (id ?? `\uffff${title}`).replace(/\d+/g, padded));
  const order = Int32Array.from(items.keys()).sort((a, b) =>
    keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b,
  );
  const ranks = new Int32Array(items.length);
  order.forEach((item, rank) => (ranks[item] = rank));
  return ranks;
}

/** Digits of one length, so that numbers compare as numbers. */
const padded = (digits: string): string => digits.padStart(12, '0');
