/** The pages of the documentation: their blocks of code, and what their examples make of a project. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Declaration } from '../../server/src/language/ast';
import { SourceDocument } from '../../server/src/language/document';

/** All pages that are written for readers, as paths from the root of the checkout. */
export const pages: readonly string[] = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].sort();

export const readPage = (path: string): string => readFileSync(path, 'utf8');

/** A fenced block of code. */
export interface Block {
  /** What stands behind the fence: "delivery", "console". */
  readonly language: string;
  readonly text: string;
  /** Where the text starts in the page. */
  readonly start: number;
  /** Line of the fence, from 1. */
  readonly line: number;
  /** Number of the heading that it stands below. */
  readonly section: number;
}

/** A heading, or a block of code, in which what looks like one is a comment. */
const HEADING_OR_BLOCK = /^#+ .*$|^([ ]*)```(\S*)[^\n]*\n([^]*?)^\1```$/gm;

export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let section = 0;
  for (const { 0: whole, 1: indent, 2: language, 3: code, index } of page.matchAll(HEADING_OR_BLOCK)) {
    if (code === undefined) section++;
    else
      blocks.push({
        language: language!,
        text: dedented(code, indent!),
        start: index + whole.indexOf('\n') + 1,
        line: page.slice(0, index).split('\n').length,
        section,
      });
  }
  return blocks;
}

/** Blocks stand deeper in lists. */
const dedented = (text: string, indent: string): string => text.replace(new RegExp(`^${indent}`, 'gm'), '');

/** Files of a project by their paths. */
export type Files = ReadonlyMap<string, string>;

/** The comment in which a block says what file it belongs to. */
const FILE_NAME = /^\/\/ (\S+\.(?:delivery|json))\n/;

export const isExample = ({ language }: Block): boolean => language === 'delivery' || language === 'jsonc';

/** A project that a page makes block by block. */
export interface Growing {
  readonly files: Files;
  /** The file of the last spec. */
  readonly current: string;
}

/**
 * The project after a block of a page whose examples build on each other. A block names its file in a comment in its first line, or goes
 * on with the file of the block before. A declaration takes the place of the one of the same id; all others are added at the end.
 */
export function grow({ files, current }: Growing, { language, text: source }: Block): Growing {
  const name = FILE_NAME.exec(source)?.[1] ?? (language === 'jsonc' ? 'delivery.config.json' : current);
  const known = files.get(name);
  if (language === 'jsonc') return { files: new Map([...files, [name, source]]), current };
  const text = known === undefined ? source : merged(known, source.replace(FILE_NAME, ''));
  return { files: new Map([...files, [name, text]]), current: name };
}

function merged(known: string, added: string): string {
  const pieces = new SourceDocument(known).segments.map(({ text, declarations }) => ({ id: idOf(declarations), text }));
  for (const { text, declarations } of new SourceDocument(added).segments) {
    const id = idOf(declarations);
    const old = pieces.find((piece) => id !== undefined && piece.id === id);
    if (old) old.text = text.trimEnd() + /\s*$/.exec(old.text)![0];
    else pieces.push({ id, text: pieces.at(-1)!.text.endsWith('\n\n') ? text : `\n${text}` });
  }
  return pieces.map(({ text }) => text).join('');
}

const idOf = ([declaration]: readonly Declaration[]): string | undefined => declaration?.id?.text;

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The scripts that a text asks npm to run, and that package.json does not have: `npm start`, `npm run -s delivery`. */
export const unknownScripts = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)]
    .map(([, run, short]) => run ?? short!)
    .filter((script) => !Object.hasOwn(scripts, script));
