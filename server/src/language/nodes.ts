/** Helps to make nodes of the tree. */
import { isAscii, toAscii } from './characters';
import { blockText, stringText } from './quotes';
import { isString, isText, Name, String, Text, type TokenType } from './tokenTypes';

const NONE: never[] = [];

/** The same array without spare room: one that grew by `push` has room for 17 entries, and most hold one or none. */
export const compact = <T>(entries: T[]): T[] => (entries.length === 0 ? NONE : entries.slice());

/** What an atom says: without quotes and escapes, full-width signs as their ASCII twins. */
export function atomText(type: TokenType, image: string): string {
  if (type === Name) return image;
  if (isString(type)) return stringText(image, type === String);
  if (isText(type)) return blockText(image, type === Text);
  return isAscii(image) ? image : toAscii(image);
}
