import assert from 'node:assert/strict';
import { check } from '../../support/findings';
import { annotate, parseSpec } from '../../support/spec';

describe('markers of specs', () => {
  it('are taken out of the text, with the cursor and the common indentation', () => {
    const { files, cursor } = parseSpec(`
      //- a.delivery
      need N-1 "x" {
        form: $0N-2
      //^^^^ kind/unknown-field did you mean
      }
      //- sub/b.delivery
      //<^^^^ no/line above
      task T-1
      //<^^^^ a/b
      //   ^^^ c/d two words
    `);
    assert.deepEqual(cursor, { path: 'a.delivery', offset: 23 });
    assert.deepEqual(files, [
      {
        path: 'a.delivery',
        text: 'need N-1 "x" {\n  form: N-2\n}',
        markers: [{ line: 1, start: 2, end: 6, code: 'kind/unknown-field', message: 'did you mean' }],
      },
      {
        path: 'sub/b.delivery',
        text: 'task T-1\n',
        markers: [
          { line: -1, start: 0, end: 4, code: 'no/line', message: 'above' },
          { line: 0, start: 0, end: 4, code: 'a/b', message: '' },
          { line: 0, start: 5, end: 8, code: 'c/d', message: 'two words' },
        ],
      },
    ]);
  });

  it('are written as they are read', () => {
    const text = 'task T-1\n//<^^^^ a/b\n//   ^^^ c/d two words\n  x';
    const [file] = parseSpec(text).files;
    assert.equal(annotate(file!.text, file!.markers), text);
  });

  it('fail a test for a finding that is not marked, a marker that is not met, and a wrong span, code or message', () => {
    for (const spec of [
      'team N-1 "x" { colour: 3 }',
      'team N-1 "x" { }\n//   ^^^ name/duplicate',
      'team N-1 "x" { colour: 3 }\n//             ^^^^^ kind/unknown-field',
      'team N-1 "x" { colour: 3 }\n//             ^^^^^^ kind/unknown',
      'team N-1 "x" { colour: 3 }\n//             ^^^^^^ kind/unknown-field something else',
    ])
      assert.throws(() => check(spec), { name: 'AssertionError' }, spec);
    check('team N-1 "x" { colour: 3 }\n//             ^^^^^^ kind/unknown-field has no field');
  });
});
