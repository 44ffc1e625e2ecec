/** Dependencies of a model as numbers. */
import type { ValueOf } from '../kinds/value';
import { minutesOf, type Lengths } from './lengths';
import type { PlanContext } from './modelTasks';
import type { LagUnit, NetworkLink } from './network/network';
import type { PlacedTasks, RunTasks } from './planItems';
import type { TaskFacts } from './taskFacts';

interface KnownLinks {
  readonly version: object;
  readonly first: number;
  /** By written link, the index of the predecessor in the network, or -1. */
  readonly from: Int32Array;
  readonly links: readonly NetworkLink[];
}

const known = new WeakMap<RunTasks, KnownLinks>();

/**
 * The links into the items of one run, in the order of the text; those to nothing, or to what has no dates, are left out.
 * The same objects as long as nothing that they hang on changes. `networkIndex` is the index in the network by item of the
 * model, -1 for what has no dates.
 */
export function linksInto(
  { tasks, first }: PlacedTasks,
  { model, lengths, version }: PlanContext,
  networkIndex: Int32Array,
): readonly NetworkLink[] {
  const from = tasks.waitsFor.map((id) => networkIndex[model.indexOfId(id)] ?? -1);
  const kept = known.get(tasks);
  if (kept?.version === version && kept.first === first && from.every((each, at) => each === kept.from[at]))
    return kept.links;
  const links = readLinks(tasks.facts, first, from, lengths);
  known.set(tasks, { version, first, from, links });
  return links;
}

function readLinks(
  facts: readonly TaskFacts[],
  first: number,
  from: Int32Array,
  lengths: Lengths,
): readonly NetworkLink[] {
  const read: NetworkLink[] = [];
  let next = 0;
  facts.forEach(({ links }, at) => {
    for (const { dependency } of links) {
      const predecessor = from[next++]!;
      const { link: type, lag } = dependency;
      if (predecessor >= 0)
        read.push({ from: predecessor, to: first + at, type, lag: lagOf(lag, lengths), lagUnit: lagUnitOf(lag) });
    }
  });
  return read;
}

type WrittenLag = ValueOf<'dependency'>['lag'];

function lagOf(lag: WrittenLag, lengths: Lengths): number | undefined {
  if (!lag) return undefined;
  return lag.type === 'percent' ? lag.fraction * 100 : minutesOf(lag, lengths);
}

function lagUnitOf(lag: WrittenLag): LagUnit | undefined {
  if (!lag) return undefined;
  if (lag.type === 'percent') return lag.elapsed ? 'elapsed-percent' : 'percent';
  return lag.elapsed ? 'elapsed' : 'working';
}
