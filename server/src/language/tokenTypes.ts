/** The token types, as numbers: signs first, then what may stand in a phrase, then comments. */
import type { AtomType } from './ast';

export type TokenType = number;

export const EndOfText = 0;
export const Colon = 1;
export const Comma = 2;
export const LeftBrace = 3;
export const RightBrace = 4;

export const Name = 5;
export const String = 6;
export const UnclosedString = 7;
export const Text = 8;
export const UnclosedText = 9;
export const Number = 10;
export const Percent = 11;
export const Quantity = 12;
export const Date = 13;
export const DateTime = 14;
export const Time = 15;
export const Url = 16;
export const Range = 17;
export const Plus = 18;
export const Minus = 19;
export const Slash = 20;
export const Compare = 21;
/** What fits nothing else. */
export const Junk = 22;

export const LineComment = 23;
export const BlockComment = 24;
export const UnclosedComment = 25;

const ATOM_TYPES: readonly AtomType[] = [
  'name',
  'string',
  'string',
  'text',
  'text',
  'number',
  'percent',
  'quantity',
  'date',
  'date-time',
  'time',
  'url',
  'range',
  'plus',
  'minus',
  'slash',
  'compare',
  'junk',
];

/** What an atom token is, or undefined for a brace, colon or comma. */
export const atomTypeOf = (type: TokenType): AtomType | undefined =>
  isAtom(type) ? ATOM_TYPES[type - Name] : undefined;

/** May a token of this type stand in a phrase? */
export const isAtom = (type: TokenType): boolean => type >= Name && type <= Junk;
export const isString = (type: TokenType): boolean => type === String || type === UnclosedString;
export const isText = (type: TokenType): boolean => type === Text || type === UnclosedText;
