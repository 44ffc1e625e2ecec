/** A token, a comment, or a segment that is left as it is. */
import type { AtomType } from '../ast';
import type { Role } from './roles';

/** Columns of indentation for each block. */
export const STEP = 2;

export interface Piece {
  /** `frozen`: a whole segment that has problems and is left as it is. */
  readonly role: Role | 'comment' | 'frozen';
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
  /** Canonical spelling; comments and text blocks of several lines are indented later. */
  readonly text: string;
  readonly atom: AtomType | undefined;
  readonly depth: number;
  readonly inline: boolean;
  readonly tall: boolean;
  /** A comment that goes on to the end of its line. */
  readonly toLineEnd: boolean;
  /** The atom before it in its phrase. */
  readonly after: AtomType | undefined;
  /** Does it stand directly behind the token before it? */
  readonly glued: boolean;
  /** A minus between two numbers without blanks, as in `2026-3-2`: likely no difference, so it stays as it is. */
  readonly tight: boolean;
}
