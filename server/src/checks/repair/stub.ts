/** New items that several repairs write. */
import { valueOf } from '../../kinds/facts';
import type { Text, Tongue } from '../../kinds/tongue';
import { formatDay, MINUTES_PER_DAY } from '../../kinds/time';
import type { Item, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import type { ModelSchedule } from '../../schedule/fromModel';
import { inBoth } from '../wording';
import { createChild, createItem, type NewItem } from './declaration';
import { addValue } from './field';
import { suggestion, type Repair, type RepairEdit } from './repair';

/** Title for an item that is made from another: that one's own, or "Verify: Single sign-on". */
export function stubTitle({ title, id = '', tongue }: Item, verb?: Text): string {
  const subject = title || id;
  return verb === undefined ? subject : `${verb[tongue]}${tongue === 'zh' ? '：' : ': '}${subject}`;
}

/** Those in the same file first, and of these the nearest. */
export const nearestFirst = (items: readonly Item[], { index, file }: Item): readonly Item[] =>
  [...items].sort(
    (a, b) =>
      Number(a.file !== file) - Number(b.file !== file) || Math.abs(a.index - index) - Math.abs(b.index - index),
  );

/** The person who manages the project, if it names one that exists. */
function managerOf(model: Model, { project }: ModelSchedule): Item | undefined {
  const value = project && valueOf(project, 'manager');
  return value?.type === 'ref' ? model.byId(value.id) : undefined;
}

/** A day of work: somebody has to say how much it really is. */
const EFFORT = '1d';

/**
 * A task that realizes an item: behind the other tasks of the plan, or, if that would disturb the plan, inside the item. It
 * begins behind the status date. Where the plan has people, one for the project's manager, and one for who works nearby.
 */
export const newTasks = (model: Model, schedule: ModelSchedule, near: Item): readonly Repair[] =>
  forDoers(model, schedule, near, undefined, (task) => {
    const realizing = { ...task, fields: { ...task.fields, realizes: near.id ?? '' } };
    return [near.id === undefined ? [] : createItem(model, realizing, near), createChild(model, near, task)];
  });

/** The same, inside the item only; `verb` says what is to be done about it. */
export const newChildTasks = (model: Model, schedule: ModelSchedule, item: Item, verb: Text): readonly Repair[] =>
  forDoers(model, schedule, item, verb, (task) => [createChild(model, item, task)]);

/** Makes the project's manager the owner of an item, if there is one. */
export function ownedByManager(model: Model, schedule: ModelSchedule, item: Item): readonly Repair[] {
  const id = managerOf(model, schedule)?.id;
  if (id === undefined) return [];
  return [suggestion({ en: `Let ${id} own it`, zh: `由 ${id} 负责` }, addValue(model, item, 'owner', id))];
}

const forDoers = (
  model: Model,
  schedule: ModelSchedule,
  near: Item,
  verb: Text | undefined,
  write: (task: NewItem) => readonly (readonly RepairEdit[])[],
): readonly Repair[] =>
  doers(model, schedule, near).flatMap((doer) => {
    const fields = { effort: EFFORT, ...startOf(schedule), ...(doer === undefined ? {} : { assign: doer }) };
    const title = inBoth((tongue) => taskTitle(doer, tongue));
    return write({ kind: 'task', title: stubTitle(near, verb), fields }).map((edits) => suggestion(title, edits));
  });

function taskTitle(doer: string | undefined, tongue: Tongue): string {
  if (tongue === 'zh') return doer === undefined ? '新建任务' : `新建任务，分配给 ${doer}`;
  return doer === undefined ? 'Create a task' : `Create a task for ${doer}`;
}

function startOf({ plan }: ModelSchedule): Readonly<Record<string, string>> {
  const { statusDate } = plan.network.spec;
  return statusDate === undefined ? {} : { start: `>= ${formatDay(Math.ceil(statusDate / MINUTES_PER_DAY))}` };
}

/** More would be a list that nobody reads. */
const MOST_DOERS = 2;

/** Ids of those who may do it; undefined where the plan has no people. */
function doers(model: Model, schedule: ModelSchedule, near: Item): readonly (string | undefined)[] {
  const { persons } = schedule.people;
  if (persons.length === 0) return [undefined];
  const assigned = nearestFirst(itemsOfPart(model, 'work'), near).flatMap((task) => valueOf(task, 'assign') ?? []);
  const ids = [
    managerOf(model, schedule)?.id,
    ...assigned.flatMap((value) => (value.type === 'allocation' ? value.target.id : [])),
    ...persons.map((person) => model.items[person]!.id),
  ];
  return [...new Set(ids)].filter((id) => id !== undefined && model.byId(id)).slice(0, MOST_DOERS);
}
