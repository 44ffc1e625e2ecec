/** Turns the problems that the parser reports into findings; the words belong to the checks. */
import type { SyntaxCode, SyntaxMessage, SyntaxProblem } from '../../language/ast';
import { isBare, type ItemFacts, type SegmentFacts } from '../../kinds/facts';
import type { KindTable } from '../../kinds/table';
import type { SegmentFinding } from '../check';
import type { Text } from '../../kinds/tongue';
import { explains } from './explained';
import { syntaxRepairs } from './repairs';

/** Words for each problem of a code; `subject` is what the problem names. */
export type Wording = Partial<Record<SyntaxMessage, (subject: string) => Text>>;

export const problemsOf =
  (code: SyntaxCode, wording: Wording) =>
  (facts: SegmentFacts, table: KindTable): readonly SegmentFinding[] =>
    facts.segment.problems
      .filter((problem) => problem.code === code && !isExplained(facts, problem))
      .flatMap((problem) => {
        const item = itemAt(facts, problem);
        const meant = withKinds(problem, item, table);
        const { problem: name, start, end, subject } = meant;
        const message = wording[name]?.(subject ?? '');
        if (!message) return [];
        const index = item ? facts.items.indexOf(item) : -1;
        const repairs: SegmentFinding['repairs'] = (model, at, wanted) =>
          syntaxRepairs(model, { at, problem: meant, index, wanted });
        return [{ start, end, id: item?.id, message, repairs }];
      });

const isExplained = ({ items }: SegmentFacts, problem: SyntaxProblem): boolean =>
  items.some(({ fields }) =>
    fields.some(
      ({ field, node, values }) =>
        node.colon >= 0 &&
        (field?.repeat ? values : values.slice(0, 1)).some((value) => explains(value.problem, problem)),
    ),
  );

/** The innermost item around a problem. What stands in a head belongs to it, although the item may end before. */
const itemAt = (facts: SegmentFacts, { problem, start }: SyntaxProblem): ItemFacts | undefined =>
  facts.items.findLast(
    ({ declaration }) => declaration.start <= start && (problem === 'expected-block' || start < declaration.end),
  );

/** The grammar knows no kinds; who knows them can say better what was meant. */
function withKinds(problem: SyntaxProblem, item: ItemFacts | undefined, table: KindTable): SyntaxProblem {
  const { problem: name, subject = '' } = problem;
  // `criterion AC-1` in a block: no field that lost its colon, but a head that is still being typed.
  if (name === 'expected-colon' && table.kind(subject) && !item?.kind?.field(subject))
    return { ...problem, problem: 'expected-title-or-block' };
  // `This is prose`: no head at all.
  if (name === 'expected-block' && item && !item.kind && isBare(item))
    return { ...problem, problem: 'expected-declaration', start: item.declaration.start };
  return problem;
}
