import type { FieldFacts, ItemFacts } from '../../kinds/facts';
import type { Phrase, SyntaxProblem } from '../../language/ast';
import type { Text } from '../../kinds/tongue';
import type { SegmentCheck, SegmentFinding } from '../check';
import { lacksColon } from '../wording';

/** A phrase that its value type cannot read; the message shows one that it can. */
export const invalidValue: SegmentCheck = {
  code: 'kind/invalid-value',
  severity: 'error',
  find: ({ items, segment }) =>
    items.flatMap((item) => item.fields.flatMap((field) => findIn(item, field, segment.problems))),
};

function findIn(
  { id, kind }: ItemFacts,
  { node, field, values }: FieldFacts,
  syntax: readonly SyntaxProblem[],
): readonly SegmentFinding[] {
  // Without its colon it has its syntax finding, and what stands behind the name need not be its value.
  if (node.colon < 0) return [];
  const counted = field?.repeat ? values : values.slice(0, 1);
  const wrong = counted.flatMap(({ phrase, problem }) =>
    problem && !isSpoiled(phrase, syntax)
      ? [{ start: problem.start, end: problem.end, id, message: problem.message }]
      : [],
  );
  const second = values[1];
  if (!field || field.repeat || !second) return wrong;
  const next = second.phrase.atoms[0];
  const message = next?.type === 'name' && kind?.field(next.text) ? lacksColon(next.text) : takesOne(node.name.text);
  return [...wrong, { start: second.phrase.start, end: values.at(-1)!.phrase.end, id, message }];
}

const takesOne = (name: string): Text => ({
  en: `The field \`${name}\` takes one value only.`,
  zh: `字段 \`${name}\` 只能有一个值。`,
});

/** Does the phrase have a finding about its very text already, such as a string that is never closed? */
const isSpoiled = ({ start, end }: Phrase, syntax: readonly SyntaxProblem[]): boolean =>
  syntax.some((problem) => problem.code !== 'syntax/full-width' && problem.start < end && start < problem.end);
