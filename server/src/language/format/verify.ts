/** Proves that formatting changed nothing but blanks and spellings. */
import type { SourceDocument } from '../document';
import { blockText } from '../quotes';
import { Comma, LineComment, BlockComment, Text, type Token, tokenize } from '../tokens';
import { spell } from './spelling';

/** What would have changed. */
export type Difference = 'words' | 'tree' | 'problems';

/** The first thing in which two documents differ, or undefined if they say the same. */
export function differenceOf(before: SourceDocument, after: SourceDocument): Difference | undefined {
  if (!equal(wordsOf(before), wordsOf(after))) return 'words';
  if (treeOf(before) !== treeOf(after)) return 'tree';
  return equal(problemsOf(before), problemsOf(after)) ? undefined : 'problems';
}

/**
 * Tokens and comments in their order and canonical spelling. Commas are left out: those that matter stand between phrases,
 * which the tree tells apart.
 */
const wordsOf = ({ segments }: SourceDocument): readonly string[] =>
  segments.flatMap(({ text }) => {
    const { tokens, comments } = tokenize(text);
    const words: readonly Token[] = [...tokens.filter(({ tokenType }) => tokenType !== Comma), ...comments];
    return [...words].sort((a, b) => a.startOffset - b.startOffset).map(wordOf);
  });

function wordOf(token: Token): string {
  const { tokenType, image } = token;
  if (tokenType === LineComment || tokenType === BlockComment) return trimLines(image);
  return tokenType === Text ? `"""${blockText(image, true)}"""` : spell(token);
}

const trimLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .join('\n');

const OFFSETS: ReadonlySet<string> = new Set(['start', 'end', 'colon', 'open', 'close']);

/** The tree without its offsets, as text. */
const treeOf = ({ segments }: SourceDocument): string =>
  JSON.stringify(
    segments.flatMap(({ declarations }) => declarations),
    (key, value: unknown) => (OFFSETS.has(key) ? undefined : value),
  );

const problemsOf = ({ segments }: SourceDocument): readonly string[] =>
  segments.flatMap(({ problems }) =>
    problems
      .filter(({ code }) => code !== 'syntax/full-width')
      .map(({ problem, subject }) => `${problem} ${subject ?? ''}`),
  );

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);
