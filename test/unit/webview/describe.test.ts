import assert from 'node:assert/strict';
import { factsOf } from '../../../client/webview/panel/describe';
import { indexPlan } from '../../../client/webview/plan/plan';
import type { TimelineBar } from '../../../server/src/ide/timeline/types';
import { bar, english, minute, smallPlan } from './timelines';

const labels = (of: TimelineBar): readonly string[] =>
  factsOf(indexPlan(smallPlan()).glossary, of, english).map(({ label }) => label);

describe('timeline: what is said about a bar', () => {
  const due = minute('2026-04-01');
  const finish = minute('2026-03-31T12:00');
  const milestone = bar('M', { type: 'milestone', start: finish, finish, due });

  it('names the date of a milestone and its promise', () => assert.deepEqual(labels(milestone), ['Date', 'Due']));

  it('names the promise alone where there is no other date', () =>
    assert.deepEqual(labels({ ...milestone, promised: true }), ['Due']));
});
