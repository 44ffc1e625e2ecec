import assert from 'node:assert/strict';
import { enumOf, factsOf, headWord, valuesOf } from '../../../server/src/kinds/facts';
import { builtInTable } from '../../../server/src/kinds/table';
import { SourceDocument } from '../../../server/src/language/document';

const segment = (text: string) => new SourceDocument(text).segments[0]!;

describe('facts', () => {
  it('are the same object as long as the segment is', () => {
    const one = segment('need N-1 "x" { }\n');
    assert.equal(factsOf(one, builtInTable), factsOf(one, builtInTable));
  });

  it('read both tongues as one', () => {
    const { items } = factsOf(segment('需求 需求-1 "单点登录" { 优先级: must, status: 已取消 }\n'), builtInTable);
    assert.equal(items[0]!.kind?.key, 'requirement');
    assert.equal(items[0]!.tongue, 'zh');
    assert.equal(enumOf(items[0]!, 'priority'), 'must');
    assert.equal(headWord(items[0]!).text, '需求-1');
  });

  it('list items with those that they stand in', () => {
    const text = 'phase P "p" {\n  section "s" {\n    task T-1 "a" { }\n  }\n  task T-2 "b" { }\n}\n';
    const { items } = factsOf(segment(text), builtInTable);
    assert.deepEqual(
      items.map(({ id, parent }) => [id, parent]),
      [
        ['P', -1],
        [undefined, 0],
        ['T-1', 1],
        ['T-2', 0],
      ],
    );
  });

  it('keep the values that can be read beside one that cannot', () => {
    const { items } = factsOf(segment('task T "x" { assign: lin 50%, ???, wang }\n'), builtInTable);
    assert.deepEqual(
      valuesOf(items[0]!, 'assign').map((value) => value.type === 'allocation' && [value.target.id, value.fraction]),
      [
        ['lin', 0.5],
        ['wang', 1],
      ],
    );
    assert.deepEqual(
      items[0]!.references.map(({ reference }) => reference.id),
      ['lin', 'wang'],
    );
  });

  it('read nothing from fields of unknown kinds', () => {
    const { items } = factsOf(segment('thing T "x" { after: T-1 }\n'), builtInTable);
    assert.equal(items[0]!.kind, undefined);
    assert.deepEqual(items[0]!.references, []);
  });
});
