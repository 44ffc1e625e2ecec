/** Which items of a model make its plan. They are found once for each run of segments and put together for each model. */
import type { FactsRun } from '../kinds/factsRun';
import { perObject } from '../language/perObject';
import { Recent } from '../language/recent';
import type { Item, Model } from '../model/model';
import { saidBy, scheduledTypeOf, taskFacts, type TaskFacts } from './taskFacts';

export interface PlanItems {
  /** The item that describes the project itself; the first, if there are several. */
  readonly project: Item | undefined;
  readonly calendars: readonly Item[];
  readonly persons: readonly Item[];
  /** What has dates, by index of the network, in the order of the model. */
  readonly scheduled: readonly Item[];
  readonly facts: readonly TaskFacts[];
  /** What they say as bits of `TASK_SAYS`. */
  readonly says: Uint8Array;
  /** The same by run. */
  readonly byRun: readonly PlacedTasks[];
  /** Index in the network of the item with dates around each, -1 if there is none; sections and the like are looked through. */
  readonly parents: Int32Array;
  /** Index in the network by item of the model, -1 for what has no dates. */
  readonly networkIndex: Int32Array;
}

/** Those of one run: the same object as long as what they say is the same. */
export interface RunTasks {
  readonly facts: readonly TaskFacts[];
  readonly says: Uint8Array;
  /** Index in `facts` of the one around, or -1. */
  readonly parent: Int32Array;
  /** Numbers of the ids for which they wait, one after the other. */
  readonly waitsFor: Int32Array;
  readonly assignments: Assignments;
}

export interface PlacedTasks {
  readonly tasks: RunTasks;
  /** Index in the network of the first. */
  readonly first: number;
}

/** Who works in a run by which calendar, each pair once: numbers of ids; -1 where the work has no calendar of its own. */
export interface Assignments {
  readonly assigned: Int32Array;
  readonly calendars: Int32Array;
}

/** Finds the items of the plan. */
export function planItems({ items, runs }: Model): PlanItems {
  const found = runs.map(({ facts }) => partOf(facts));
  const scheduled: Item[] = [];
  const allFacts: TaskFacts[] = [];
  const parents = new Int32Array(found.reduce((sum, { at }) => sum + at.length, 0));
  const says = new Uint8Array(parents.length);
  const networkIndex = new Int32Array(items.length).fill(-1);
  const byRun: PlacedTasks[] = [];
  found.forEach(({ at, tasks }, run) => {
    const first = scheduled.length;
    byRun.push({ tasks, first });
    says.set(tasks.says, first);
    const { parent, facts } = tasks;
    const { firstItem } = runs[run]!;
    for (let task = 0; task < at.length; task++) {
      const item = firstItem + at[task]!;
      parents[first + task] = parent[task]! < 0 ? -1 : first + parent[task]!;
      networkIndex[item] = scheduled.push(items[item]!) - 1;
      allFacts.push(facts[task]!);
    }
  });
  const others = (pick: (part: Part) => readonly number[]): Item[] =>
    found.flatMap((part, run) => pick(part).map((at) => items[runs[run]!.firstItem + at]!));
  return {
    project: others(({ projects }) => projects)[0],
    calendars: others(({ calendars }) => calendars),
    persons: others(({ persons }) => persons),
    scheduled,
    facts: allFacts,
    says,
    byRun,
    parents,
    networkIndex,
  };
}

/** The same of one run; places are indices in the run's items. */
interface Part {
  readonly projects: readonly number[];
  readonly calendars: readonly number[];
  readonly persons: readonly number[];
  /** Of each with dates. */
  readonly at: Int32Array;
  readonly tasks: RunTasks;
}

const parts = new WeakMap<FactsRun, Part>();

function partOf(run: FactsRun): Part {
  let part = parts.get(run);
  if (part) stayRecent(part.tasks);
  else parts.set(run, (part = readPart(run)));
  return part;
}

/** What is in use again is among the last, too: the next edit in its run is compared with it. */
function stayRecent(tasks: RunTasks): void {
  const [key] = tasks.facts;
  if (key)
    recentTasks(key).findOr(
      (known) => known === tasks,
      () => tasks,
    );
}

/** Segments are whole declarations, so what stands around an item is in its run, and before it. */
function readPart({ items, parent }: FactsRun): Part {
  const projects: number[] = [];
  const calendars: number[] = [];
  const persons: number[] = [];
  const at: number[] = [];
  const around: number[] = [];
  const facts: TaskFacts[] = [];
  const inside = new Int32Array(items.length).fill(-1);
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    const key = item.kind?.key;
    if (key === 'project') projects.push(index);
    if (key === 'calendar') calendars.push(index);
    if (key === 'person') persons.push(index);
    const holder = parent[index]! < 0 ? -1 : inside[parent[index]!]!;
    if (scheduledTypeOf(item.kind)) {
      around.push(holder);
      facts.push(taskFacts(item));
      inside[index] = at.push(index) - 1;
    } else inside[index] = holder;
  }
  return {
    projects,
    calendars,
    persons,
    at: Int32Array.from(at),
    tasks: runTasks(facts, around),
  };
}

/** By the first of them. */
const recentTasks = perObject<TaskFacts, Recent<RunTasks>>(() => new Recent());

function runTasks(read: readonly TaskFacts[], parent: readonly number[]): RunTasks {
  const [key] = read;
  if (!key) return makeRunTasks(read, parent);
  const recent = recentTasks(key);
  const facts = recent.all.length === 0 ? read : read.map((each, at) => sameOr(each, at, recent.all));
  return recent.findOr(
    (known) => isSame(known.facts, facts) && parent.every((each, at) => each === known.parent[at]),
    () => makeRunTasks(facts, parent),
  );
}

function makeRunTasks(facts: readonly TaskFacts[], parent: readonly number[]): RunTasks {
  const waitsFor: number[] = [];
  for (const { links } of facts) for (const { idNumber } of links) waitsFor.push(idNumber);
  return {
    facts,
    says: Uint8Array.from(facts, saidBy),
    parent: Int32Array.from(parent),
    waitsFor: Int32Array.from(waitsFor),
    assignments: assignmentsIn(facts),
  };
}

/**
 * The one at the same place of the others that says the same, if there is; what else is written in a task, such as what it
 * realizes, moves nothing.
 */
function sameOr(facts: TaskFacts, at: number, others: readonly RunTasks[]): TaskFacts {
  if (others.some((other) => other.facts[at] === facts)) return facts;
  const { words } = wordsOf(facts);
  const same = others.find((other) => other.facts[at] && wordsOf(other.facts[at]).words === words);
  return same?.facts[at] ?? facts;
}

/** All that they say, but not where references stand. */
const wordsOf = perObject((facts: TaskFacts) => ({
  words: JSON.stringify(facts, (key, value: unknown) => (key === 'target' ? undefined : value)),
}));

/** Are the entries of two lists the same objects? */
export const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((each, at) => each === others[at]);

function assignmentsIn(tasks: readonly TaskFacts[]): Assignments {
  const pairs = new Map<string, readonly [assigned: number, calendar: number]>();
  for (const { assigned, calendar = -1 } of tasks)
    for (const { idNumber } of assigned) pairs.set(`${idNumber} ${calendar}`, [idNumber, calendar]);
  const each = [...pairs.values()];
  return {
    assigned: Int32Array.from(each, ([assigned]) => assigned),
    calendars: Int32Array.from(each, ([, calendar]) => calendar),
  };
}
