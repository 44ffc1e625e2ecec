import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPatch } from '../../../../client/webview/plan/applyPatch';
import { patchOf } from '../../../../server/src/ide/timeline/patch';
import { bar, smallPlan, timeline } from '../../webview/timelines';

describe('timeline patches', () => {
  it('send one bar for one changed bar', () => {
    const before = smallPlan();
    const bars = before.bars.map((each) => (each.key === 'B' ? { ...each, progress: 0.5 } : { ...each }));
    const after = { ...before, revision: 2, bars, holders: [...before.holders] };
    assert.deepEqual(patchOf(before, after), {
      base: 1,
      revision: 2,
      changes: {},
      bars: [[2, bars[2]]],
    });
    const patched = applyPatch(before, patchOf(before, after))!;
    assert.deepEqual(patched, after);
    assert.equal(patched.bars[0], before.bars[0], 'what did not change is shared');
    assert.equal(patched.holders, before.holders);
  });

  it('belong to one revision', () => {
    const before = smallPlan();
    assert.equal(applyPatch({ ...before, revision: 5 }, patchOf(before, { ...before, revision: 2 })), undefined);
  });

  it('take a status date away', () => {
    const before = smallPlan({ statusDate: 7 });
    const after = smallPlan({ revision: 2 });
    assert.deepEqual(applyPatch(before, patchOf(before, after)), after);
  });

  it('turn any timeline into any other', () => {
    const value = fc
      .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'), { maxLength: 8 })
      .chain((keys) =>
        fc.record({
          bars: fc.tuple(...keys.map((key) => fc.nat(2).map((progress) => bar(key, { progress })))),
          statusDate: fc.option(fc.nat(3), { nil: undefined }),
          title: fc.string({ maxLength: 2 }),
        }),
      )
      .map(({ bars, statusDate, title }) =>
        timeline(bars, [], { title, ...(statusDate === undefined ? {} : { statusDate }) }),
      );
    fc.assert(
      fc.property(value, value, (before, next) => {
        const after = { ...next, revision: 2 };
        assert.deepEqual(applyPatch(before, structuredClone(patchOf(before, after))), after);
      }),
    );
  });
});
