/** Dependencies of a model as numbers. */
import { valuesOf } from '../kinds/facts';
import type { ValueOf } from '../kinds/value';
import type { Item, ItemIndex, Model } from '../model/model';
import { minutesOf, type Lengths } from './lengths';
import type { NetworkLink } from './network';

/** The links into an item, in the order of its text; those to nothing, or to what has no dates, are left out. */
export const linksOf = (
  model: Model,
  item: Item,
  to: number,
  indexOf: ReadonlyMap<ItemIndex, number>,
  lengths: Lengths,
): readonly NetworkLink[] =>
  valuesOf(item, 'after').flatMap((value): readonly NetworkLink[] => {
    if (value.type !== 'dependency') return [];
    const predecessor = model.byId(value.target.id);
    const from = predecessor && indexOf.get(predecessor.index);
    return from === undefined ? [] : [{ from, to, type: value.link, ...lagOf(value, lengths) }];
  });

function lagOf({ lag }: ValueOf<'dependency'>, lengths: Lengths): Pick<NetworkLink, 'lag' | 'lagUnit'> {
  if (!lag) return {};
  if (lag.type === 'percent') return { lag: lag.fraction * 100, lagUnit: lag.elapsed ? 'elapsed-percent' : 'percent' };
  return { lag: minutesOf(lag, lengths), lagUnit: lag.elapsed ? 'elapsed' : 'working' };
}
