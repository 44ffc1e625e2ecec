/** Atoms back to text, for messages and suggestions. */
import type { Atom, Span } from '../../language/ast';

const LONGEST_QUOTE = 48;

/** The atoms as they may be written: strings in ASCII quotes, blanks between atoms as one. */
export const sourceOf = (atoms: readonly Atom[]): string =>
  atoms.map((atom, index) => (index > 0 && atoms[index - 1]!.end < atom.start ? ' ' : '') + atomSource(atom)).join('');

function atomSource({ type, text }: Atom): string {
  if (type === 'string') return quoted(text);
  return type === 'text' ? `"""${text.replaceAll('"""', '\\"""')}"""` : text;
}

/** The text as a string of the language. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A piece of source as it stands in a message: in backticks, on one line, not too long. */
export function cited(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return `\`${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}\``;
}

/** The span of atoms, of which there is at least one. */
export const spanOf = (atoms: readonly Atom[]): Span => ({ start: atoms[0]!.start, end: atoms.at(-1)!.end });
