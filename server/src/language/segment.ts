/** Reads one segment: its declarations and everything that is wrong with its text. */
import type { Declaration, SyntaxProblem } from './ast';
import { balance } from './balance';
import { countLines, FULL_WIDTH } from './characters';
import { parse } from './parser';
import { tokenize, endOf, UnclosedComment, UnclosedText, type Token, type Tokens } from './tokens';

/** A piece of text that starts at a boundary, read. Immutable, and the same for the same text. */
export interface Segment {
  readonly text: string;
  /** Number of line breaks in the text. */
  readonly lines: number;
  /** Usually one; several when they share lines or are indented. */
  readonly declarations: readonly Declaration[];
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
}

export function readSegment(text: string): Segment {
  const tokens = tokenize(text);
  const balanced = balance(text, tokens.tokens);
  const parsed = parse(balanced.tokens);
  const problems = [...lexicalProblems(tokens), ...withoutFollowUps(balanced.problems, tokens), ...parsed.problems];
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, lines: countLines(text), declarations: parsed.declarations, problems };
}

/** An unclosed text or comment swallows closing braces: the blocks around it are then not worth a finding of their own. */
function withoutFollowUps(problems: readonly SyntaxProblem[], { tokens, comments }: Tokens): readonly SyntaxProblem[] {
  const swallows =
    comments.some(({ tokenType }) => tokenType === UnclosedComment) ||
    tokens.some(({ tokenType }) => tokenType === UnclosedText);
  return swallows ? problems.filter(({ code }) => code !== 'syntax/unclosed-block') : problems;
}

function lexicalProblems({ tokens, comments }: Tokens): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const { tokenType, startOffset } of comments)
    if (tokenType === UnclosedComment)
      problems.push({
        code: 'syntax/unclosed-text',
        problem: 'unclosed-comment',
        start: startOffset,
        end: startOffset + 2,
      });
  const wide = tokens.find(isFullWidth);
  if (wide)
    problems.push({
      code: 'syntax/full-width',
      problem: 'full-width',
      start: wide.startOffset,
      end: wide.startOffset + 1,
      subject: wide.image[0]!,
    });
  return problems;
}

/** Is the token a full-width sign, or quoted by full-width quotes? */
function isFullWidth(token: Token): boolean {
  if (token.image === '' || token.image.charCodeAt(0) < 128) {
    const last = token.image.charCodeAt(token.image.length - 1);
    return (
      last >= 128 &&
      FULL_WIDTH[token.image[token.image.length - 1]!] !== undefined &&
      endOf(token) > token.startOffset + 1
    );
  }
  return FULL_WIDTH[token.image[0]!] !== undefined;
}
