import type { FieldFacts, ItemFacts } from '../../kinds/facts';
import type { SegmentCheck, SegmentFinding } from '../check';
import { inBoth } from '../wording';

/** A phrase that its value type cannot read; the message shows one that it can. */
export const invalidValue: SegmentCheck = {
  code: 'kind/invalid-value',
  severity: 'error',
  find: ({ items }) => items.flatMap((item) => item.fields.flatMap((field) => findIn(item, field))),
};

function findIn({ id }: ItemFacts, { node, field, values }: FieldFacts): readonly SegmentFinding[] {
  const wrong = values.flatMap(({ problem }) =>
    problem ? [{ start: problem.start, end: problem.end, id, message: problem.message }] : [],
  );
  const second = values[1];
  if (!field || field.repeat || !second) return wrong;
  const message = inBoth((tongue) =>
    tongue === 'zh' ? `字段 \`${node.name.text}\` 只能有一个值。` : `The field \`${node.name.text}\` takes one value only.`,
  );
  return [...wrong, { start: second.phrase.start, end: values.at(-1)!.phrase.end, id, message }];
}
