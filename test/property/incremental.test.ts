import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInTable } from '../../server/src/kinds/table';
import { factsOf } from '../../server/src/kinds/facts';
import { SourceDocument } from '../../server/src/language/document';
import type { Segment } from '../../server/src/language/segment';
import { tokenize } from '../../server/src/language/tokens';
import { applyEdit, Edits } from './edits';
import { runs, seed } from './random';

/** Number of edits over all files. */
const edited = runs(3000);

/** A file is brought back to its beginning now and then, or it would soon be nothing but junk. */
const EDITS_IN_A_ROW = 40;
/** Longer files are cut, since each edit is held against a fresh read. */
const LONGEST = 5000;

const specsIn = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.delivery'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));

const examples = specsIn('examples');

/** Everything that reading a document says; of the kind table, whose functions cannot be compared, the keys. */
const contentOf = ({ segments }: SourceDocument): string =>
  JSON.stringify([segments, segments.map((segment) => factsOf(segment, builtInTable).items)], (name, value: unknown) =>
    (name === 'kind' || name === 'field') && isEntry(value) ? value.key : value,
  );

const isEntry = (value: unknown): value is { readonly key: string } =>
  typeof value === 'object' && value !== null && 'key' in value;

describe(`reading piece by piece (seed ${seed}, ${edited} edits)`, () => {
  it('gives what a fresh read gives, after any edits', function () {
    this.timeout(0);
    const edits = new Edits(seed);
    const files = examples.map(({ path, text }) => ({ path, text: text.slice(0, LONGEST) }));
    for (let done = 0; done < edited;) {
      const { path, text: original } = files[edits.below(files.length)]!;
      let text = original;
      let document = new SourceDocument(text);
      for (let row = 0; row < EDITS_IN_A_ROW && done < edited; row++, done++) {
        const edit = edits.next(text);
        text = applyEdit(text, edit);
        document = document.edit(edit.start, edit.end, edit.inserted);
        const where = `${path}, edit ${done}: ${JSON.stringify(edit)}`;
        assert.equal(document.text, text, where);
        assert.equal(contentOf(document), contentOf(new SourceDocument(text)), where);
      }
    }
  });

  it('finds each position again, in any text', () => {
    const edits = new Edits(seed + 1);
    let text = '';
    for (let step = 0; step < 300; step++) {
      text = applyEdit(text, edits.next(text));
      const document = new SourceDocument(text);
      const lines = text.split(/\r\n|\r|\n/);
      assert.equal(document.lineCount, lines.length);
      for (let probe = 0; probe < 20; probe++) {
        const line = edits.below(lines.length);
        const position = { line, character: edits.below(lines[line]!.length + 1) };
        assert.deepEqual(document.positionAt(document.offsetAt(position)), position, JSON.stringify(text));
      }
    }
  });
});

describe('reading is total', () => {
  const corpus = process.env.DELIVERY_CORPUS;
  const files = [...examples, ...(corpus ? specsIn(join(corpus, 'requirements', 'doorstop')) : [])];

  it('every prefix of a file is read, and every sign of it is in a token, a comment or blank', function () {
    this.timeout(0);
    for (const { path, text } of files)
      for (let length = 0; length <= text.length; length += 1 + (length % 97)) {
        const prefix = text.slice(0, length);
        const document = new SourceDocument(prefix);
        assert.equal(document.text, prefix, path);
        for (const segment of document.segments) assert.equal(uncovered(segment.text).trim(), '', path);
      }
  });

  it('whatever breaks below, the declarations above it are found', () => {
    const edits = new Edits(seed + 2);
    for (const { path, text } of examples) {
      const whole = new SourceDocument(text).segments;
      const above = whole.slice(0, edits.below(whole.length));
      const broken = `${above.map((segment) => segment.text).join('')}\nrequirement X "broken {\n  a: "b\n  """\n  /*\n`;
      const found = idsOf(new SourceDocument(broken).segments);
      assert.deepEqual(found.slice(0, idsOf(above).length), idsOf(above), path);
    }
  });

  for (const [name, text] of Object.entries({
    'one long line': `requirement R "x" { tags: ${'a, '.repeat(20_000)}b }`,
    'deep nesting': `${'section { '.repeat(20_000)}${'}'.repeat(20_000)}`,
    'braces that never close': 'section {\n'.repeat(20_000),
    'braces that open nothing': '}\n'.repeat(20_000),
    quotes: '"'.repeat(20_001),
    'open comments': 'task T "x" {\n/*\n}\n'.repeat(5_000),
    'open texts': 'task T "x" {\n"""\n}\n'.repeat(5_000),
    words: 'a '.repeat(20_000),
    colons: 'a:'.repeat(20_000),
    'null characters': '\u0000'.repeat(20_000),
    'lone surrogates': '\uD83D'.repeat(20_000),
  }))
    it(`reads ${name}`, () => {
      assert.equal(new SourceDocument(text).text, text);
    });
});

const idsOf = (segments: readonly Segment[]): string[] =>
  segments.flatMap(({ declarations }) => declarations.map(({ id }) => id?.text ?? ''));

/** What no token and no comment covers; it should be blank. */
function uncovered(text: string): string {
  const { tokens, comments } = tokenize(text);
  let rest = '';
  let at = 0;
  for (const { startOffset, image } of [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset)) {
    rest += text.slice(at, startOffset);
    at = startOffset + image.length;
  }
  return rest + text.slice(at);
}
