import assert from 'node:assert/strict';
import { formatFile } from '../../../server/src/ide/format';
import { createWorld, type World } from '../../../server/src/ide/world';
import { builtInTable } from '../../../server/src/kinds/table';
import { SourceDocument } from '../../../server/src/language/document';
import { LONGEST_FILE, LONGEST_PROJECT } from '../../../server/src/language/limits';
import { tokenize } from '../../../server/src/language/tokens';

const problemsIn = ({ segments }: SourceDocument): readonly string[] =>
  segments.flatMap(({ problems }) => problems.map(({ problem }) => problem));

/** A need and a comment that fills the text up to a length. */
const textOf = (length: number): string => {
  const need = '\nneed N-1 "One" { value: 3 }\n';
  return `// ${'x'.repeat(length - need.length - 3)}${need}`;
};

const worldOf = (...texts: readonly string[]): World =>
  createWorld({
    root: 'file:///p',
    revision: 1,
    files: texts.map((text, index) => ({ uri: `file:///p/${index}.delivery`, document: new SourceDocument(text) })),
    table: builtInTable,
  });

describe('a text that is too long to be read', function () {
  this.timeout(60_000);

  it('says so at its beginning, says nothing else, and stays as it is', () => {
    const text = textOf(LONGEST_FILE + 1);
    const document = new SourceDocument(text);
    assert.deepEqual(problemsIn(document), ['file-too-long']);
    assert.deepEqual([document.text === text, document.lineCount], [true, 3]);
    assert.deepEqual(tokenize(text), { tokens: [], comments: [] });
    assert.deepEqual(formatFile(document), { edits: [] });
    assert.deepEqual(document.positionAt(text.length - 1), { line: 1, character: 27 });
    const { findings } = worldOf(text);
    assert.deepEqual(
      findings.map(({ code, message }) => [code, message.en]),
      [
        [
          'syntax/unexpected',
          'A file of more than 10,000,000 characters is not read, and nothing in it counts: split it.',
        ],
      ],
    );
  });

  it('is read as soon as an edit makes it shorter, and no longer when one makes it longer', () => {
    const long = new SourceDocument(textOf(LONGEST_FILE + 1));
    const short = long.edit(3, 4, '');
    assert.deepEqual([problemsIn(short), short.segments.length], [[], 1]);
    assert.equal(short.length, LONGEST_FILE);
    const again = short.edit(3, 3, '需');
    assert.deepEqual(problemsIn(again), ['file-too-long']);
    assert.equal(again.text, long.text.replace('x', '需'));
  });

  it('leaves all others read; of a project, those beyond its limit say so', () => {
    const part = LONGEST_PROJECT / 2 - 100;
    const texts = [textOf(part), textOf(LONGEST_FILE + 1), textOf(part).replace('N-1', 'N-2'), textOf(1000)];
    const { model, findings } = worldOf(...texts, 'need N-3 "Three" { value: 3 }\n');
    assert.deepEqual(
      model.items.map(({ id }) => id),
      ['N-1', 'N-2', 'N-3'],
    );
    assert.deepEqual(
      findings
        .filter(({ code }) => code === 'syntax/unexpected')
        .map(({ place, message }) => [place.file, /nothing in it counts|left out/.exec(message.en)?.[0]]),
      [
        [1, 'nothing in it counts'],
        [3, 'left out'],
      ],
    );
  });
});
