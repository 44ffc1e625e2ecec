/** Syntax trees and models in few words, to compare them in tests. */
import assert from 'node:assert/strict';
import type { Atom, Block, Declaration, Field } from '../../server/src/language/ast';
import { SourceDocument } from '../../server/src/language/document';
import { check } from './findings';
import { dedent, parseSpec } from './spec';

/** One line per declaration, field and text, indented: `task T-1 "Connect"`, `  after = T-1 SS + 2d | T-2`. */
export const treeOf = (source: string): string =>
  new SourceDocument(source).segments
    .flatMap(({ declarations }) => declarations.flatMap((declaration) => declarationLines(declaration)))
    .join('\n');

function declarationLines({ kind, id, title, block }: Declaration): string[] {
  const head = [kind.text, id?.text, title && JSON.stringify(title.text)].filter((word) => word !== undefined);
  return [head.join(' '), ...(block ? blockLines(block).map((line) => `  ${line}`) : [])];
}

function blockLines({ fields, declarations, texts }: Block): string[] {
  return [
    ...fields.map(fieldLine),
    ...texts.map(({ text }) => `text ${JSON.stringify(text)}`),
    ...declarations.flatMap(declarationLines),
  ];
}

const fieldLine = ({ name, colon, phrases }: Field): string =>
  `${name.text} ${colon < 0 ? '?' : '='} ${phrases.map(({ atoms }) => atoms.map(atomWord).join(' ')).join(' | ')}`.trimEnd();

const atomWord = ({ type, text }: Atom): string => (type === 'string' || type === 'text' ? JSON.stringify(text) : text);

/** "2:3-10 expected-colon priority", lines and columns from 1, for all problems of a text in their order. */
export function problemsOf(source: string): string[] {
  const document = new SourceDocument(source);
  return document.segments.flatMap(({ problems }, segment) =>
    problems.map(({ problem, start, end, subject }) => {
      const { line, character } = document.positionIn(segment, start);
      return `${line + 1}:${character + 1}-${character + 1 + end - start} ${problem}${subject === undefined ? '' : ` ${subject}`}`;
    }),
  );
}

/** The text is read as this tree, without any problem. */
export function reads(source: string, tree: string): void {
  const text = dedent(source);
  assert.equal(treeOf(text), dedent(tree).trimEnd());
  assert.deepEqual(problemsOf(text), []);
}

/** The spec has exactly the marked syntax findings, and all the same this tree. */
export function recovers(source: string, tree: string): void {
  check(source, { only: ['syntax'] });
  assert.equal(treeOf(parseSpec(source).files[0]!.text), dedent(tree).trimEnd());
}
