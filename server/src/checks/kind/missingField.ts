import { headWord, isBare, type ItemFacts, type SegmentFacts } from '../../kinds/facts';
import type { Field, Kind } from '../../kinds/table';
import type { SegmentCheck, SegmentFinding } from '../check';
import { Calling, inBoth, nameOf } from '../wording';

/** A required field that is not there. */
export const missingField: SegmentCheck = {
  code: 'kind/missing-field',
  severity: 'warning',
  find: (facts) =>
    facts.items.flatMap((item) =>
      item.kind && !isHalfTyped(item, facts) ? findIn(item, item.kind, facts.items[item.parent]) : [],
    ),
};

/** A head whose block is still to come, or whose title is still open, has its syntax finding already. */
const isHalfTyped = (item: ItemFacts, { segment: { problems } }: SegmentFacts): boolean => {
  const { title, block } = item.declaration;
  return isBare(item) || (!block && problems.some(({ start }) => start === title?.start));
};

const findIn = (item: ItemFacts, kind: Kind, parent: ItemFacts | undefined): readonly SegmentFinding[] =>
  kind.fields
    .filter((field) => field.required && !isGiven(item, field) && parent?.kind?.contains?.get(kind.key) !== field.key)
    .map((field) => ({ ...spanOf(item), id: item.id, message: wording(item, field) }));

const isGiven = ({ fields }: ItemFacts, { key }: Field): boolean => fields.some(({ field }) => field?.key === key);

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
