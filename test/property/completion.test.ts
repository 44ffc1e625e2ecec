import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { completeAt, type Completion, type Completions } from '../../server/src/ide/completion';
import { plainText } from '../../server/src/ide/completion/snippet';
import { withFiles, type World } from '../../server/src/ide/world';
import type { Tongue } from '../../server/src/kinds/tongue';
import type { SourceDocument } from '../../server/src/language/document';
import { worldOf } from '../support/corpus';
import { applyEdit, Edits } from './edits';
import { anySpec } from './formatSpecs';
import { runs } from './random';

/** Number of positions. */
const numRuns = runs(1500);

const examples = readdirSync('examples').map((folder) =>
  worldOf(
    readdirSync(join('examples', folder))
      .filter((name) => name.endsWith('.delivery'))
      .map((name) => [name, readFileSync(join('examples', folder, name), 'utf8')]),
  ),
);

/** How many defects the text itself has; full-width signs are none. */
const defectsOf = ({ segments }: SourceDocument): number =>
  segments.reduce((sum, { problems }) => sum + problems.filter(({ code }) => code !== 'syntax/full-width').length, 0);

/**
 * Is the text right but for what is being written, from the start of the line or the word on? What an entry does to text that
 * nobody can read, such as what an unclosed comment swallows, nobody can tell.
 */
function isRightBesides(document: SourceDocument, from: number): boolean {
  const { line, character } = document.positionAt(from);
  const isWritten = (at: { readonly line: number; readonly character: number }): boolean =>
    at.line === line && at.character >= character;
  return document.segments.every(({ problems }, segment) =>
    problems.every(
      ({ code, start }) =>
        code === 'syntax/full-width' ||
        (code !== 'syntax/unclosed-text' && isWritten(document.positionIn(segment, start))),
    ),
  );
}

const splits = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** Editors indent the lines of what they insert like the line it stands on. */
const indentAt = (text: string, at: number): string => {
  const line = text
    .slice(0, at)
    .split(/\r\n|\r|\n/)
    .at(-1)!;
  return /^[ \t]*/.exec(line)![0];
};

function checkEntry(document: SourceDocument, text: string, found: Completions, entry: Completion): void {
  const { start, cursor, end } = found;
  const inserted = (entry.snippet ? plainText(entry.snippet) : entry.insert).replaceAll('\t', '  ');
  const indent = indentAt(text, start);
  const before = defectsOf(document);
  for (const to of start === cursor ? [end] : [cursor, end])
    for (const written of new Set([inserted, inserted.replaceAll('\n', `\n${indent}`)])) {
      const after = document.edit(start, to, written);
      assert.ok(
        defectsOf(after) <= before,
        `${entry.type} ${JSON.stringify(written)} for ${JSON.stringify(text.slice(start, to))} in ${JSON.stringify(
          `${text.slice(Math.max(0, start - 80), start)}⟦${text.slice(start, cursor)}|${text.slice(cursor, end)}⟧${text.slice(end, end + 60)}`,
        )} breaks: ${JSON.stringify(after.segments.flatMap(({ problems }) => problems).slice(0, 3))}`,
      );
    }
}

/** All kinds of entries at a position, and some of each. Returns how many were tried. */
function checkAt(
  world: World,
  file: number,
  offset: number,
  tongue: Tongue,
  pick: Edits,
  part: 'line' | 'word',
): number {
  const { document } = world.model.files[file]!;
  const { text } = document;
  const found = completeAt(world, { file, offset }, tongue);
  assert.ok(found.start <= found.cursor && found.cursor <= found.end && found.end <= text.length);
  for (const at of [found.start, found.cursor, found.end]) assert.ok(!splits(text, at), `${at} is within a sign`);
  assert.doesNotMatch(text.slice(found.start, found.end), /[\r\n]/);
  const line = offset - document.positionAt(offset).character;
  if (!isRightBesides(document, part === 'line' ? line : found.start)) return 0;
  const types = new Set(found.entries.map(({ type }) => type));
  for (const type of types) {
    const entries = found.entries.filter((entry) => entry.type === type);
    for (let count = 0; count < Math.min(3, entries.length); count++)
      checkEntry(document, text, found, entries[pick.below(entries.length)]!);
  }
  return types.size;
}

describe('completion', function () {
  this.timeout(Math.max(60_000, numRuns * 100));

  it(`leaves no new syntax error, at ${numRuns} positions of the examples`, () => {
    let tried = 0;
    const property = fc.property(
      fc.nat(99_999),
      fc.nat(99_999),
      fc.boolean(),
      fc.constantFrom<Tongue>('en', 'zh'),
      (seed, at, broken, tongue) => {
        const pick = new Edits(seed);
        const example = examples[pick.below(examples.length)]!;
        const file = pick.below(example.model.files.length);
        const { document, uri } = example.model.files[file]!;
        const offset = at % (document.length + 1);
        // Half of them on a line that breaks off at the cursor, as when somebody writes a new one.
        const cut = document.text.slice(offset).search(/[\r\n]/);
        const edited = broken && cut > 0 ? document.edit(offset, offset + cut, '') : document;
        const world = withFiles(
          example,
          example.model.files.map((each) => (each.uri === uri ? { uri, document: edited } : each)),
        );
        tried += checkAt(world, file, offset, tongue, pick, 'line');
      },
    );
    fc.assert(property, { numRuns });
    assert.ok(tried > numRuns / 4, `only ${tried} entries were tried`);
  });

  it(`leaves no new syntax error, at ${numRuns} positions of specs in any disorder`, () => {
    const property = fc.property(anySpec, fc.nat(99_999), fc.nat(20), (spec, seed, edits) => {
      const pick = new Edits(seed);
      let text = spec;
      for (let count = 0; count < edits; count++) text = applyEdit(text, pick.next(text));
      const world = worldOf([['a.delivery', text]]);
      for (let count = 0; count < 4; count++) checkAt(world, 0, pick.below(text.length + 1), 'en', pick, 'word');
    });
    fc.assert(property, { numRuns: Math.ceil(numRuns / 4) });
  });
});
