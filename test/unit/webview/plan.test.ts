import assert from 'node:assert/strict';
import { indexPlan, type Plan } from '../../../client/webview/plan/plan';
import type { Timeline, TimelineBar } from '../../../server/src/ide/timeline/types';
import { bar, minute, smallPlan } from './timelines';

/** What can be asked of a plan, with what is asked of its bars. */
const answersOf = ({ holds, indexOf, glossary, span, timeline: { bars } }: Plan): unknown => ({
  holds: [...holds],
  indexes: ['P', 'A', 'B', 'C', 'M', 'N'].map(indexOf),
  names: ['lin', 'mei'].map(glossary.nameOf),
  words: glossary.words,
  dayLength: glossary.dayLength,
  span,
  bars,
});

describe('the index of a plan', () => {
  const first = smallPlan();
  const withBar = (index: number, changed: TimelineBar): readonly TimelineBar[] => first.bars.with(index, changed);
  const changes: Readonly<Record<string, Partial<Timeline>>> = {
    nothing: {},
    'the dates of a bar': { bars: withBar(1, bar('A', { finish: minute('2026-02-09T18:00') })) },
    'a due date beyond the plan': { bars: withBar(1, bar('A', { due: minute('2027-01-01') })) },
    'a forecast beyond the plan': { bars: withBar(3, bar('C', { forecast: minute('2027-02-01') })) },
    'a key': { bars: withBar(2, bar('N')) },
    'a type': { bars: withBar(2, bar('B', { type: 'milestone' })) },
    'one bar more': { bars: [...first.bars, bar('N')], holders: [...first.holders, -1] },
    'what holds what': { holders: [-1, 0, 0, -1, -1] },
    people: { people: [{ id: 'lin', title: 'Lin', leave: [] }] },
    words: { words: { 'status/done': '完成' } },
    'the length of a day': { dayLength: 420 },
    'its end': { finish: minute('2026-06-01T18:00') },
    'its status date': { statusDate: minute('2027-03-01') },
  };
  for (const [name, change] of Object.entries(changes))
    it(`is after a change of ${name}, and after it is taken back, what it would be from the start`, () => {
      const changed = { ...first, ...change };
      const after = indexPlan(changed, indexPlan(first));
      assert.deepEqual(answersOf(after), answersOf(indexPlan(changed)));
      assert.deepEqual(answersOf(indexPlan(first, after)), answersOf(indexPlan(first)));
    });

  it('keeps what a keystroke does not change', () => {
    const before = indexPlan(first);
    const after = indexPlan({ ...first, bars: withBar(1, bar('A', { title: 'Another' })) }, before);
    assert.equal(after.indexOf, before.indexOf);
    assert.equal(after.glossary, before.glossary);
    assert.equal(after.span, before.span);
  });
});
