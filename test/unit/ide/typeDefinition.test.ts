import assert from 'node:assert/strict';
import { headingOfKind, typeDefinitionAt } from '../../../server/src/ide/typeDefinition';
import { fixture } from '../../support/world';

const CONFIG = `
  //- delivery.config.json
  { "kinds": { "interface": { "names": { "zh": "接口" } } }, "fields": { "task": { "x": { "type": "name" } } } }
`;

/** "delivery.config.json:1:14 …", or the key of a built-in kind. */
function kindAt(source: string): string | undefined {
  const { world, cursor, describe: place } = fixture(`${CONFIG}  //- plan.delivery\n${source}`);
  const found = typeDefinitionAt(world.model, cursor);
  return found && ('place' in found ? place(found.place) : found.builtIn);
}

describe('type definition', () => {
  it("leads to a team's own kind in the configuration, from the kind, the id and references, in both tongues", () => {
    for (const source of [
      'inter$0face IF-1 "x" { }',
      'interface I$0F-1 "x" { }',
      '接$0口 IF-1 "x" { }',
      'interface IF-1 "x" { }\nrisk R-1 "x" { threatens: I$0F-1 }',
    ])
      assert.equal(kindAt(source), 'delivery.config.json:1:16 "interface"', source);
  });

  it('names a built-in kind, also one that the configuration extends', () => {
    assert.equal(kindAt('ta$0sk T-1 "x" { }'), 'task');
    assert.equal(kindAt('任$0务 T-1 "x" { }'), 'task');
  });

  it('leads nowhere from what is no item of a known kind', () => {
    assert.equal(kindAt('task T-1 "$0x" { }'), undefined);
    assert.equal(kindAt('task T-1 "x" { af$0ter: T-2 }'), undefined);
    assert.equal(kindAt('task T-1 "x" { after: T-$02 }'), undefined);
    assert.equal(kindAt('zebra$0 Z-1 "x" { }'), undefined);
  });

  it('finds the section of a kind in the reference, in both tongues', () => {
    assert.deepEqual(headingOfKind('# a\r\n\r\n### task\r\n', 'task'), { line: 2, length: 8 });
    assert.deepEqual(headingOfKind('### 任务 task\n', 'task'), { line: 0, length: 11 });
    assert.equal(headingOfKind('### tasks\n', 'task'), undefined);
  });
});
