/**
 * Makes the braces of a segment's tokens balanced, so that the parser never meets a missing or a stray one.
 *
 * Balanced text is left as it is, however it is indented. Only when braces are missing or left over does the indentation
 * tell which: a line that stands as far left as the head of an open block cannot be inside that block.
 */
import { createTokenInstance } from 'chevrotain';
import type { SyntaxProblem } from './ast';
import { endOf, indentOf, LeftBrace, RightBrace, type Token } from './tokens';

export interface Balanced {
  readonly tokens: Token[];
  readonly problems: readonly SyntaxProblem[];
}

interface Open {
  readonly brace: Token;
  /** First token of the line on which the block opens: the head that the message points at. */
  readonly head: Token;
  readonly indent: number;
}

/** Inserts closing braces that are missing (of width 0) and takes out those that close nothing, with a problem for each. */
export function balance(text: string, tokens: Token[]): Balanced {
  const { missing, stray } = count(tokens);
  if (missing === 0 && stray === 0) return { tokens, problems: [] };
  return repair(text, tokens, missing, stray);
}

/** How many blocks are never closed, and how many closing braces are left over, by counting alone. */
function count(tokens: readonly Token[]): { missing: number; stray: number } {
  let depth = 0;
  let stray = 0;
  for (const token of tokens) {
    if (token.tokenType === LeftBrace) depth++;
    else if (token.tokenType === RightBrace) {
      if (depth > 0) depth--;
      else stray++;
    }
  }
  return { missing: depth, stray };
}

function repair(text: string, tokens: Token[], missing: number, stray: number): Balanced {
  const result: Token[] = [];
  const problems: SyntaxProblem[] = [];
  const open: Open[] = [];
  let head: Token | undefined;
  let headIndent = 0;

  const closeInnermost = (at: number): void => {
    const block = open.pop();
    if (!block) return;
    missing--;
    problems.push(unclosed(block));
    result.push(virtualBrace(at));
  };

  for (const token of tokens) {
    if (token.firstOnLine) {
      head = token;
      headIndent = indentOf(text, token.startOffset);
      const depth = token.tokenType === RightBrace ? openWithIndent(open, headIndent) : openInside(open, headIndent);
      const before = result.at(-1);
      while (missing > 0 && open.length > depth) closeInnermost(before ? endOf(before) : 0);
    }
    if (token.tokenType === RightBrace && isStray(token, open, stray, headIndent)) {
      if (open.length > 0) stray--;
      problems.push({
        code: 'syntax/stray-brace',
        problem: 'stray-brace',
        start: token.startOffset,
        end: endOf(token),
      });
      continue;
    }
    if (token.tokenType === LeftBrace) open.push({ brace: token, head: head ?? token, indent: headIndent });
    else if (token.tokenType === RightBrace) open.pop();
    result.push(token);
  }
  while (open.length > 0) closeInnermost(text.length);
  return { tokens: result, problems };
}

/** A brace is stray when nothing is open, or when one too many was counted and it stands where no open block would close. */
function isStray(brace: Token, open: readonly Open[], stray: number, indent: number): boolean {
  const block = open.at(-1);
  return !block || (stray > 0 && brace.firstOnLine && block.indent !== indent);
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

const unclosed = ({ brace, head }: Open): SyntaxProblem => ({
  code: 'syntax/unclosed-block',
  problem: 'unclosed-block',
  start: head.startOffset,
  end: endOf(brace),
});

/** A closing brace that nobody wrote: it has no width. */
function virtualBrace(offset: number): Token {
  const token = createTokenInstance(RightBrace, '', offset, offset, 0, 0, 0, 0);
  return Object.assign(token, { firstOnLine: false });
}
