/** Which items of a model make its plan. They are found once for each run of segments and put together for each model. */
import type { FactsRun } from '../kinds/factsRun';
import type { Item, Model } from '../model/model';
import { scheduledTypeOf, taskFacts, type TaskFacts } from './taskFacts';

export interface PlanItems {
  /** The item that describes the project itself; the first, if there are several. */
  readonly project: Item | undefined;
  readonly calendars: readonly Item[];
  readonly persons: readonly Item[];
  /** What has dates, by index of the network, in the order of the model. */
  readonly scheduled: readonly Item[];
  readonly facts: readonly TaskFacts[];
  /** Index in the network of the item with dates around each, -1 if there is none; sections and the like are looked through. */
  readonly parents: Int32Array;
  /** Index in the network by item of the model, -1 for what has no dates. */
  readonly networkIndex: Int32Array;
}

/** Finds the items of the plan. */
export function planItems({ items, runs }: Model): PlanItems {
  const found = runs.map(({ facts }) => partOf(facts));
  const scheduled: Item[] = [];
  const parents = new Int32Array(found.reduce((sum, { facts }) => sum + facts.length, 0));
  const networkIndex = new Int32Array(items.length).fill(-1);
  found.forEach(({ at, parent }, run) => {
    const first = scheduled.length;
    const { firstItem } = runs[run]!;
    for (let task = 0; task < at.length; task++) {
      const item = firstItem + at[task]!;
      parents[first + task] = parent[task]! < 0 ? -1 : first + parent[task]!;
      networkIndex[item] = scheduled.push(items[item]!) - 1;
    }
  });
  const others = (pick: (part: Part) => readonly number[]): Item[] =>
    found.flatMap((part, run) => pick(part).map((at) => items[runs[run]!.firstItem + at]!));
  return {
    project: others(({ projects }) => projects)[0],
    calendars: others(({ calendars }) => calendars),
    persons: others(({ persons }) => persons),
    scheduled,
    facts: ([] as TaskFacts[]).concat(...found.map(({ facts }) => facts)),
    parents,
    networkIndex,
  };
}

/** The same of one run; places are indices in the run's items. */
interface Part {
  readonly projects: readonly number[];
  readonly calendars: readonly number[];
  readonly persons: readonly number[];
  readonly at: Int32Array;
  readonly facts: readonly TaskFacts[];
  /** Index in `facts` of the one around. */
  readonly parent: Int32Array;
}

const parts = new WeakMap<FactsRun, Part>();

function partOf(run: FactsRun): Part {
  let part = parts.get(run);
  if (!part) parts.set(run, (part = readPart(run)));
  return part;
}

/** Segments are whole declarations, so what stands around an item is in its run, and before it. */
function readPart({ items, parent }: FactsRun): Part {
  const ofKind = (key: string): number[] => items.flatMap(({ kind }, at) => (kind?.key === key ? [at] : []));
  const at: number[] = [];
  const around: number[] = [];
  const inside = new Int32Array(items.length).fill(-1);
  items.forEach(({ kind }, item) => {
    const holder = parent[item]! < 0 ? -1 : inside[parent[item]!]!;
    inside[item] = holder;
    if (!scheduledTypeOf(kind)) return;
    around.push(holder);
    inside[item] = at.push(item) - 1;
  });
  return {
    projects: ofKind('project'),
    calendars: ofKind('calendar'),
    persons: ofKind('person'),
    at: Int32Array.from(at),
    facts: at.map((item) => taskFacts(items[item]!)),
    parent: Int32Array.from(around),
  };
}
