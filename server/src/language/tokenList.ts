/**
 * Tokens as arrays of numbers, by their index. Reading a file makes millions of them and forgets them at once, so a list is
 * filled again and again instead of making an object of each.
 */
import { isLineBreak } from './characters';
import { EndOfText, type TokenType } from './tokenTypes';

/** A list that grew beyond this is not kept for the next text. */
const MOST_KEPT = 1 << 16;

export class TokenList {
  length = 0;
  #types = new Uint8Array(256);
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #firsts = new Uint8Array(256);

  clear(): void {
    this.length = 0;
    if (this.#types.length > MOST_KEPT) this.#resize(256);
  }

  /** `first`: does a line break stand between the token and the one before it? */
  push(type: TokenType, start: number, end: number, first: boolean): void {
    const at = this.length++;
    if (at === this.#types.length) this.#resize(2 * at);
    this.#types[at] = type;
    this.#starts[at] = start;
    this.#ends[at] = end;
    this.#firsts[at] = first ? 1 : 0;
  }

  /** The same, where the token before it may be another than in the text. */
  pushBehind(type: TokenType, start: number, end: number, text: string): void {
    let at = this.length === 0 ? -1 : this.end(this.length - 1);
    while (at >= 0 && at < start && !isLineBreak(text.charCodeAt(at))) at++;
    this.push(type, start, end, at < start);
  }

  /** The end of the text behind the last token and before the first one. */
  type(index: number): TokenType {
    return index >= 0 && index < this.length ? this.#types[index]! : EndOfText;
  }

  start(index: number): number {
    return this.#starts[index]!;
  }

  end(index: number): number {
    return this.#ends[index]!;
  }

  /** Is the token the first on its line? The first of all is; the end of the text is on none. */
  isFirst(index: number): boolean {
    return index < this.length && this.#firsts[index] === 1;
  }

  /** Index of the first token from one on that a test holds for, or -1. */
  find(holds: (type: TokenType, index: number) => boolean): number {
    for (let index = 0; index < this.length; index++) if (holds(this.#types[index]!, index)) return index;
    return -1;
  }

  #resize(size: number): void {
    const kept = Math.min(this.length, size);
    const grown = <T extends Uint8Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old.subarray(0, kept));
      return fresh;
    };
    this.#types = grown(this.#types, new Uint8Array(size));
    this.#starts = grown(this.#starts, new Int32Array(size));
    this.#ends = grown(this.#ends, new Int32Array(size));
    this.#firsts = grown(this.#firsts, new Uint8Array(size));
  }
}
