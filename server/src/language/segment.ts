/** Reads one segment: its declarations and everything that is wrong with its text. */
import type { Declaration, SyntaxProblem } from './ast';
import { balance } from './balance';
import { countLines, FULL_WIDTH, isAscii } from './characters';
import { LONGEST_FILE, LONGEST_PROJECT } from './limits';
import { lex } from './lexer';
import { parse } from './parser';
import { TokenList } from './tokenList';
import { Junk, UnclosedComment, UnclosedText } from './tokenTypes';

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

/** Filled by each text anew. */
const tokens = new TokenList();
const comments = new TokenList();

export function readSegment(text: string): Segment {
  lex(text, tokens, comments);
  const balanced = balance(text, tokens);
  const parsed = parse(text, balanced.tokens);
  const lexical = lexicalProblems(text);
  const braces = balanced.problems.length > 0 ? withoutFollowUps(balanced.problems) : balanced.problems;
  const problems = [...lexical, ...braces, ...parsed.problems];
  if (problems.length > 1) problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, lines: countLines(text), declarations: parsed.declarations, problems };
}

/** An unclosed text or comment swallows closing braces: the blocks around it are then not worth a finding of their own. */
function withoutFollowUps(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const swallows =
    comments.find((type) => type === UnclosedComment) >= 0 || tokens.find((type) => type === UnclosedText) >= 0;
  return swallows ? problems.filter(({ code }) => code !== 'syntax/unclosed-block') : problems;
}

function lexicalProblems(text: string): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const last = comments.length - 1;
  if (comments.type(last) === UnclosedComment) {
    const start = comments.start(last);
    problems.push({ code: 'syntax/unclosed-text', problem: 'unclosed-comment', start, end: start + 2 });
  }
  if (isAscii(text)) return problems;
  const lost = text.includes(REPLACEMENT) ? lostIn(text) : -1;
  if (lost >= 0) problems.push({ code: 'syntax/unexpected', problem: 'not-utf8', start: lost, end: lost + 1 });
  const wide = tokens.find((_, index) => isFullWidth(text, index));
  if (wide >= 0) {
    const start = tokens.start(wide);
    problems.push({ code: 'syntax/full-width', problem: 'full-width', start, end: start + 1, subject: text[start]! });
  }
  return problems;
}

/** What reading puts in the place of bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** Where a text or a comment holds a sign that was not read, or -1. Elsewhere the sign is reported as unexpected. */
function lostIn(text: string): number {
  for (const list of [tokens, comments])
    for (let index = 0; index < list.length; index++) {
      const start = list.start(index);
      const within = list.type(index) === Junk ? -1 : text.slice(start, list.end(index)).indexOf(REPLACEMENT);
      if (within >= 0) return start + within;
    }
  return -1;
}

/** Is the token a full-width sign, or quoted by full-width quotes? */
function isFullWidth(text: string, index: number): boolean {
  const first = text[tokens.start(index)]!;
  const sign = first.charCodeAt(0) >= 128 ? first : text[tokens.end(index) - 1]!;
  return sign.charCodeAt(0) >= 128 && FULL_WIDTH[sign] !== undefined;
}
