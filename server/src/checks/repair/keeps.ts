import type { SourceDocument } from '../../language/document';
import { blockText } from '../../language/quotes';
import { Text, tokenize } from '../../language/tokens';

/** One file, or the segments of several. */
type Texts = Pick<SourceDocument, 'segments'>;

/** Does a text that was mended hold all comments and all text blocks that stood in it? Nobody else remembers what they say. Their indentation may change. */
export function keepsWords(before: Texts, after: Texts): boolean {
  if (before === after) return true;
  const left = new Map<string, number>();
  for (const words of wordsOf(after)) left.set(words, (left.get(words) ?? 0) + 1);
  return wordsOf(before).every((words) => {
    const count = left.get(words) ?? 0;
    left.set(words, count - 1);
    return count > 0;
  });
}

const wordsOf = ({ segments }: Texts): readonly string[] =>
  segments.flatMap(({ text }) => {
    if (!/\/[/*]|["“”＂]{3}/u.test(text)) return [];
    const { tokens, comments } = tokenize(text);
    const blocks = tokens.filter(({ tokenType }) => tokenType === Text);
    return [...comments.map(({ image }) => linesOf(image)), ...blocks.map(({ image }) => blockText(image, true))];
  });

/** The lines without the blanks around them, and without blank ones. */
const linesOf = (comment: string): string =>
  comment
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
