import type { FieldFacts, ItemFacts, ValueFacts } from '../../kinds/facts';
import type { Field } from '../../kinds/table';
import type { ValueProblem } from '../../kinds/value';
import { valueTypes } from '../../kinds/values';
import type { Phrase, SyntaxProblem } from '../../language/ast';
import type { Text } from '../../kinds/tongue';
import type { SegmentCheck, SegmentFinding } from '../check';
import { cutting } from '../repair/cut';
import { replacing } from '../repair/repair';
import { contentEnd, sourceOf, textAt } from '../repair/source';
import { addColon, changing } from '../repair/words';
import { explains } from '../syntax/explained';
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
    problem && !isSpoiled(phrase, problem, syntax)
      ? [
          {
            start: problem.start,
            end: problem.end,
            id,
            message: problem.message,
            repairs: suggestionOf(problem, field),
          },
        ]
      : [],
  );
  const second = values[1];
  if (!field || field.repeat || !second) return wrong;
  const next = second.phrase.atoms[0];
  const span = { start: second.phrase.start, end: values.at(-1)!.phrase.end };
  if (next?.type === 'name' && kind?.field(next.text)) {
    const repairs = second.phrase.atoms.length > 1 ? addColon(next) : undefined;
    return [...wrong, { ...span, id, message: lacksColon(next.text), ...(repairs ? { repairs } : {}) }];
  }
  return [...wrong, { ...span, id, message: takesOne(node.name.text), repairs: keepFirst(values) }];
}

/** The text that the value type proposes. */
const suggestionOf =
  ({ start, end, suggestion }: ValueProblem, field: Field | undefined): NonNullable<SegmentFinding['repairs']> =>
  (model, at) => {
    if (suggestion === undefined) return [];
    const text = textAt(model, at);
    const sure = essence(suggestion) === essence(text.slice(start, end));
    const [, other] = /^,\s*(.*)/s.exec(suggestion) ?? [];
    if (other === undefined)
      return [{ title: changing(suggestion), edits: [replacing(at, { start, end }, suggestion)], sure }];
    // A comma takes the place of the blanks as well. It is not certain where the word behind it would be the id of nothing.
    const edits = [replacing(at, { start: contentEnd(text, start), end }, suggestion)];
    const [id] = /^[^\s"“]*/.exec(other)!;
    const leads = id === '' || !field || !refers(field) || model.byId(id) !== undefined;
    return [{ title: { en: 'Insert a comma', zh: '插入逗号' }, edits, sure: sure && leads }];
  };

const refers = ({ types }: Field): boolean => types.some((name) => valueTypes.get(name)?.references !== undefined);

/** What is left of a value without its punctuation: `2026/3/2` and `2026-03-02` are the same, and so is a text in quotes. */
const essence = (value: string): string =>
  (value.normalize('NFKC').match(/\d+|[\p{L}\p{M}]+/gu) ?? []).map((part) => part.replace(/^0+(?=\d)/, '')).join(' ');

const keepFirst =
  (values: readonly ValueFacts[]): NonNullable<SegmentFinding['repairs']> =>
  (model, at) => {
    const [first, ...others] = values.map(({ phrase }) => phrase);
    const kept = sourceOf(model, at, first!);
    const edits = cutting(model, at, [{ start: first!.end, end: others.at(-1)!.end }]);
    return [{ title: { en: `Keep \`${kept}\` only`, zh: `只保留 \`${kept}\`` }, edits, sure: false }];
  };

const takesOne = (name: string): Text => ({
  en: `The field \`${name}\` takes one value only.`,
  zh: `字段 \`${name}\` 只能有一个值。`,
});

/** Does the phrase have a finding about its very text already, such as a string that is never closed? */
const isSpoiled = ({ start, end }: Phrase, value: ValueProblem, syntax: readonly SyntaxProblem[]): boolean =>
  syntax.some(
    (problem) =>
      problem.code !== 'syntax/full-width' && problem.start < end && start < problem.end && !explains(value, problem),
  );
