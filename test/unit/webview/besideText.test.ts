import assert from 'node:assert/strict';
import { besideText, type BesideInput } from '../../../client/webview/chart/besideText';
import type { DatedBar } from '../../../client/webview/plan/plan';
import { bar, english, minute } from './timelines';

const finish = minute('2026-01-12T18:00');
const milestone = bar('M', { type: 'milestone', start: finish, finish }) as DatedBar;
const task = bar('T', { assignees: ['lena', 'omar'] }) as DatedBar;
const names: Readonly<Record<string, string>> = { lena: 'Lena Park', omar: 'Omar Haddad' };

/** The text beside a bar that ends at 107 pixels, and where it begins. */
function beside(ofBar: DatedBar, changes: Partial<BesideInput> = {}): readonly [number, string] | undefined {
  const box = { left: 93, right: 107, y: 13, half: 7, shape: 'diamond' } as const;
  const nameOf = (id: string): string => names[id] ?? id;
  const given = { bar: ofBar, box, due: undefined, reach: -Infinity, width: 1000, hasLink: false, nameOf };
  const text = besideText({ ...given, texts: english, ...changes });
  return text && [text.x, text.text];
}

describe('timeline: text beside a bar', () => {
  it('names who does a task, as far as there is room', () => {
    assert.deepEqual(beside(task), [113, 'Lena Park, Omar Haddad']);
    assert.deepEqual(beside(task, { width: 200 }), [113, 'Lena Park +1']);
    assert.deepEqual(beside(task, { width: 160 }), [113, 'lena +1']);
    assert.equal(beside(task, { width: 120 }), undefined);
    assert.equal(beside(bar('P', { type: 'phase', assignees: ['lena'] }) as DatedBar), undefined);
  });

  it('says when a milestone is reached, and with a forecast by when it is rather certain', () => {
    assert.deepEqual(beside(milestone), [113, 'Jan 12']);
    const forecast = minute('2026-01-20');
    assert.deepEqual(beside({ ...milestone, forecast }, { reach: 150 }), [158, 'Jan 12 (80 %: Jan 19)']);
    assert.deepEqual(beside({ ...milestone, forecast }, { reach: 150, width: 200 }), [158, 'Jan 12']);
    assert.deepEqual(beside({ ...milestone, forecast: minute('2026-01-13') }), [113, 'Jan 12'], 'the same day twice');
  });

  it('keeps clear of a link and of the forecast', () => {
    assert.ok(beside(task, { hasLink: true })![0] > 113);
    assert.equal(beside(task, { reach: 300 })![0], 308);
  });

  it('stands before the flag of the due date, where it cannot be taken for that date, if there is room', () => {
    assert.equal(beside(milestone, { due: 300 })![0], 113);
    assert.equal(beside(milestone, { due: 120 })![0], 133);
    assert.equal(beside(milestone, { due: 160, reach: 150 })![0], 173);
    const forecast = minute('2026-01-20');
    assert.deepEqual(beside({ ...milestone, forecast }, { due: 210, reach: 150 }), [158, 'Jan 12']);
    assert.equal(beside(milestone, { due: 20 })![0], 113, 'the flag of what is late stands on the left');
  });
});
