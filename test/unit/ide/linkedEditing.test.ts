import assert from 'node:assert/strict';
import { linkedAt } from '../../../server/src/ide/linkedEditing';
import { fixture } from '../../support/world';

function linked(source: string): readonly string[] | undefined {
  const { world, cursor, describe: say } = fixture(source);
  return linkedAt(world, cursor)?.map(say);
}

describe('linked editing', () => {
  const own = ['a.delivery:1:6 N-1', 'a.delivery:2:37 N-1'];

  it('links an id at its declaration and its uses, from either', () => {
    assert.deepEqual(linked('//- a.delivery\nneed N$0-1 "a" { }\nrequirement REQ-1 "b" { from: N-2, N-1 }\n'), [
      'a.delivery:1:6 N-1',
      'a.delivery:2:36 N-1',
    ]);
    assert.deepEqual(linked('//- a.delivery\nneed N-1 "a" { }\nrequirement REQ-11 "b" { from: N-2, N$0-1 }\n'), own);
  });

  it('links nothing that another file would lose, that stands alone, is declared twice or is written in another way', () => {
    assert.equal(
      linked(
        '//- a.delivery\nneed N$0-1 "a" { }\nneed N-2 "c" { from: N-1 }\n//- b.delivery\nneed N-3 "b" { from: N-1 }\n',
      ),
      undefined,
    );
    assert.equal(linked('//- a.delivery\nneed N$0-1 "a" { }\n'), undefined);
    assert.equal(
      linked('//- a.delivery\nneed N$0-1 "a" { }\nneed N-1 "b" { }\nneed N-2 "c" { from: N-1 }\n'),
      undefined,
    );
    assert.equal(linked('//- a.delivery\nneed N$0-1 "a" { }\nrisk R-1 "c" { threatens: N－1 }\n'), undefined);
  });

  it('links nothing where no id stands', () => {
    assert.equal(linked('//- a.delivery\nneed N-1 "a$0" { }\nneed N-2 "c" { from: N-1 }\n'), undefined);
    assert.equal(linked('//- a.delivery\nneed N-1 "a" { }\nneed N-2 "c" { from: X$0 }\n'), undefined);
  });
});
