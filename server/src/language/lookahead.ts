/** Questions about the tokens that follow, which the grammar asks before it chooses an alternative. */
import { EOF, type IToken } from 'chevrotain';
import { isString } from './nodes';
import { atomTypeOf, Colon, isFirstOnLine, LeftBrace, Name } from './tokens';

export class Lookahead {
  /** The text that the tokens come from. */
  text = '';

  /** `la(k)` is the k-th token from here, from 1; 0 is the one that was read last. */
  constructor(private readonly la: (k: number) => IToken) {}

  /** Is the k-th token from here the first on its line? */
  isFirst(k: number): boolean {
    return isFirstOnLine(this.text, this.la(k - 1), this.la(k));
  }

  sameLine(): boolean {
    return this.la(1).tokenType !== EOF && !this.isFirst(1);
  }

  atField(): boolean {
    return this.la(1).tokenType === Name && this.la(2).tokenType === Colon && !this.isFirst(2);
  }

  /** At the top level a lone name is a declaration that is still being typed. */
  atTopLevelDeclaration(): boolean {
    return this.la(1).tokenType === Name && !this.atField() && (this.atHead() || !this.atWordAndValue());
  }

  /** `task T-1: "Title" {`, which only one who is used to other formats writes. */
  atColonInHead(k = 1): boolean {
    const [colon, next] = [this.la(k), this.la(k + 1)];
    return (
      colon.tokenType === Colon &&
      !this.isFirst(k) &&
      !this.isFirst(k + 1) &&
      (isString(next.tokenType) || next.tokenType === LeftBrace) &&
      (k === 1 || this.la(k - 1).tokenType === Name)
    );
  }

  atWordAndValue(): boolean {
    const next = this.la(2);
    return next.tokenType !== EOF && next.tokenType !== Name && !this.isFirst(2);
  }

  /** `Kind [Id] Title`, or `Kind … {` on one line. */
  atHead(): boolean {
    if (this.la(1).tokenType !== Name) return false;
    for (let k = 2; ; k++) {
      const token = this.la(k);
      if (token.tokenType === LeftBrace) return k <= 3 || !this.isFirst(k);
      if (k === 3 && this.atColonInHead(k)) continue;
      if (atomTypeOf(token.tokenType) === undefined || this.isFirst(k)) return false;
      if (isString(token.tokenType) && k <= 3 && (k === 2 || this.la(2).tokenType === Name)) return true;
    }
  }

  /** Does a phrase start here? On the colon's line, or behind a comma also on the next line, unless that holds a field or a declaration. */
  atPhrase(behindComma: boolean): boolean {
    const next = this.la(1);
    if (atomTypeOf(next.tokenType) === undefined || this.atField()) return false;
    return !this.isFirst(1) || (behindComma && !this.atBlockHead());
  }

  /** `Kind … {` on one line: behind a comma this is the next declaration, for a phrase holds no brace. */
  atBlockHead(): boolean {
    for (let k = 1; ; k++) {
      const token = this.la(k);
      if (token.tokenType === LeftBrace) return k > 1 && !this.isFirst(k);
      if (atomTypeOf(token.tokenType) === undefined || (k > 1 && this.isFirst(k))) return false;
    }
  }
}
