import assert from 'node:assert/strict';
import { foldsOf } from '../../../server/src/ide/folding';
import { SourceDocument } from '../../../server/src/language/document';
import { dedent } from '../../support/spec';

/** "2-5 declaration }": first and last line from 1, and `}` where the last line stays visible. */
const folds = (source: string): readonly string[] => {
  const document = new SourceDocument(dedent(source));
  return foldsOf(document).map(({ start, end, type, closes }) => {
    const [first, last] = [document.positionAt(start), document.positionAt(end)];
    return `${first.line + 1}-${last.line + 1} ${type}${closes ? ' }' : ''}`;
  });
};

describe('folding', () => {
  it('takes declarations, long values and text blocks, nested as they are', () =>
    assert.deepEqual(
      folds(`
        section "A" {
          need N-1 "a" { from: S-1 }
          需求 REQ-1 "b" ｛
            来自：N-1，
              N-2
            """
            text
            """
            criterion AC-1 "c" {
              given: "x"
            }
          ｝
        }
        need N-2 "d" {
          voice: """
            quote
          """ }
      `),
      [
        '1-13 declaration }',
        '3-12 declaration }',
        '4-5 value',
        '6-8 text }',
        '9-11 declaration }',
        '14-17 declaration',
        '15-17 text }',
      ],
    ));

  it('takes comments over several lines and runs of line comments', () =>
    assert.deepEqual(
      folds(`
        // one
        // two
        need N-1 "a" { // three
          // four
          // five

          // six
          /* seven
             eight */
        }
        /* nine */
      `),
      ['1-2 comment', '3-10 declaration }', '4-5 comment', '8-9 comment'],
    ));

  it('takes regions over declarations, and nested ones', () =>
    assert.deepEqual(
      folds(`
        // #region A
        need N-1 "a" { }
        // region B
        need N-2 "b" { }
        // #endregion
        // #endregion
        // #endregion
        // regional
      `),
      ['1-6 region', '3-5 region'],
    ));

  it('takes what was never closed to its end, and nothing that stands on one line', () => {
    assert.deepEqual(folds('need N-1 "a" {\n  value: 1\n'), ['1-2 declaration']);
    assert.deepEqual(folds('need N-1 "a" { value: 1 }\n\n'), []);
    assert.deepEqual(folds(''), []);
  });
});
