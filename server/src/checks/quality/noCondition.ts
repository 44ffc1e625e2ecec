import type { Span } from '../../language/ast';
import type { SegmentCheck } from '../check';
import { inBoth } from '../wording';
import { demandTexts } from './demands';
import { placeholderIn } from './placeholder';
import type { Prose } from './prose';
import { patternOf, sentencesOf } from './sentences';

/** A requirement's text that fits no pattern of EARS: no sentence says who shall do what. */
export const noCondition: SegmentCheck = {
  code: 'quality/no-condition',
  severity: 'hint',
  find: (facts) =>
    demandTexts(facts).flatMap(({ item, part, prose }) => {
      if (part !== 'statement' || patternOf(prose.text) !== undefined || placeholderIn(prose)) return [];
      const span = firstSentence(prose);
      return span ? [{ ...span, id: item.id, message }] : [];
    }),
};

const message = inBoth((tongue) =>
  tongue === 'zh'
    ? '没有说明由谁做什么：可写成“系统应……”“当……时，系统应……”或“如果……，则系统应……”。'
    : 'No sentence says who shall do what: write "The … shall …", "When …, the … shall …" or "If …, then the … shall …".',
);

/** The first sentence; if a text has none, as when all of it is code, it says nothing that could be marked. */
function firstSentence(prose: Prose): Span | undefined {
  const [first] = sentencesOf(prose.text);
  return first && prose.spanOf(first.start, first.end);
}
