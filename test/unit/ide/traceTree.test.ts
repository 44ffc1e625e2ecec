import assert from 'node:assert/strict';
import { markOf, traceTree, type TraceNode } from '../../../server/src/ide/traceTree';
import { fixture } from '../../support/world';

const words = (nodes: readonly TraceNode[]): string[] =>
  nodes.map(
    ({ depth, reading, written, item, cut }) =>
      `${'  '.repeat(depth - 1)}${reading.en} ${written || (item?.title ?? '')}${cut ? ` ${cut}` : ''}`,
  );

describe('trace tree', function () {
  this.timeout(10_000);

  it('leads up to the source and down to acceptance and support', () => {
    const plan = fixture(`
      source INT-1 "Kick-off" { method: interview }
      goal G-1 "Sign in once" { from: INT-1 }
      requirement REQ-1 "a" { priority: must, from: G-1, refines: REQ-9 }
      check "Review" { of: REQ-1 }
      milestone M-1 "m" { delivers: REQ-1, REQ-1 }
      signoff S-1 "s" { accepts: M-1, REQ-1 }
      sla SLA-1 "t" { covers: REQ-1 }
      risk R-1 "no thread" { threatens: REQ-1 }
    `);
    const { model } = plan.world;
    const { up, down } = traceTree(model, plan.item('REQ-1'));
    assert.deepEqual(words(up), ['from G-1', '  from INT-1', 'refines REQ-9']);
    assert.deepEqual(words(down), [
      'checked by Review',
      'delivered by M-1',
      '  accepted by S-1',
      'accepted by S-1',
      'covered by SLA-1',
    ]);
    assert.deepEqual(words(traceTree(model, plan.item('S-1')).up), [
      'accepts REQ-1',
      '  from G-1',
      '    from INT-1',
      '  refines REQ-9',
      'accepts M-1',
      '  delivers REQ-1 repeated',
    ]);
    assert.equal(markOf(model, plan.item('R-1')), undefined);
    assert.equal(markOf(model, plan.item('REQ-1')), 'uncovered');
  });

  it('ends in any tangle', () => {
    const plan = fixture(`
      requirement A "a" { priority: must, refines: A, B, C }
      requirement B "b" { priority: must, refines: A, C }
      requirement C "c" { priority: must, refines: B }
    `);
    assert.deepEqual(words(traceTree(plan.world.model, plan.item('A')).up), [
      'refines A circle',
      'refines B',
      '  refines A circle',
      '  refines C',
      '    refines B circle',
      'refines C repeated',
    ]);
  });

  it('follows a long chain', () => {
    const length = 5000;
    const chain = Array.from({ length }, (_, n) => `requirement R-${n} "r" { refines: R-${n + 1} }\n`).join('');
    const plan = fixture(chain);
    const { up } = traceTree(plan.world.model, plan.item('R-0'));
    assert.equal(up.length, length);
    assert.equal(up.at(-1)!.depth, length);
  });
});
