import type { FieldFacts, ItemFacts } from '../../kinds/facts';
import type { Phrase, SyntaxProblem } from '../../language/ast';
import type { SegmentCheck, SegmentFinding } from '../check';
import { inBoth } from '../wording';

/** A phrase that its value type cannot read; the message shows one that it can. */
export const invalidValue: SegmentCheck = {
  code: 'kind/invalid-value',
  severity: 'error',
  find: ({ items, segment }) =>
    items.flatMap((item) => item.fields.flatMap((field) => findIn(item, field, segment.problems))),
};

function findIn(
  { id }: ItemFacts,
  { node, field, values }: FieldFacts,
  syntax: readonly SyntaxProblem[],
): readonly SegmentFinding[] {
  const wrong = values.flatMap(({ phrase, problem }) =>
    problem && !isSpoiled(phrase, syntax)
      ? [{ start: problem.start, end: problem.end, id, message: problem.message }]
      : [],
  );
  const second = values[1];
  if (!field || field.repeat || !second) return wrong;
  const message = inBoth((tongue) =>
    tongue === 'zh'
      ? `字段 \`${node.name.text}\` 只能有一个值。`
      : `The field \`${node.name.text}\` takes one value only.`,
  );
  return [...wrong, { start: second.phrase.start, end: values.at(-1)!.phrase.end, id, message }];
}

/** Does the phrase have a finding about its very text already, such as a string that is never closed? */
const isSpoiled = ({ start, end }: Phrase, syntax: readonly SyntaxProblem[]): boolean =>
  syntax.some((problem) => problem.code !== 'syntax/full-width' && problem.start < end && start < problem.end);
