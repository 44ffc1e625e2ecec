/** Atoms back to text, for messages and suggestions. */
import type { Atom, Span } from '../../language/ast';

const LONGEST_QUOTE = 48;

/** The atoms as they may be written: strings in ASCII quotes, blanks between atoms as one. */
export const sourceOf = (atoms: readonly Atom[]): string =>
  atoms.map((atom, index) => (index > 0 && atoms[index - 1]!.end < atom.start ? ' ' : '') + atomSource(atom)).join('');

function atomSource({ type, text }: Atom): string {
  if (type === 'string') return quoted(text);
  return type === 'text' ? textBlock(text) : text;
}

/** The text as a string of the language. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * The text between triple quotes: on one line if it is one, else indented by two blanks, so that no line of it can be taken
 * for the head of a declaration. Blanks at the end of the first line are kept only on the line of the opening quotes.
 */
export function textBlock(text: string): string {
  const inner = text.replaceAll('"""', '\\"""');
  const [first = '', ...rest] = inner.split('\n');
  const keepsEnd = first === first.trimEnd();
  // A quote or a backslash must not stand directly before the closing quotes.
  if (keepsEnd && rest.length === 0) return `"""${inner}${/["\\]$/.test(inner) ? ' ' : ''}"""`;
  const opening = keepsEnd ? ['"""', indented(first)] : [`"""${first}`];
  return [...opening, ...rest.map(indented), indented('"""')].join('\n');
}

const indented = (line: string): string => (line === '' ? '' : `  ${line}`);

/** Parts of a phrase with a blank between them; parts that are not there are left out. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** The text as a string of the language, if there is one. */
export const maybeQuoted = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : quoted(text);

/** A piece of source as it stands in a message: in backticks, on one line, not too long. */
export function cited(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  return `\`${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}\``;
}

/** The span of atoms, of which there is at least one. */
export const spanOf = (atoms: readonly Atom[]): Span => ({ start: atoms[0]!.start, end: atoms.at(-1)!.end });
