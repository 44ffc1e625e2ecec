/** Dependencies in the text: lags changed where they stand, and new links. */
import { addValue } from '../../../checks/repair/field';
import { inserting, replacing, type RepairEdit } from '../../../checks/repair/repair';
import { textAt } from '../../../checks/repair/source';
import { fieldOf } from '../../../kinds/facts';
import type { Duration, ValueOf } from '../../../kinds/value';
import { LINK_TYPES, nameIn } from '../../../kinds/values/words';
import type { Phrase } from '../../../language/ast';
import { tokenize } from '../../../language/tokens';
import type { Item, Model } from '../../../model/model';
import type { ModelSchedule } from '../../../schedule/fromModel';
import { durationText } from './lengths';

/** A link as it is written. */
export interface WrittenDependency {
  /** The successor, in whose text it stands. */
  readonly item: Item;
  readonly phrase: Phrase;
  readonly value: ValueOf<'dependency'>;
}

/** Where a link of the network is written. */
export function dependencyOf(schedule: ModelSchedule, link: number): WrittenDependency | undefined {
  const { links } = schedule.plan.network.spec;
  const { to } = links[link]!;
  // Links to the same item stand behind each other, in the order of the text; those to nothing are left out.
  const place = link - links.findIndex((other) => other.to === to);
  return dependenciesOf(schedule, schedule.at(to).item)[place];
}

/** The links that an item names, as far as they lead to what has dates. */
export function dependenciesOf({ model, networkIndex }: ModelSchedule, item: Item): readonly WrittenDependency[] {
  const values = item.fields.filter(({ field }) => field?.key === 'after').flatMap((field) => field.values);
  return values.flatMap(({ phrase, value }) => {
    if (value?.type !== 'dependency') return [];
    const target = model.byId(value.target.id);
    return target && networkIndex[target.index]! >= 0 ? [{ item, phrase, value }] : [];
  });
}

/** Writes another lag, or takes it away if it is nothing. Comments stay. */
export function writeLag(
  model: Model,
  { item, phrase, value }: WrittenDependency,
  lag: Duration,
): readonly RepairEdit[] {
  const { atoms } = phrase;
  const at = atoms.findIndex(({ type }) => type === 'plus' || type === 'minus');
  const size = { ...lag, amount: Math.abs(lag.amount) };
  const sign = lag.amount < 0 ? '-' : '+';
  if (at < 0)
    return lag.amount === 0 ? [] : [inserting(item, phrase.end, ` ${sign} ${durationText(size, item.tongue)}`)];
  const [mark, amount] = [atoms[at]!, atoms[at + 1]!];
  if (lag.amount === 0) return withoutLag(model, item, phrase, at);
  const written =
    value.lag?.type === 'duration' && amount.type === 'quantity' ? { atom: amount, duration: value.lag } : undefined;
  return [
    ...(mark.text === sign ? [] : [replacing(item, mark, sign)]),
    replacing(item, amount, durationText(size, item.tongue, written)),
  ];
}

function withoutLag(model: Model, item: Item, { atoms, end }: Phrase, at: number): readonly RepairEdit[] {
  const span = { start: atoms[at - 1]!.end, end };
  const hasComment = tokenize(textAt(model, item)).comments.some(
    ({ startOffset }) => span.start <= startOffset && startOffset < span.end,
  );
  return hasComment
    ? [replacing(item, atoms[at]!, ''), replacing(item, atoms[at + 1]!, '')]
    : [replacing(item, span, '')];
}

/** Adds a link from a predecessor; no edits if what stands there cannot be read. */
export function addLink(
  model: Model,
  item: Item,
  predecessor: string,
  type: 'FS' | 'SS' | 'FF' | 'SF',
): readonly RepairEdit[] {
  const given = fieldOf(item, 'after');
  if (given?.values.some(({ value }) => value === undefined)) return [];
  const text = type === 'FS' ? predecessor : `${predecessor} ${nameIn(LINK_TYPES, type, item.tongue)}`;
  return addValue(model, item, 'after', text);
}

/** Gives a link another type; its lag stays. */
export function writeType(
  { item, phrase, value }: WrittenDependency,
  link: 'FS' | 'SS' | 'FF' | 'SF',
): readonly RepairEdit[] {
  const word = phrase.atoms.find(
    (atom) => atom.type === 'name' && atom.start >= value.target.end && LINK_TYPES.find(atom.text),
  );
  const { end } = value.target;
  const before = link === 'FS' && word ? { start: end, end: word.end } : word;
  if (before) return [replacing(item, before, link === 'FS' ? '' : nameIn(LINK_TYPES, link, item.tongue))];
  return link === 'FS' ? [] : [inserting(item, end, ` ${nameIn(LINK_TYPES, link, item.tongue)}`)];
}
