/** Makes nodes of the tree from tokens. */
import type { IToken, TokenType } from 'chevrotain';
import type { Span, Word } from './ast';
import { isAscii, toAscii } from './characters';
import { blockText, stringText } from './quotes';
import { shared } from './shared';
import { endOf, Name, String, Text, UnclosedString, UnclosedText } from './tokens';

const NONE: never[] = [];

/** The same array without spare room: one that grew by `push` has room for 17 entries, and most hold one or none. */
export const compact = <T>(entries: T[]): T[] => (entries.length === 0 ? NONE : entries.slice());

/** Where a token stands. */
export const tokenSpan = (token: IToken): Span => ({ start: token.startOffset, end: endOf(token) });
/** A name as a node. */
export const word = (token: IToken, text = token.image): Word => ({
  start: token.startOffset,
  end: endOf(token),
  text,
});
/** The name of a kind or field as a node. */
export const commonWord = (token: IToken): Word => word(token, shared(token.image));
export const isString = (type: TokenType): boolean => type === String || type === UnclosedString;
export const isText = (type: TokenType): boolean => type === Text || type === UnclosedText;

/** What an atom says: without quotes and escapes, full-width signs as their ASCII twins. */
export function atomText(token: IToken): string {
  if (isString(token.tokenType)) return stringText(token.image, token.tokenType === String);
  if (isText(token.tokenType)) return blockText(token.image, token.tokenType === Text);
  return token.tokenType === Name || isAscii(token.image) ? token.image : toAscii(token.image);
}
