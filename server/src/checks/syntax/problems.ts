/** Turns the problems that the parser reports into findings; the words belong to the checks. */
import type { SyntaxCode, SyntaxMessage, SyntaxProblem } from '../../language/ast';
import type { SegmentFacts } from '../../kinds/facts';
import type { SegmentFinding } from '../check';
import type { Text } from '../../kinds/tongue';

/** Words for each problem of a code; `subject` is what the problem names. */
export type Wording = Partial<Record<SyntaxMessage, (subject: string) => Text>>;

export const problemsOf =
  (code: SyntaxCode, wording: Wording) =>
  (facts: SegmentFacts): readonly SegmentFinding[] =>
    facts.segment.problems
      .filter((problem) => problem.code === code)
      .flatMap((problem) => {
        const message = wording[problem.problem]?.(problem.subject ?? '');
        return message ? [{ start: problem.start, end: problem.end, id: itemAt(facts, problem), message }] : [];
      });

/** Id of the innermost item around a problem. */
function itemAt(facts: SegmentFacts, { start }: SyntaxProblem): string | undefined {
  const around = facts.items.filter(({ declaration }) => declaration.start <= start && start < declaration.end);
  return around.at(-1)?.id;
}
