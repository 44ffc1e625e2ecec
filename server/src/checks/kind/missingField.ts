import { headWord, isBare, type ItemFacts, type SegmentFacts } from '../../kinds/facts';
import type { Field, Kind } from '../../kinds/table';
import type { Item, Model } from '../../model/model';
import type { SegmentCheck, SegmentFinding } from '../check';
import { hasMisspeltField } from '../misspelt';
import { addField, fieldText } from '../repair/field';
import type { Repair } from '../repair/repair';
import { Calling, inBoth, nameOf } from '../wording';

/** A required field that is not there. */
export const missingField: SegmentCheck = {
  code: 'kind/missing-field',
  severity: 'warning',
  find: (facts) =>
    facts.items.flatMap((item) => (item.kind && !isHalfTyped(item, facts) ? findIn(item, item.kind, facts) : [])),
};

/** A head whose block is still to come, or whose title is still open, has its syntax finding already. */
const isHalfTyped = (item: ItemFacts, { segment: { problems } }: SegmentFacts): boolean => {
  const { title, block } = item.declaration;
  return isBare(item) || (!block && problems.some(({ start }) => start === title?.start));
};

const findIn = (item: ItemFacts, kind: Kind, { items }: SegmentFacts): readonly SegmentFinding[] =>
  kind.fields
    .filter((field) => field.required && !isGiven(item, field))
    .filter((field) => items[item.parent]?.kind?.contains?.get(kind.key) !== field.key)
    .map((field) => ({
      ...spanOf(item),
      id: item.id,
      message: wording(item, field),
      repairs: (model, at) => insertions(model, model.itemsIn(at.file, at.segment)[items.indexOf(item)]!, field),
    }));

/** More would be a list that nobody reads. */
const MOST_VALUES = 8;

/** One for each value that would be right: what is listed, or the items that the field leads to, the nearest first. */
function insertions(model: Model, item: Item, field: Field): readonly Repair[] {
  const values = field.values.length > 0 ? field.values.map(({ key }) => key) : idsFor(model, item, field);
  return values.slice(0, MOST_VALUES).map((value) => {
    const text = fieldText(field, value, item.tongue);
    return {
      title: { en: `Add \`${text}\``, zh: `添加 \`${text}\`` },
      edits: addField(model, item, field.key, value),
      // A value that nothing else could take the place of leaves no choice.
      sure: field.values.length === 1,
    };
  });
}

const idsFor = ({ items }: Model, { index }: Item, { targets }: Field): readonly string[] =>
  items
    .filter((item) => item.kind && targets?.has(item.kind.key) && item.index !== index)
    .sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index))
    .flatMap(({ id }) => id ?? []);

const isGiven = (item: ItemFacts, { key }: Field): boolean =>
  item.fields.some(({ field }) => field?.key === key) || hasMisspeltField(item, key);

const spanOf = (item: ItemFacts): { start: number; end: number } => ({
  start: headWord(item).start,
  end: headWord(item).end,
});

const wording = (item: ItemFacts, { names, example, values }: Field) =>
  inBoth((tongue) => {
    const name = nameOf(names, tongue);
    const value = values[0] ? nameOf(values[0].names, tongue) : (example ?? '…');
    return tongue === 'zh'
      ? `${Calling(item, tongue)} 缺少必填字段，例如 \`${name}: ${value}\`。`
      : `${Calling(item, tongue)} lacks the required field \`${name}\`, such as \`${name}: ${value}\`.`;
  });
