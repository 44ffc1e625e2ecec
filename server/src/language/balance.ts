/**
 * Makes the braces of a segment's tokens balanced, so that the parser never meets a missing or a stray one.
 *
 * Balanced text is left as it is, however it is indented. Only when braces are missing or left over does the indentation
 * tell which: a line that stands as far left as the head of an open block cannot be inside that block.
 */
import type { Span, SyntaxProblem } from './ast';
import { TokenList } from './tokenList';
import { indentOf, LeftBrace, RightBrace } from './tokens';

export interface Balanced {
  readonly tokens: TokenList;
  readonly problems: readonly SyntaxProblem[];
}

interface Open {
  /** From the first token of the line on which the block opens to its brace: what the message points at. */
  readonly head: Span;
  readonly indent: number;
}

/** Blocks nested deeper are not read: nobody writes them, and the parser must not run out of stack. */
const DEEPEST = 200;

/** Inserts closing braces that are missing (of width 0) and takes out those that close nothing, with a problem for each. */
export function balance(text: string, all: TokenList): Balanced {
  const { missing, stray, deepest } = count(all);
  if (missing === 0 && stray === 0 && deepest <= DEEPEST) return { tokens: all, problems: NONE };
  if (deepest <= DEEPEST) return repair(text, all, missing, stray);
  const { tokens, problem } = withoutDepths(text, all);
  const { tokens: balanced, problems } = repair(text, tokens, count(tokens).missing, stray);
  return { tokens: balanced, problems: [problem, ...problems] };
}

const NONE: readonly SyntaxProblem[] = [];

/** How many blocks are never closed, and how many closing braces are left over, by counting alone. */
function count(tokens: TokenList): { missing: number; stray: number; deepest: number } {
  let depth = 0;
  let deepest = 0;
  let stray = 0;
  for (let index = 0; index < tokens.length; index++) {
    const type = tokens.type(index);
    if (type === LeftBrace) deepest = Math.max(deepest, ++depth);
    else if (type === RightBrace && depth > 0) depth--;
    else if (type === RightBrace) stray++;
  }
  return { missing: depth, stray, deepest };
}

/** The tokens without those of blocks that lie too deep, braces included. */
function withoutDepths(text: string, tokens: TokenList): { tokens: TokenList; problem: SyntaxProblem } {
  const kept = new TokenList();
  let depth = 0;
  let span: Span | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const [type, start, end] = [tokens.type(index), tokens.start(index), tokens.end(index)];
    if (type === LeftBrace) depth++;
    if (depth > DEEPEST) span ??= { start, end };
    else kept.pushBehind(type, start, end, text);
    if (type === RightBrace && depth > 0) depth--;
  }
  const { start, end } = span ?? { start: 0, end: 0 };
  return {
    tokens: kept,
    problem: { code: 'syntax/unexpected', problem: 'too-deep', subject: `${DEEPEST}`, start, end },
  };
}

function repair(text: string, tokens: TokenList, missing: number, stray: number): Balanced {
  const result = new TokenList();
  const problems: SyntaxProblem[] = [];
  const open: Open[] = [];
  let head = 0;
  let headIndent = 0;

  const closeInnermost = (at: number): void => {
    const block = open.pop();
    if (!block) return;
    missing--;
    problems.push({ code: 'syntax/unclosed-block', problem: 'unclosed-block', ...block.head });
    // A closing brace that nobody wrote: it has no width.
    result.pushBehind(RightBrace, at, at, text);
  };

  for (let index = 0; index < tokens.length; index++) {
    const [type, start, end] = [tokens.type(index), tokens.start(index), tokens.end(index)];
    const first = tokens.isFirst(index);
    if (first) {
      head = start;
      headIndent = indentOf(text, start);
      const depth = type === RightBrace ? openWithIndent(open, headIndent) : openInside(open, headIndent);
      const before = result.length === 0 ? 0 : result.end(result.length - 1);
      while (missing > 0 && open.length > depth) closeInnermost(before);
    }
    if (type === RightBrace && isStray(first, open, stray, headIndent, follower(text, tokens, index))) {
      if (open.length > 0) stray--;
      problems.push({ code: 'syntax/stray-brace', problem: 'stray-brace', start, end });
      continue;
    }
    if (type === LeftBrace) open.push({ head: { start: head, end }, indent: headIndent });
    else if (type === RightBrace) open.pop();
    result.pushBehind(type, start, end, text);
  }
  while (open.length > 0) closeInnermost(text.length);
  return { tokens: result, problems };
}

/**
 * A brace is stray when nothing is open, or when one too many was counted and it stands where no open block would close: first
 * on a line that is not aligned with the block's head, or at the end of a line behind which the block goes on.
 */
function isStray(first: boolean, open: readonly Open[], stray: number, indent: number, next: Follower): boolean {
  const block = open.at(-1);
  if (!block || stray === 0) return !block;
  if (first) return block.indent !== indent;
  return block.indent < indent && next !== undefined && next.indent >= block.indent + (next.closes ? 0 : 1);
}

/** The token behind the one at an index, if it is the first on its line. */
type Follower = { readonly indent: number; readonly closes: boolean } | undefined;

function follower(text: string, tokens: TokenList, index: number): Follower {
  const next = index + 1;
  if (!tokens.isFirst(next)) return undefined;
  return { indent: indentOf(text, tokens.start(next)), closes: tokens.type(next) === RightBrace };
}
/** How many blocks stay open at a line of this indentation: those whose head stands further left. */
function openInside(open: readonly Open[], indent: number): number {
  let depth = open.length;
  while (depth > 0 && open[depth - 1]!.indent >= indent) depth--;
  return depth;
}

/** How many blocks stay open at a closing brace of this indentation: down to the one whose head it is aligned with. */
function openWithIndent(open: readonly Open[], indent: number): number {
  for (let depth = open.length; depth > 0; depth--) if (open[depth - 1]!.indent === indent) return depth;
  return open.length;
}
