import assert from 'node:assert/strict';
import { SourceDocument } from '../../../server/src/language/document';

const TEXT = `// Plan
phase P-1 "Build" {
  task T-1 "甲" { effort: 3d }
}

/* between */
need N-1 "😀" {
  """
  text
  """
}
task T-2 "last" { effort: 1d }`;

/** What a fresh read of the same text gives. */
const fresh = (document: SourceDocument): SourceDocument => new SourceDocument(document.text);

const segmentTexts = ({ segments }: SourceDocument): string[] => segments.map(({ text }) => text);

describe('documents', () => {
  it('are split into declarations with the comments before them', () =>
    assert.deepEqual(segmentTexts(new SourceDocument(TEXT)), [
      '// Plan\nphase P-1 "Build" {\n  task T-1 "甲" { effort: 3d }\n}\n\n',
      '/* between */\nneed N-1 "😀" {\n  """\n  text\n  """\n}\n',
      'task T-2 "last" { effort: 1d }',
    ]));

  it('keep every character', () => {
    for (const text of [TEXT, '', '\r\r\n\n', 'a {\r\n', '"""', '}}\n{', '\uFEFF// x'])
      assert.equal(new SourceDocument(text).text, text);
  });

  it('turn every offset into a position and back', () => {
    for (const text of [TEXT, TEXT.replaceAll('\n', '\r\n'), TEXT.replaceAll('\n', '\r')]) {
      const document = new SourceDocument(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const inBreak = text[offset - 1] === '\r' && text[offset] === '\n';
        if (!inBreak) assert.equal(document.offsetAt(document.positionAt(offset)), offset, `offset ${offset}`);
      }
    }
  });

  it('count lines and characters as an editor does', () => {
    const document = new SourceDocument('a "x" { }\r\nb "y" { }\rc "😀!" { }\n');
    assert.equal(document.lineCount, 4);
    assert.deepEqual(document.positionAt(document.text.indexOf('b')), { line: 1, character: 0 });
    assert.deepEqual(document.positionAt(document.text.indexOf('!')), { line: 2, character: 5 });
    assert.deepEqual(document.positionAt(document.length), { line: 3, character: 0 });
  });

  it('move absurd positions into the text', () => {
    const document = new SourceDocument(TEXT);
    assert.equal(document.offsetAt({ line: -1, character: -1 }), 0);
    assert.equal(document.offsetAt({ line: 0, character: 9999 }), '// Plan'.length);
    assert.equal(document.offsetAt({ line: 9999, character: 0 }), TEXT.length);
    assert.equal(document.offsetAt({ line: 1, character: -5 }), '// Plan\n'.length);
    assert.deepEqual(document.positionAt(-7), { line: 0, character: 0 });
    assert.deepEqual(document.positionAt(1e9), document.positionAt(TEXT.length));
  });

  it('share the segments that an edit does not touch', () => {
    const before = new SourceDocument(TEXT);
    const at = TEXT.indexOf('3d');
    const after = before.edit(at, at + 2, '4d');
    assert.equal(after.text, TEXT.replace('3d', '4d'));
    assert.notEqual(after.segments[0], before.segments[0]);
    assert.equal(after.segments[1], before.segments[1]);
    assert.equal(after.segments[2], before.segments[2]);
  });

  it('are after any edit what a fresh read of the text is', function () {
    this.timeout(20_000);
    const inserts = ['', '{', '"""', '/*', '\nneed N-9 "n" {\n'];
    for (const inserted of inserts)
      for (let at = 0; at <= TEXT.length; at++)
        for (const length of [0, 7]) {
          const edited = new SourceDocument(TEXT).edit(at, Math.min(TEXT.length, at + length), inserted);
          assert.deepEqual(segmentTexts(edited), segmentTexts(fresh(edited)), `${JSON.stringify(inserted)} at ${at}`);
        }
  });

  it('are after a long run of edits what a fresh read of the text is', () => {
    let document = new SourceDocument(TEXT);
    const typed = '\ntask T-3 "typed" {\n  effort: 3d /* so */\n  """\n  why\n  """\n}\n';
    let at = TEXT.indexOf('/* between');
    for (const character of typed) {
      document = document.edit(at, at, character);
      assert.deepEqual(document.segments, fresh(document).segments);
      at++;
    }
    for (; at > 0; at--) document = document.edit(at - 1, at, '');
    assert.deepEqual(document.segments, fresh(document).segments);
  });
});
