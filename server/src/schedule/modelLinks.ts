/** Dependencies of a model as numbers. */
import type { ValueOf } from '../kinds/value';
import type { Model } from '../model/model';
import { minutesOf, type Lengths } from './lengths';
import type { LagUnit, NetworkLink } from './network';
import type { TaskFacts } from './taskFacts';

/**
 * Adds the links into the item `to` of the network, in the order of its text; those to nothing, or to what has no dates,
 * are left out. `networkIndex` is the index in the network by item of the model, -1 for what has no dates.
 */
export function addLinks(
  links: NetworkLink[],
  model: Model,
  facts: TaskFacts,
  to: number,
  networkIndex: Int32Array,
  lengths: Lengths,
): void {
  for (const { idNumber, dependency } of facts.links) {
    const from = networkIndex[model.indexOfId(idNumber)] ?? -1;
    const { link: type, lag } = dependency;
    if (from >= 0) links.push({ from, to, type, lag: lagOf(lag, lengths), lagUnit: lagUnitOf(lag) });
  }
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
