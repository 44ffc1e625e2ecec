/** What each token of a segment is for, by its offset: read off the tree. */
import type { Block, Declaration, Field, Phrase } from '../ast';

export type Role =
  | 'member' // the first token of a declaration, field or text block
  | 'head' // id or title
  | 'open'
  | 'close'
  | 'colon'
  | 'comma'
  | 'value' // the first atom behind a colon
  | 'phrase' // the first atom behind a comma
  | 'atom'; // any other atom of a phrase

export interface Mark {
  readonly role: Role;
  /** Number of blocks around it; for a brace that of its declaration. */
  readonly depth: number;
  /** Does it stand in (or for a brace: is it of) a block that stays on one line? */
  readonly inline: boolean;
  /** For a top-level declaration: does its block take several lines? */
  readonly tall: boolean;
}

export type Marks = ReadonlyMap<number, Mark>;

/** Marks of all tokens but commas. `inline` holds the offsets of the braces whose blocks stay on one line. */
export function marksOf(declarations: readonly Declaration[], inline: ReadonlySet<number>): Marks {
  const marks = new Map<number, Mark>();
  const put = (at: number, role: Role, depth: number, onLine: boolean, tall = false): void =>
    void marks.set(at, { role, depth, inline: onLine, tall });

  const declaration = ({ kind, id, title, block }: Declaration, depth: number): void => {
    const onLine = block !== undefined && inline.has(block.open);
    put(kind.start, 'member', depth, false, block !== undefined && !onLine);
    if (id) put(id.start, 'head', depth, false);
    if (title) put(title.start, 'head', depth, false);
    if (block) members(block, depth, onLine);
  };
  const members = (
    { open, close, fields, texts, declarations: inner }: Block,
    depth: number,
    onLine: boolean,
  ): void => {
    put(open, 'open', depth, onLine);
    for (const member of fields) field(member, depth + 1, onLine);
    for (const text of texts) put(text.start, 'member', depth + 1, onLine);
    for (const member of inner) declaration(member, depth + 1);
    put(close, 'close', depth, onLine);
  };
  const field = ({ name, colon, phrases }: Field, depth: number, onLine: boolean): void => {
    put(name.start, 'member', depth, onLine);
    put(colon, 'colon', depth, onLine);
    phrases.forEach((value, index) => phrase(value, index === 0 ? 'value' : 'phrase', depth, onLine));
  };
  const phrase = ({ atoms }: Phrase, first: Role, depth: number, onLine: boolean): void =>
    atoms.forEach(({ start }, index) => put(start, index === 0 ? first : 'atom', depth, onLine));

  for (const top of declarations) declaration(top, 0);
  return marks;
}

/** Blocks that were written on one line and hold no declarations, and blocks that hold nothing at all. */
export function blocksOnOneLine(text: string, declarations: readonly Declaration[]): readonly Declaration[] {
  return declarations.flatMap((declaration) => {
    const { block } = declaration;
    if (!block) return [];
    const inner = text.slice(block.open + 1, block.close);
    if (block.declarations.length > 0) return blocksOnOneLine(text, block.declarations);
    return !/[\r\n]/.test(inner) || inner.trim() === '' ? [declaration] : [];
  });
}
