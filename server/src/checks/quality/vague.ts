import type { Text } from '../../kinds/tongue';
import type { SegmentCheck, SegmentFinding } from '../check';
import { inBoth } from '../wording';
import { demandTexts, type DemandText } from './demands';
import { NOT_VAGUE, VAGUE, type Question } from './lexicon/vague';
import { phraseFinder, type Hit } from './phrases';
import { placeholderIn } from './placeholder';

/** Words that each reader understands otherwise, so that nobody can test them. One finding for each text names all of them. */
export const vague: SegmentCheck = {
  code: 'quality/vague',
  severity: 'hint',
  find: (facts) => demandTexts(facts).flatMap(findIn),
};

const find = phraseFinder(VAGUE, NOT_VAGUE);

function findIn({ item, part, prose }: DemandText): readonly SegmentFinding[] {
  if (part === 'words') return [];
  const hits = find(prose.text);
  const [first] = hits;
  if (!first || placeholderIn(prose)) return [];
  const words = distinct(hits.map(({ start, end }) => prose.written(start, end)));
  return [{ ...prose.spanOf(first.start, first.end), id: item.id, message: message(words, questionsOf(hits)) }];
}

/** More questions than this would be a lecture. */
const MOST_QUESTIONS = 3;

const questionsOf = (hits: readonly Hit<Question>[]): readonly Question[] =>
  distinct(hits.map(({ meaning }) => meaning)).slice(0, MOST_QUESTIONS);

function message(words: readonly string[], questions: readonly Question[]): Text {
  return inBoth((tongue) => {
    const asked = questions.map((question) => question[tongue]);
    const cited = words.map((word) => `\`${word}\``);
    return tongue === 'zh'
      ? `${cited.join('、')} 含义不明确，无法验证：请写明${asked.join('、')}。`
      : `${cited.join(', ')} ${words.length > 1 ? 'mean' : 'means'} something else to each reader: say ${asked.join('; ')}.`;
  });
}

const distinct = <T>(entries: readonly T[]): readonly T[] => [...new Set(entries)];
