/** Reads one segment: its declarations and everything that is wrong with its text. */
import type { IToken } from 'chevrotain';
import type { Declaration, SyntaxProblem } from './ast';
import { balance } from './balance';
import { countLines, FULL_WIDTH } from './characters';
import { LONGEST_FILE, LONGEST_PROJECT } from './limits';
import { parse } from './parser';
import { atomTypeOf, tokenize, UnclosedComment, UnclosedText, type Tokens } from './tokens';

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

/** Why a text is not read at all. */
export type TooLong = 'file-too-long' | 'project-too-long';

/** A text that is too long to be read, as one segment without declarations. */
export function unreadSegment(text: string, because: TooLong): Segment {
  const most = because === 'file-too-long' ? LONGEST_FILE : LONGEST_PROJECT;
  const end = String.fromCodePoint(text.codePointAt(0) ?? 0).length;
  const problem: SyntaxProblem = { code: 'syntax/unexpected', problem: because, subject: `${most}`, start: 0, end };
  return { text, lines: countLines(text), declarations: [], problems: [problem] };
}

export function readSegment(text: string): Segment {
  const tokens = tokenize(text);
  const balanced = balance(text, tokens.tokens);
  const parsed = parse(text, balanced.tokens);
  const lexical = lexicalProblems(text, tokens);
  const braces = balanced.problems.length > 0 ? withoutFollowUps(balanced.problems, tokens) : [];
  const problems = [...lexical, ...braces, ...parsed.problems];
  if (problems.length > 1) problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, lines: countLines(text), declarations: parsed.declarations, problems };
}

/** An unclosed text or comment swallows closing braces: the blocks around it are then not worth a finding of their own. */
function withoutFollowUps(problems: readonly SyntaxProblem[], { tokens, comments }: Tokens): readonly SyntaxProblem[] {
  const swallows =
    comments.some(({ tokenType }) => tokenType === UnclosedComment) ||
    tokens.some(({ tokenType }) => tokenType === UnclosedText);
  return swallows ? problems.filter(({ code }) => code !== 'syntax/unclosed-block') : problems;
}

function lexicalProblems(text: string, { tokens, comments }: Tokens): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  for (const { tokenType, startOffset: start } of comments)
    if (tokenType === UnclosedComment)
      problems.push({ code: 'syntax/unclosed-text', problem: 'unclosed-comment', start, end: start + 2 });
  const lost = text.includes(REPLACEMENT) ? (tokens.find(isLost) ?? comments.find(isLost)) : undefined;
  if (lost) {
    const start = lost.startOffset + lost.image.indexOf(REPLACEMENT);
    problems.push({ code: 'syntax/unexpected', problem: 'not-utf8', start, end: start + 1 });
  }
  const wide = tokens.find(isFullWidth);
  if (wide) {
    const { image, startOffset: start } = wide;
    problems.push({ code: 'syntax/full-width', problem: 'full-width', start, end: start + 1, subject: image[0]! });
  }
  return problems;
}

/** What reading puts in the place of bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** Does a text or a comment hold a sign that was not read? Elsewhere the sign is reported as unexpected. */
const isLost = ({ image, tokenType }: IToken): boolean =>
  image.includes(REPLACEMENT) && atomTypeOf(tokenType) !== 'junk';

/** Is the token a full-width sign, or quoted by full-width quotes? */
function isFullWidth({ image }: IToken): boolean {
  if (image.charCodeAt(0) >= 128) return FULL_WIDTH[image[0]!] !== undefined;
  return image.charCodeAt(image.length - 1) >= 128 && FULL_WIDTH[image.at(-1)!] !== undefined;
}
