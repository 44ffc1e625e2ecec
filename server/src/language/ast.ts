/**
 * The syntax tree of a `.delivery` text. The tree knows no kinds: it says what was written, not what it means.
 *
 * Every offset counts UTF-16 code units from the start of the *segment* (a top-level declaration with the comments
 * before it), so an edit above shifts one number, the segment's own start.
 */

/** A half-open span `[start, end)` in UTF-16 code units, relative to the segment. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name as written, such as a kind, an id or a field name: `requirement`, `REQ-1`, `优先级`. */
export interface Word extends Span {
  readonly text: string;
}

export type AtomType =
  | 'name' // REQ-1
  | 'string' // "a title"
  | 'text' // """Markdown"""
  | 'number' // 4.5
  | 'percent' // 40%
  | 'quantity' // 5d, 2自然日, 25e%
  | 'date' // 2026-01-05
  | 'date-time' // 2026-01-05T09:30
  | 'time' // 09:00
  | 'url' // https://example.com
  | 'range' // ..
  | 'plus' // +
  | 'minus' // -
  | 'slash' // /
  | 'compare' // <= >= < > = !=
  | 'junk'; // a character that no phrase can hold

/** One token of a phrase. */
export interface Atom extends Span {
  readonly type: AtomType;
  /** As written, with full-width signs replaced by their ASCII twins and quotes removed: `REQ-1`, `a title`, `<=`. */
  readonly text: string;
}

/** Atoms on one line between two commas: `T-1 SS + 2d`. Never empty. */
export interface Phrase extends Span {
  readonly atoms: readonly Atom[];
}

/** `priority: must`. A field that lost its colon or its value is still a field. */
export interface Field extends Span {
  readonly name: Word;
  /** Offset of the colon, or -1 if it is missing. */
  readonly colon: number;
  readonly phrases: readonly Phrase[];
}

/** The block of a declaration. `close` is the offset of `}`, or -1 if the block was never closed. */
export interface Block {
  readonly open: number;
  readonly close: number;
  readonly fields: readonly Field[];
  readonly declarations: readonly Declaration[];
  readonly texts: readonly Atom[];
}

/** `requirement REQ-1 "Single sign-on" { … }`. */
export interface Declaration extends Span {
  readonly kind: Word;
  readonly id: Word | undefined;
  readonly title: Atom | undefined;
  readonly block: Block | undefined;
}

/** What is wrong with the text itself; the rest of the text is read all the same. */
export interface SyntaxProblem extends Span {
  readonly code: SyntaxCode;
  readonly problem: SyntaxMessage;
  /** What the message names, such as the field in "expected a value after `priority:`". */
  readonly subject?: string;
}

export type SyntaxCode =
  'syntax/unexpected' | 'syntax/unclosed-block' | 'syntax/unclosed-text' | 'syntax/stray-brace' | 'syntax/full-width';

/** Names of messages; their wording in each tongue belongs to `checks/syntax`. */
export type SyntaxMessage =
  | 'expected-value' // after `priority:`
  | 'expected-colon' // after `priority`
  | 'expected-declaration' // junk at the top level
  | 'expected-member' // junk in a block
  | 'expected-title-or-block' // `requirement REQ-1`
  | 'expected-block' // words between the title and `{`, such as a title without quotes
  | 'unexpected-character'
  | 'block-on-next-line' // `{` must stand on the kind's line
  | 'declaration-on-new-line' // a block opens inside a value
  | 'too-deep' // blocks nested beyond what is read
  | 'not-utf8' // a sign that reading put in the place of what it could not read
  | 'file-too-long' // more text than is read of a file
  | 'project-too-long' // more text than is read of all files
  | 'unclosed-block'
  | 'unclosed-string'
  | 'unclosed-text'
  | 'unclosed-comment'
  | 'stray-brace'
  | 'full-width';
