/** The place in the tokens that the parser has come to, and the questions about what follows that it asks before it chooses. */
import type { TokenList } from './tokenList';
import { Colon, EndOfText, isAtom, isString, LeftBrace, Name, type TokenType } from './tokenTypes';

export class Lookahead {
  /** Index of the next token. */
  private at = 0;

  constructor(private readonly tokens: TokenList) {}

  /** Type of the k-th token from here, from 1; 0 is the one that was read last. */
  type(k: number): TokenType {
    return this.tokens.type(this.at + k - 1);
  }

  start(k: number): number {
    return this.tokens.start(this.at + k - 1);
  }

  end(k: number): number {
    return this.tokens.end(this.at + k - 1);
  }

  /** Goes on to the token behind the next one. */
  advance(): void {
    this.at++;
  }

  /** Is the k-th token from here the first on its line? */
  isFirst(k: number): boolean {
    return this.tokens.isFirst(this.at + k - 1);
  }

  sameLine(): boolean {
    return this.type(1) !== EndOfText && !this.isFirst(1);
  }

  atField(): boolean {
    return this.type(1) === Name && this.type(2) === Colon && !this.isFirst(2);
  }

  /** At the top level a lone name is a declaration that is still being typed. */
  atTopLevelDeclaration(): boolean {
    return this.type(1) === Name && !this.atField() && (this.atHead() || !this.atWordAndValue());
  }

  /** `task T-1: "Title" {`, which only one who is used to other formats writes. */
  atColonInHead(k = 1): boolean {
    const next = this.type(k + 1);
    return (
      this.type(k) === Colon &&
      !this.isFirst(k) &&
      !this.isFirst(k + 1) &&
      (isString(next) || next === LeftBrace) &&
      (k === 1 || this.type(k - 1) === Name)
    );
  }

  atWordAndValue(): boolean {
    const next = this.type(2);
    return next !== EndOfText && next !== Name && !this.isFirst(2);
  }

  /** `Kind [Id] Title`, or `Kind … {` on one line. */
  atHead(): boolean {
    if (this.type(1) !== Name) return false;
    for (let k = 2; ; k++) {
      const type = this.type(k);
      if (type === LeftBrace) return k <= 3 || !this.isFirst(k);
      if (k === 3 && this.atColonInHead(k)) continue;
      if (!isAtom(type) || this.isFirst(k)) return false;
      if (isString(type) && k <= 3 && (k === 2 || this.type(2) === Name)) return true;
    }
  }

  /** Does a phrase start here? On the colon's line, or behind a comma also on the next line, unless that holds a field or a declaration. */
  atPhrase(behindComma: boolean): boolean {
    if (!isAtom(this.type(1)) || this.atField()) return false;
    return !this.isFirst(1) || (behindComma && !this.atBlockHead());
  }

  /** `Kind … {` on one line: behind a comma this is the next declaration, for a phrase holds no brace. */
  atBlockHead(): boolean {
    for (let k = 1; ; k++) {
      const type = this.type(k);
      if (type === LeftBrace) return k > 1 && !this.isFirst(k);
      if (!isAtom(type) || (k > 1 && this.isFirst(k))) return false;
    }
  }
}
