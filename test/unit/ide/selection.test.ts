import assert from 'node:assert/strict';
import fc from 'fast-check';
import { selectionAt } from '../../../server/src/ide/selection';
import { SourceDocument } from '../../../server/src/language/document';

/** The texts that are selected one after the other. */
function selections(source: string): readonly string[] {
  const offset = source.indexOf('$0');
  const text = source.replace('$0', '');
  return selectionAt(new SourceDocument(text), offset).map(({ start, end }) => text.slice(start, end));
}

describe('selection ranges', () => {
  it('grow from the word over the phrase and the field to the declaration and the file', () =>
    assert.deepEqual(selections('// a\nsection "s" {\n  task T-2 "b" { after: T-$01 SS + 2d, T-0 }\n}\n'), [
      'T-1',
      'T-1 SS + 2d',
      'T-1 SS + 2d, T-0',
      'after: T-1 SS + 2d, T-0',
      ' after: T-1 SS + 2d, T-0 ',
      '{ after: T-1 SS + 2d, T-0 }',
      'task T-2 "b" { after: T-1 SS + 2d, T-0 }',
      '\n  task T-2 "b" { after: T-1 SS + 2d, T-0 }\n',
      '{\n  task T-2 "b" { after: T-1 SS + 2d, T-0 }\n}',
      'section "s" {\n  task T-2 "b" { after: T-1 SS + 2d, T-0 }\n}',
      '// a\nsection "s" {\n  task T-2 "b" { after: T-1 SS + 2d, T-0 }\n}\n',
    ]));

  it('grow in strings and text blocks from the word over the line to the quotes', () => {
    assert.deepEqual(selections('需求 A “单点 登$0录”').slice(0, 4), [
      '登录',
      '单点 登录',
      '“单点 登录”',
      '需求 A “单点 登录”',
    ]);
    assert.deepEqual(selections('need N "n" {\n  """\n  one tw$0o\n  three\n  """\n}').slice(0, 4), [
      'two',
      'one two',
      '\n  one two\n  three\n  ',
      '"""\n  one two\n  three\n  """',
    ]);
  });

  it('never cut a sign in two, not even one that means nothing', () =>
    assert.deepEqual(selections('need N "n" { from: 😀$0 }').slice(0, 2), ['😀', 'from: 😀']));

  it('grow in comments', () =>
    assert.deepEqual(selections('// see RE$0Q-1 first\nneed N "n" { }').slice(0, 3), [
      'REQ-1',
      '// see REQ-1 first',
      '// see REQ-1 first\nneed N "n" { }',
    ]));

  it('each hold the cursor and the one before, wherever it stands and whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'need ',
            'N-1',
            ' "a"',
            ' {',
            '\n',
            '}',
            '"""',
            'x: ',
            'T-1, ',
            '// c',
            '/* d',
            '*/',
            '，',
            '“',
            '😀',
          ),
        ),
        fc.nat(400),
        (pieces, at) => {
          const text = pieces.join('');
          const offset = Math.min(at, text.length);
          const spans = selectionAt(new SourceDocument(text), offset);
          assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
          spans.forEach(({ start, end }, index) => {
            const inner = spans[index - 1];
            assert.ok(start <= offset && offset <= end);
            assert.ok(!inner || (start <= inner.start && inner.end <= end && end - start > inner.end - inner.start));
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
