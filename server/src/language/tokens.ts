/** Tokens as objects, for whoever looks at some of them; the parser reads lists of numbers (tokenList.ts). */
import { isBlank } from './characters';
import { lex } from './lexer';
import { LONGEST_FILE } from './limits';
import { TokenList } from './tokenList';
import type { TokenType } from './tokenTypes';

export * from './tokenTypes';

export interface Token {
  readonly tokenType: TokenType;
  readonly startOffset: number;
  /** As written. */
  readonly image: string;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** Comments, in the order of the text. */
  readonly comments: readonly Token[];
}

/** Reads the tokens of a segment. Total: every code unit is blank, in a comment, or in a token, if the text is not too long to be read. */
export function tokenize(text: string): Tokens {
  if (text.length > LONGEST_FILE) return { tokens: [], comments: [] };
  const [tokens, comments] = [new TokenList(), new TokenList()];
  lex(text, tokens, comments);
  return { tokens: objectsOf(tokens, text), comments: objectsOf(comments, text) };
}

const objectsOf = (list: TokenList, text: string): readonly Token[] =>
  Array.from({ length: list.length }, (_, index) => {
    const startOffset = list.start(index);
    return { tokenType: list.type(index), startOffset, image: text.slice(startOffset, list.end(index)) };
  });

/** Offset behind a token. */
export const endOf = (token: Token): number => token.startOffset + token.image.length;

/** Column of a token that is first on its line: its distance from the line's start, blanks counted as one each. */
export function indentOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  return offset - start;
}
