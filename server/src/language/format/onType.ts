/** Small corrections while somebody types. They work on unfinished text, so they look at tokens, never at the tree. */
import { isBlank, isLineBreak, toAscii } from '../characters';
import type { SourceDocument } from '../document';
import {
  Colon,
  Comma,
  endOf,
  LeftBrace,
  RightBrace,
  type Token,
  tokenize,
  type TokenType,
  UnclosedComment,
  UnclosedString,
  UnclosedText,
} from '../tokens';
import { type Edit, editsBetween } from './edits';
import { STEP } from './piece';
import { displayWidth } from './width';

/** Signs behind which `formatOnType` has something to do. */
export const ON_TYPE_SIGNS: readonly string[] = ['}', '｝', '\n', '，', '、', '：', '｛'];

/**
 * The edits after a sign was typed just before `offset`: behind a line break the new line gets its indentation, a closing brace
 * moves to that of its block, and a full-width sign outside strings, text blocks and comments becomes its ASCII twin.
 */
export function formatOnType(document: SourceDocument, offset: number, sign: string): readonly Edit[] {
  const index = document.segmentAt(Math.max(0, offset - 1));
  const start = document.offsetOf(index);
  const { text } = document;
  const edits =
    sign === '\n'
      ? indentNewLine(text.slice(start, offset), text.slice(offset))
      : twinAndBrace(text.slice(start, endOfLine(text, offset)), offset - start - 1);
  return edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }));
}

/** What follows the cursor is left out of `text`, for there the block may be closed already that is being filled. */
function indentNewLine(text: string, rest: string): readonly Edit[] {
  const { tokens, comments } = tokenize(text);
  if (isInside(tokens, comments)) return [];
  const lineStart = startOfLine(text, text.length);
  const blanks = /^[ \t]*/.exec(rest)![0];
  const closes = /^[ \t]*[}｝]/.test(rest);
  const last = tokens.at(-1);
  const open = openBraces(tokens).at(-1);
  if (!last || !open) return [];
  const inside = indentOfLine(text, open.startOffset) + (closes ? 0 : STEP);
  // Behind a comma at the end of a line the value goes on, one step further in.
  const indent = inside + (last.tokenType === Comma && !closes ? STEP : 0);
  return editsBetween(lineStart, text.slice(lineStart) + blanks, ' '.repeat(indent));
}

/** Is the end of the text inside a text block or a comment? */
const isInside = (tokens: readonly Token[], comments: readonly Token[]): boolean =>
  tokens.at(-1)?.tokenType === UnclosedText || comments.at(-1)?.tokenType === UnclosedComment;

function twinAndBrace(text: string, at: number): readonly Edit[] {
  const { tokens } = tokenize(text);
  const index = tokens.findIndex(({ startOffset }) => startOffset === at);
  const sign = tokens[index];
  const before = tokens.slice(0, Math.max(index, 0));
  if (!sign || !SIGNS.has(sign.tokenType) || isTail(text, before.at(-1), at)) return [];
  const twin = editsBetween(at, sign.image, toAscii(sign.image));
  return sign.tokenType === RightBrace ? [...alignBrace(text, before, sign), ...twin] : twin;
}

/** A string without its closing quote ends before the signs at its line's end, but they are part of what is being typed. */
const isTail = (text: string, before: Token | undefined, at: number): boolean =>
  before?.tokenType === UnclosedString && !/[\r\n]/.test(text.slice(endOf(before), at));

const SIGNS: ReadonlySet<TokenType> = new Set([Colon, Comma, LeftBrace, RightBrace]);

/** A closing brace that begins its line stands below the line on which its block opens. */
function alignBrace(text: string, before: readonly Token[], brace: Token): readonly Edit[] {
  const lineStart = startOfLine(text, brace.startOffset);
  const blanks = text.slice(lineStart, brace.startOffset);
  const open = openBraces(before).at(-1);
  if (blanks.trim() !== '' || !open) return [];
  return editsBetween(lineStart, blanks, ' '.repeat(indentOfLine(text, open.startOffset)));
}

function openBraces(tokens: readonly Token[]): readonly Token[] {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.tokenType === LeftBrace) open.push(token);
    else if (token.tokenType === RightBrace) open.pop();
  }
  return open;
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Columns before the first word of the line that holds an offset. */
function indentOfLine(text: string, offset: number): number {
  const start = startOfLine(text, offset);
  let end = start;
  while (end < offset && isBlank(text.charCodeAt(end))) end++;
  return displayWidth(text.slice(start, end));
}
