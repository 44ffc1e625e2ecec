import type { Item, Model } from '../../model/model';
import { nextId } from '../../model/nextId';
import { hasIncoming, itemsOfPart } from '../../model/trace';
import { createItem } from '../repair/declaration';
import { addValue } from '../repair/field';
import { comingFrom } from '../repair/links';
import { suggestion, type Repair } from '../repair/repair';
import { nearestFirst, stubTitle } from '../repair/stub';
import { strandCheck } from './strand';

/** A requirement that nobody asked for: neither it nor one that it refines says where it comes from. */
export const noOrigin = strandCheck(
  'origin',
  {
    en: 'has no origin: no `from` says who asked for it.',
    zh: '没有来源：没有 `来自` 说明是谁提出的。',
  },
  (model, requirement) => [
    ...unusedNeeds(model, requirement).map((need) => comingFrom(model, requirement, need)),
    ...withNewNeed(model, requirement),
  ],
);

/** More would be a list that nobody reads. */
const MOST_NEEDS = 3;

/** Needs that led to nothing yet. */
const unusedNeeds = (model: Model, requirement: Item): readonly Item[] =>
  nearestFirst(
    itemsOfPart(model, 'need').filter(({ index }) => !hasIncoming(model, index, 'origin', 'follow-up')),
    requirement,
  ).slice(0, MOST_NEEDS);

function withNewNeed(model: Model, requirement: Item): readonly Repair[] {
  const kind = model.table.kind('need');
  if (!kind) return [];
  const id = nextId(model, kind);
  const need = createItem(model, { kind: kind.key, id, title: stubTitle(requirement) }, requirement);
  return [suggestion({ en: 'Create a need', zh: '新建诉求' }, [...addValue(model, requirement, 'from', id), ...need])];
}
