/** What a phrase with signs that no value holds was probably meant to be. */
import type { Phrase } from '../../language/ast';
import { SourceDocument } from '../../language/document';
import type { GradedReading } from './define';
import type { GradedProblem } from './reader';
import { cited, sourceOf } from './source';

const inAscii = (source: string): string => source.normalize('NFKC');

/** The likeliest first: full-width digits, a dash of a period, brackets around a list or a share, a mark before a name. */
const WAYS: readonly ((source: string) => string)[] = [
  inAscii,
  (source) => inAscii(source).replace(/\s*[~—–]+\s*/g, '..'),
  (source) =>
    inAscii(source)
      .replace(/[[\]()]/g, ' ')
      .replace(/ +/g, ' ')
      .trim(),
  (source) => inAscii(source).replace(/^[@#]\s*/, ''),
];

/** The problem of a phrase that one of these ways makes right, with that as its suggestion. */
export function rewritten(
  { start, end, atoms }: Phrase,
  read: (phrase: Phrase) => GradedReading,
): GradedProblem | undefined {
  if (!atoms.some(({ type }) => type === 'junk')) return undefined;
  const source = sourceOf(atoms);
  for (const way of WAYS) {
    const suggestion = rightOf(way(source), read);
    if (suggestion === undefined) continue;
    const message = { en: `This is written as ${cited(suggestion)}.`, zh: `此处应写作 ${cited(suggestion)}。` };
    return { start, end, message, suggestion, grade: 'specific' };
  }
  return undefined;
}

/** The text, or what is suggested in the place of all of it, if that is a value. */
function rightOf(text: string, read: (phrase: Phrase) => GradedReading): string | undefined {
  const before = 'x a { y: ';
  const { declarations = [], problems = [] } = new SourceDocument(`${before}${text} }`).segments[0] ?? {};
  const fields = declarations[0]?.block?.fields ?? [];
  const [phrase, ...others] = fields.flatMap(({ phrases }) => phrases);
  if (!phrase || others.length > 0 || problems.length > 0) return undefined;
  const reading = read(phrase);
  if ('value' in reading) return text;
  const { problem } = reading;
  return problem.start === phrase.start && problem.end === phrase.end ? problem.suggestion : undefined;
}
