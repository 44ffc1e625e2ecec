/** The blanks between two pieces on one line. */
import type { AtomType } from '../ast';
import type { Piece } from './piece';

/** Empty or one space. `, ` between fields on one line has its comma as a piece of its own. */
export function spaceBetween(before: Piece, piece: Piece): '' | ' ' {
  if (piece.role === 'colon' || piece.role === 'comma') return '';
  if (piece.role === 'close') return before.role === 'open' ? '' : ' ';
  if (piece.role !== 'atom' || before.role === 'comment') return ' ';
  return isJoined(before, piece) ? '' : ' ';
}

/** Strings and addresses would swallow, or be swallowed by, what stands next to them. */
const APART: ReadonlySet<AtomType | undefined> = new Set(['string', 'text', 'url']);

/** Do two atoms of a phrase stand side by side, as in `a..b`, `CNY/d`, `-3`? */
function isJoined(before: Piece, piece: Piece): boolean {
  const types = [before.atom, piece.atom];
  if (types.some((type) => APART.has(type))) return false;
  if (types.includes('compare')) return piece.glued && before.atom === piece.atom;
  if (types.includes('slash')) return before.atom !== piece.atom; // two slashes would begin a comment
  if (piece.atom === 'range') return true;
  if (before.atom === 'range') return !isNameBehindOpenEnd(before, piece);
  if (isSign(before.atom)) return before.tight || isUnary(before);
  if (isSign(piece.atom)) return piece.tight;
  return piece.glued;
}

/** `mon..fri` is joined; in `2026-02-16.. lin` the name is no end of the range. */
const isNameBehindOpenEnd = (range: Piece, { atom, glued }: Piece): boolean =>
  atom === 'name' && !glued && range.after !== undefined && range.after !== 'name';

const isSign = (type: AtomType | undefined): boolean => type === 'plus' || type === 'minus';

const BEFORE_UNARY: ReadonlySet<AtomType | undefined> = new Set([
  undefined,
  'compare',
  'range',
  'slash',
  'plus',
  'minus',
]);

/** Is a sign that of a number, as in `<= -5`? */
const isUnary = ({ after }: Piece): boolean => BEFORE_UNARY.has(after);
