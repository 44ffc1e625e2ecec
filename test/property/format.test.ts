import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SourceDocument } from '../../server/src/language/document';
import { applyEdits } from '../../server/src/language/format/edits';
import { formatDocument, formatRange, type FormatResult } from '../../server/src/language/format/format';
import { tokenize } from '../../server/src/language/tokens';
import { findingsOf } from './formatFindings';
import { anySpec } from './formatSpecs';
import { treeOf } from '../support/tree';
import { runs } from './random';

/** Number of generated specs. */
const numRuns = runs(300);

/** The formatted text; fails if formatting was refused. */
function format(text: string, how: (document: SourceDocument) => FormatResult = formatDocument): string {
  const result = how(new SourceDocument(text));
  if ('refused' in result) return assert.fail(`refused: ${result.refused}`);
  return applyEdits(text, result.edits);
}

/** Comments in their order, with the number of names and strings before each: none may move over a word. */
function commentsOf(text: string): string[] {
  let words = 0;
  return new SourceDocument(text).segments.flatMap((segment) => {
    const { tokens, comments } = tokenize(segment.text);
    const others = tokens.filter(({ image }) => !/^[,，、]$/.test(image));
    const lines = comments.map(({ image, startOffset }) => {
      const before = others.filter((token) => token.startOffset < startOffset).length;
      return `${words + before} ${image.replace(/\s+/g, ' ').trim()}`;
    });
    words += others.length;
    return lines;
  });
}

function checkFormat(text: string): string {
  const formatted = format(text);
  assert.equal(format(formatted), formatted, 'formatting twice gives something else');
  assert.equal(treeOf(formatted), treeOf(text), 'the tree differs');
  assert.deepEqual(commentsOf(formatted), commentsOf(text), 'the comments differ');
  return formatted;
}

const specsBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? specsBelow(path) : name.endsWith('.delivery') ? [path] : [];
  });

describe('formatting', function () {
  this.timeout(Math.max(60_000, numRuns * 60));

  it(`keeps every token and comment of ${numRuns} generated specs, and is idempotent`, () => {
    let clean = 0;
    fc.assert(
      fc.property(anySpec, (text) => {
        if (
          new SourceDocument(text).segments.every(({ problems }) =>
            problems.every(({ code }) => code === 'syntax/full-width'),
          )
        )
          clean++;
        checkFormat(text);
      }),
      { numRuns },
    );
    assert.ok(clean > numRuns / 2, `only ${clean} of ${numRuns} specs are without problems: they prove too little`);
  });

  it('is idempotent and keeps the words of any text at all', () => {
    const pieces = [
      'task',
      ' ',
      '\n',
      '{',
      '}',
      '"',
      '“',
      '"""',
      ':',
      '：',
      ',',
      '，',
      '//',
      '/*',
      '*/',
      'T-1',
      '5d',
      '..',
      '-',
      '\r\n',
      '  ',
      '\ufeff',
    ];
    const anything = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(anything, (text) => void checkFormat(text)),
      { numRuns },
    );
  });

  it('formats any range without changing a word outside or inside it', () => {
    fc.assert(
      fc.property(anySpec, fc.nat(2000), fc.nat(400), (text, from, length) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const formatted = format(text, (document) => formatRange(document, start, end));
        assert.equal(treeOf(formatted), treeOf(text));
        const before = text.slice(0, start);
        const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        if (!/"""|“““|”””|\/\*/.test(text)) assert.equal(formatted.slice(0, lineStart), text.slice(0, lineStart));
      }),
      { numRuns },
    );
  });

  it('leaves the examples as they are', () => {
    for (const path of specsBelow('examples'))
      assert.equal(checkFormat(readFileSync(path, 'utf8')), readFileSync(path, 'utf8'), path);
  });

  it('is idempotent and changes no finding in the corpus', function () {
    const corpus = process.env.DELIVERY_CORPUS;
    if (!corpus || !existsSync(corpus)) return this.skip();
    for (const path of specsBelow(corpus)) {
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(findingsOf(checkFormat(text)), findingsOf(text), path);
    }
  });
});
