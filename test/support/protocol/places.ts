/** Holds all places that an answer of the language server names against the texts that they lie in. */
import assert from 'node:assert/strict';
import type { Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text of a file by its address; undefined for files that are none of the workspace's. */
export type TextOf = (uri: string) => string | undefined;

type Data = Readonly<Record<string, unknown>>;

/** Fails if a place in an answer about a file lies outside its text, cuts a character in two, or edits overlap. */
export function assertPlaces(answer: unknown, uri: string, textOf: TextOf): void {
  if (Array.isArray(answer)) {
    if (answer.length > 0 && answer.every(isTextEdit)) assertEdits(answer as TextEdit[], uri, textOf);
    for (const part of answer) assertPlaces(part, uri, textOf);
  } else if (typeof answer === 'object' && answer !== null) assertObject(answer as Data, uri, textOf);
}

function assertObject(data: Data, asked: string, textOf: TextOf): void {
  const uri = addressIn(data) ?? asked;
  if (isPosition(data)) assertPosition(data, uri, textOf);
  if (isPosition(data.start) && isPosition(data.end))
    assert.ok(isBefore(data.start, data.end), `a range ends before it starts: ${JSON.stringify(data)}`);
  if (typeof data.startLine === 'number') assertFold(data, uri, textOf);
  if (isNumbers(data.data) && !('deleteCount' in data)) assertTokens(data.data, uri, textOf);
  for (const [key, part] of Object.entries(data)) {
    // Edits by address; everything else is about the file of the object.
    if (key === 'changes')
      for (const [address, edits] of Object.entries(part as Data)) assertPlaces(edits, address, textOf);
    else assertPlaces(part, uri, textOf);
  }
}

/** The file that the places in an object lie in, if the object says so. Those of an outgoing call lie in the file asked about. */
function addressIn({ uri, textDocument, from }: Data): string | undefined {
  const candidates = [uri, (textDocument as Data | undefined)?.uri, (from as Data | undefined)?.uri];
  return candidates.find((candidate) => typeof candidate === 'string');
}

const isNumbers = (data: unknown): data is number[] =>
  Array.isArray(data) && data.every((part) => typeof part === 'number');

const isPosition = (data: unknown): data is Position =>
  typeof data === 'object' && data !== null && 'line' in data && 'character' in data;

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

const isTextEdit = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && 'newText' in part && 'range' in part;

/** Throws if edits overlap. */
function assertEdits(edits: TextEdit[], uri: string, textOf: TextOf): void {
  const text = textOf(uri);
  assert.ok(text !== undefined, `edits of an unknown file: ${uri}`);
  TextDocument.applyEdits(TextDocument.create(uri, 'delivery', 0, text), edits);
}

function assertPosition({ line, character }: Position, uri: string, textOf: TextOf): void {
  const text = textOf(uri);
  if (text === undefined) return;
  const lines = linesOf(text);
  assert.ok(line >= 0 && line < lines.length, `line ${line} of ${lines.length}`);
  const own = lines[line]!;
  assert.ok(character >= 0 && character <= own.length, `character ${character} of ${JSON.stringify(own)}`);
  assert.ok(!cuts(own, character), `character ${character} lies within a sign of ${JSON.stringify(own)}`);
}

const cuts = (line: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(at - 1, at + 1));

let known: { readonly text: string; readonly lines: readonly string[] } | undefined;

export function linesOf(text: string): readonly string[] {
  if (known?.text !== text) known = { text, lines: text.split(/\r\n|\r|\n/) };
  return known.lines;
}

function assertFold(
  { startLine, endLine, startCharacter = 0, endCharacter = 0 }: Data,
  uri: string,
  textOf: TextOf,
): void {
  assertPosition({ line: startLine as number, character: startCharacter as number }, uri, textOf);
  assertPosition({ line: endLine as number, character: endCharacter as number }, uri, textOf);
}

/** Five numbers for each token, relative to the token before. */
function assertTokens(data: readonly number[], uri: string, textOf: TextOf): void {
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines, signs, length] = [data[at]!, data[at + 1]!, data[at + 2]!];
    character = lines === 0 ? character + signs : signs;
    line += lines;
    assert.ok(length > 0, 'an empty token');
    assertPosition({ line, character }, uri, textOf);
    assertPosition({ line, character: character + length }, uri, textOf);
  }
}
