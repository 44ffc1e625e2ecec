import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composed } from '../../server/src/language/format/compose';
import { applyEdits, type Edit } from '../../server/src/language/format/edits';
import { runs } from './random';

const cuts = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 5 }), fc.string({ maxLength: 4 })), { maxLength: 5 });

/** Rising edits of a text: each begins so far behind the one before, and replaces so much. */
function editsOf(list: readonly (readonly [gap: number, length: number, text: string])[], length: number): Edit[] {
  let at = 0;
  return list.map(([gap, width, text]) => {
    const start = Math.min(length, at + gap);
    const end = Math.min(length, start + width);
    at = end;
    return { start, end, text };
  });
}

describe('edits one behind the other', () => {
  it('are one list of edits that does the same, rises and does not overlap', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), cuts, cuts, (text, first, second) => {
        const one = editsOf(first, text.length);
        const middle = applyEdits(text, one);
        const two = editsOf(second, middle.length);
        const both = composed(one, two);
        assert.equal(applyEdits(text, both), applyEdits(middle, two));
        both.forEach(({ start, end }, index) => {
          assert.ok(start <= end && end <= text.length);
          assert.ok(index === 0 || both[index - 1]!.end < start, 'two edits at one place are one');
        });
      }),
      { numRuns: runs(2000) },
    ));
});
