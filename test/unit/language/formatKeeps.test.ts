import assert from 'node:assert/strict';
import { SourceDocument } from '../../../server/src/language/document';
import { applyEdits, editsBetween } from '../../../server/src/language/format/edits';
import { formatDocument, formatRange } from '../../../server/src/language/format/format';
import { differenceOf } from '../../../server/src/language/format/verify';
import { format, formats, stays } from '../../support/format';

describe('formatting: comments', () => {
  it('keeps comments above, behind and between members', () =>
    formats(
      `
      // head

        // of a
      a /* id */ b /* title */ "t" /* block */ { // behind the brace

          // above f
        f: 1   // behind f
      // above g


          // further above g
        g: /* value */ 2 /* more */, 3/* end */
            // at the end of the block

      } // behind the block
      // above c
      c d {} /* behind c */
        // at the end of the file
      `,
      `
      // head

      // of a
      a /* id */ b /* title */ "t" /* block */ { // behind the brace
        // above f
        f: 1 // behind f
        // above g

        // further above g
        g: /* value */ 2 /* more */, 3 /* end */
        // at the end of the block
      } // behind the block

      // above c
      c d {} /* behind c */
      // at the end of the file
      `,
    ));

  it('keeps comments inside values and before commas', () =>
    formats(
      `
      a b {
        f: 1, // one
        // above two
        2 // two
        , 3 /* three */,
        g: , // kept: the value may stand on the next line only behind a comma
        4
      }
      `,
      `
      a b {
        f: 1, // one
          // above two
          2 // two
          , 3 /* three */
        g:, // kept: the value may stand on the next line only behind a comma
          4
      }
      `,
    ));

  it('keeps comments in blocks on one line', () =>
    formats(
      'a b {/* only */}\nc d { /* first */f: 1/* one */ g: 2, /* last */ }\n',
      'a b { /* only */ }\nc d { /* first */ f: 1, /* one */ g: 2 /* last */ }\n',
    ));

  it('keeps a comment with its field when a block is broken', () => {
    const long = '"' + 'x'.repeat(110) + '"';
    formats(
      `a b { /* f */ f: 1, /* g */ g: 2 /* behind */, h: ${long} }\n`,
      `a b {\n  /* f */ f: 1\n  /* g */ g: 2 /* behind */\n  h: ${long}\n}\n`,
    );
  });

  it('moves the lines of a comment with it, but none to where it would begin a declaration', () => {
    formats(
      'a b {\n      /* one\n         two\n       * three */\n  f: 1\n}\n',
      'a b {\n  /* one\n     two\n   * three */\n  f: 1\n}\n',
    );
    stays('/* x\n  task T-1 "y" { */\na b {}\n');
    formats('  /* x\n  task T-1 "y" { */\na b {}\n', '/* x\n  task T-1 "y" { */\na b {}\n');
  });

  it('aligns trailing comments where the author set one off, and counts Chinese letters as two columns', () => {
    formats(
      `
      a b {
        f: 1  // one
        title: "标题" // two
        long: "12345"   // three

        g: 1   // alone
        h: 1 // four
        i: 12345 // five
      }
      `,
      `
      a b {
        f: 1          // one
        title: "标题" // two
        long: "12345" // three

        g: 1     // alone
        h: 1     // four
        i: 12345 // five
      }
      `,
    );
  });
});

describe('formatting: broken text', () => {
  it('leaves a declaration with a problem as it is, and formats the others', () =>
    formats(
      `
      a   b {}
      c d {
            f 1
        }

      e   f {g:1}
      `,
      `
      a b {}
      c d {
            f 1
        }

      e f { g: 1 }
      `,
    ));

  it('leaves an unclosed block as it is', () =>
    formats('a b {\n    f: 1\nc  d {f: 1}\n', 'a b {\n    f: 1\nc d { f: 1 }\n'));
});

describe('formatting: edits', () => {
  const editsOf = (text: string) => {
    const result = formatDocument(new SourceDocument(text));
    return 'edits' in result ? result.edits : assert.fail(result.refused);
  };

  it('touches nothing but what changes', () => {
    assert.deepEqual(editsOf('a b {\n f: 1，2\n}\n'), [
      { start: 7, end: 7, text: ' ' },
      { start: 11, end: 12, text: ',' },
      { start: 12, end: 12, text: ' ' },
    ]);
    assert.deepEqual(editsOf('a b {\n  f: 1\n}\n'), []);
  });

  it('cuts no pair of surrogates and no CRLF', () => {
    assert.deepEqual(editsBetween(5, '😀', '😁'), [{ start: 5, end: 7, text: '😁' }]);
    assert.deepEqual(editsBetween(0, '\r\n\r\n', '\r\n'), [{ start: 2, end: 4, text: '' }]);
  });

  it('formats the lines of a range only, text blocks as a whole', () => {
    const text = 'a   b {\nf:1\n"""\n x\n y\n"""\ng:2\n}\n';
    const range = (start: number, end: number): string => {
      const result = formatRange(new SourceDocument(text), start, end);
      return 'edits' in result ? applyEdits(text, result.edits) : assert.fail(result.refused);
    };
    assert.equal(range(9, 9), 'a   b {\n  f: 1\n"""\n x\n y\n"""\ng:2\n}\n');
    assert.equal(range(17, 17), 'a   b {\nf:1\n  """\n  x\n  y\n  """\ng:2\n}\n');
    assert.equal(range(0, text.length), format(text));
  });

  it('tells when a change would be more than one of blanks and spellings', () => {
    const difference = (before: string, after: string) =>
      differenceOf(new SourceDocument(before), new SourceDocument(after));
    assert.equal(difference('a b {\n f：1，\n}', 'a b { f: 1 }'), undefined);
    assert.equal(difference('a b {}', 'a c {}'), 'words');
    assert.equal(difference('a b {} // x', 'a b {} // y'), 'words');
    assert.equal(difference('a b { f: 1 /* x */ }', 'a b { /* x */ f: 1 }'), 'words');
    assert.equal(difference('a b {\n"""\nx y\n"""\n}', 'a b {\n"""\nx  y\n"""\n}'), 'words');
    assert.equal(difference('a b { f: 1, 2 }', 'a b { f: 1 2 }'), 'tree');
    assert.equal(difference('a b { f: 1, g: 2 }', 'a b { f: 1 g: 2 }'), undefined);
  });
});
