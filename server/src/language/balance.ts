/**
 * Makes the braces of a segment's tokens balanced, so that the parser never meets a missing or a stray one.
 *
 * Balanced text is left as it is, however it is indented. Only when braces are missing or left over does the indentation
 * tell which: a line that stands as far left as the head of an open block cannot be inside that block.
 */
import { createTokenInstance, type IToken } from 'chevrotain';
import type { SyntaxProblem } from './ast';
import { endOf, indentOf, isFirstOnLine, LeftBrace, RightBrace } from './tokens';

export interface Balanced {
  readonly tokens: IToken[];
  readonly problems: readonly SyntaxProblem[];
}

interface Open {
  readonly brace: IToken;
  /** First token of the line on which the block opens: the head that the message points at. */
  readonly head: IToken;
  readonly indent: number;
}

/** Blocks nested deeper are not read: nobody writes them, and the parser must not run out of stack. */
const DEEPEST = 200;

/** Inserts closing braces that are missing (of width 0) and takes out those that close nothing, with a problem for each. */
export function balance(text: string, all: IToken[]): Balanced {
  const { missing, stray, deepest } = count(all);
  if (missing === 0 && stray === 0 && deepest <= DEEPEST) return { tokens: all, problems: [] };
  if (deepest <= DEEPEST) return repair(text, all, missing, stray);
  const { tokens, problem } = withoutDepths(all);
  const { tokens: balanced, problems } = repair(text, tokens, count(tokens).missing, stray);
  return { tokens: balanced, problems: [problem, ...problems] };
}

/** How many blocks are never closed, and how many closing braces are left over, by counting alone. */
function count(tokens: readonly IToken[]): { missing: number; stray: number; deepest: number } {
  let depth = 0;
  let deepest = 0;
  let stray = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LeftBrace) deepest = Math.max(deepest, ++depth);
    else if (tokenType === RightBrace && depth > 0) depth--;
    else if (tokenType === RightBrace) stray++;
  }
  return { missing: depth, stray, deepest };
}

/** The tokens without those of blocks that lie too deep, braces included. */
function withoutDepths(tokens: readonly IToken[]): { tokens: IToken[]; problem: SyntaxProblem } {
  let depth = 0;
  let first: IToken | undefined;
  const kept = tokens.filter((token) => {
    if (token.tokenType === LeftBrace) depth++;
    const tooDeep = depth > DEEPEST;
    if (token.tokenType === RightBrace && depth > 0) depth--;
    if (tooDeep) first ??= token;
    return !tooDeep;
  });
  const span = { start: first?.startOffset ?? 0, end: first ? endOf(first) : 0 };
  return { tokens: kept, problem: { code: 'syntax/unexpected', problem: 'too-deep', subject: `${DEEPEST}`, ...span } };
}

function repair(text: string, tokens: IToken[], missing: number, stray: number): Balanced {
  const result: IToken[] = [];
  const problems: SyntaxProblem[] = [];
  const open: Open[] = [];
  let head: IToken | undefined;
  let headIndent = 0;

  const closeInnermost = (at: number): void => {
    const block = open.pop();
    if (!block) return;
    missing--;
    problems.push(unclosed(block));
    result.push(virtualBrace(at));
  };

  for (const [index, token] of tokens.entries()) {
    const first = isFirstOnLine(text, tokens[index - 1], token);
    if (first) {
      head = token;
      headIndent = indentOf(text, token.startOffset);
      const depth = token.tokenType === RightBrace ? openWithIndent(open, headIndent) : openInside(open, headIndent);
      const before = result.at(-1);
      while (missing > 0 && open.length > depth) closeInnermost(before ? endOf(before) : 0);
    }
    if (token.tokenType === RightBrace && isStray(first, open, stray, headIndent, follower(text, tokens, index))) {
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

function follower(text: string, tokens: readonly IToken[], index: number): Follower {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!next || !isFirstOnLine(text, token, next)) return undefined;
  return { indent: indentOf(text, next.startOffset), closes: next.tokenType === RightBrace };
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
const virtualBrace = (offset: number): IToken => createTokenInstance(RightBrace, '', offset, offset, 0, 0, 0, 0);
