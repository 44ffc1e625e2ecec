import assert from 'node:assert/strict';
import { barAt, indexPlan } from '../../../client/webview/plan';
import {
  indexRows,
  maximumTop,
  rowHeight,
  rowOf,
  rowWindow,
  topToShow,
  visibleRows,
} from '../../../client/webview/rows';
import { smallPlan } from './timelines';

const plan = indexPlan(smallPlan());
const keys = (collapsed: readonly string[]): string =>
  visibleRows(plan, new Set(collapsed))
    .map(({ bar, expandable, expanded }) => `${expanded ? '-' : expandable ? '+' : ''}${bar.key}`)
    .join(' ');

describe('timeline rows', () => {
  it('hides what stands in a collapsed row, at any depth', () => {
    assert.equal(keys([]), '-P A -B C M');
    assert.equal(keys(['B']), '-P A +B M');
    assert.equal(keys(['P']), '+P M');
    assert.equal(keys(['C']), '-P A -B C M', 'a row without parts cannot be collapsed');
  });

  it('finds the row that stands for a hidden bar', () => {
    const index = indexRows(visibleRows(plan, new Set(['P'])));
    assert.equal(rowOf(plan, index, 'C'), 0);
    assert.equal(rowOf(plan, index, 'M'), 1);
    assert.equal(rowOf(plan, index, 'gone'), -1);
    assert.equal(rowOf(plan, index, undefined), -1);
  });

  it('draws only the rows in view, with one more on either side', () => {
    assert.deepEqual(rowWindow(0, 10 * rowHeight, 10_000), { first: 0, last: 11 });
    assert.deepEqual(rowWindow(100 * rowHeight, 10 * rowHeight, 10_000), { first: 99, last: 111 });
    assert.deepEqual(rowWindow(9_990 * rowHeight, 10 * rowHeight, 10_000), { first: 9_989, last: 10_000 });
    assert.deepEqual(rowWindow(500, 300, 0), { first: 0, last: 0 });
  });

  it('scrolls no more than it must', () => {
    assert.equal(topToShow(3, 2 * rowHeight, 5 * rowHeight), 2 * rowHeight);
    assert.equal(topToShow(1, 2 * rowHeight, 5 * rowHeight), rowHeight);
    assert.equal(topToShow(9, 2 * rowHeight, 5 * rowHeight), 5 * rowHeight);
    assert.equal(maximumTop(3, 5 * rowHeight), 0);
  });

  it('finds the innermost declaration at the cursor', () => {
    const uri = 'file:///plan/a.delivery';
    assert.equal(barAt(plan, uri, 3, 2), 'A');
    assert.equal(barAt(plan, uri, 9, 0), 'C');
    assert.equal(barAt(plan, uri, 11, 0), 'B');
    assert.equal(barAt(plan, uri, 12, 0), 'P');
    assert.equal(barAt(plan, uri, 14, 0), undefined);
    assert.equal(barAt(plan, 'file:///plan/b.delivery', 3, 2), undefined);
    assert.equal(barAt(plan, 'file%3A///plan/a.delivery', 3, 2), 'A', 'however the address is escaped');
  });

  it('counts the keyword before an id to its declaration', () => {
    const bars = smallPlan().bars.map((bar) => ({
      ...bar,
      source: { ...bar.source, start: { ...bar.source.start, character: 5 } },
    }));
    const indented = indexPlan({ ...smallPlan(), bars });
    assert.equal(barAt(indented, 'file:///plan/a.delivery', 3, 2), 'A');
    assert.equal(barAt(indented, 'file:///plan/a.delivery', 0, 0), 'P');
  });
});
