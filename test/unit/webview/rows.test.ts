import assert from 'node:assert/strict';
import { noFilter } from '../../../client/webview/plan/filter';
import type { Filter, Grouping } from '../../../client/webview/messages';
import { indexPlan } from '../../../client/webview/plan/plan';
import {
  listRows,
  maximumTop,
  nameOfRow,
  parentRow,
  rowAt,
  rowHeight,
  rowOf,
  rowWindow,
  topToShow,
  type RowList,
} from '../../../client/webview/plan/rows';
import type { Timeline } from '../../../server/src/ide/timeline/types';
import { bar, english, smallPlan, timeline } from './timelines';

interface View {
  readonly grouping?: Grouping;
  readonly filter?: Partial<Filter>;
  readonly collapsed?: readonly string[];
}

const rowsOf = (value: Timeline, { grouping = 'text', filter = {}, collapsed = [] }: View = {}): RowList =>
  listRows({
    plan: indexPlan(value),
    grouping,
    filter: { ...noFilter, ...filter },
    collapsed: new Set(collapsed),
    texts: english,
  });

/** "-P A": an open row and a leaf; "[Nobody]" is the heading of a group. */
const shown = (rows: RowList): string =>
  Array.from({ length: rows.count }, (_, index) => rowAt(rows, index))
    .map(({ bar: drawn, group, expandable, expanded }) => {
      const sign = expanded ? '-' : expandable ? '+' : '';
      return sign + (group ? `[${group.title}]` : drawn!.key);
    })
    .join(' ');

const levels = (rows: RowList): readonly number[] =>
  Array.from({ length: rows.count }, (_, index) => rowAt(rows, index).level);

describe('timeline rows', () => {
  it('hides what stands in a collapsed row, at any depth', () => {
    const keys = (...collapsed: string[]): string => shown(rowsOf(smallPlan(), { collapsed }));
    assert.equal(keys(), '-P A -B C M');
    assert.equal(keys('B'), '-P A +B M');
    assert.equal(keys('P'), '+P M');
    assert.equal(keys('C'), '-P A -B C M', 'a row without parts cannot be collapsed');
    assert.deepEqual(levels(rowsOf(smallPlan())), [0, 1, 1, 2, 0]);
  });

  it('are called by their titles, with the id where it says more', () => {
    const named = (title: string, id?: string): object =>
      nameOfRow({ bar: bar('K', { title, id }), group: undefined }, english);
    assert.deepEqual(named('Connect', 'T-1'), { name: 'Connect', id: 'T-1' });
    assert.deepEqual(named('', 'T-1'), { name: 'T-1', id: undefined });
    assert.deepEqual(named('陈宇', '陈宇'), { name: '陈宇', id: undefined });
    assert.deepEqual(named(''), { name: 'Untitled', id: undefined });
  });

  it('finds the row that stands for a hidden bar, and the one around a row', () => {
    const rows = rowsOf(smallPlan(), { collapsed: ['P'] });
    assert.deepEqual(
      ['C', 'M', 'gone', undefined].map((key) => rowOf(rows, key)),
      [0, 1, -1, -1],
    );
    assert.deepEqual(
      [0, 1, 3, 4].map((index) => parentRow(rowsOf(smallPlan()), index)),
      [-1, 0, 2, -1],
    );
  });

  it('puts what stands outside of the plan under headings that can be collapsed', () => {
    const value = timeline([
      bar('A'),
      bar('D', { type: 'deliverable' }),
      bar('S', { type: 'signoff' }),
      bar('S2', { type: 'signoff' }),
    ]);
    const rows = rowsOf(value);
    assert.equal(shown(rows), 'A -[Deliverables] D -[Sign-offs] S S2');
    const closed = rowsOf(value, { collapsed: [rowAt(rows, 3).key] });
    assert.equal(shown(closed), 'A -[Deliverables] D +[Sign-offs]');
    assert.equal(rowOf(closed, 'S2'), 3);
    assert.equal(rowOf(closed, rowAt(rows, 3).key), 3);
  });

  it('shows what is searched for with the way to it, and what is in it, whatever is collapsed', () => {
    const search = (text: string, collapsed: readonly string[] = []): string =>
      shown(rowsOf(smallPlan(), { filter: { search: text }, collapsed }));
    assert.equal(search('of c'), '-P -B C');
    assert.equal(search('of C', ['P', 'B']), '-P -B C');
    assert.equal(search(' title of b '), '-P -B C');
    assert.equal(search('nothing like it'), '');
  });

  it('keeps critical and late work and that of one person', () => {
    const value = smallPlan();
    const changes: Record<string, object> = {
      A: { critical: true, assignees: ['lin'] },
      M: { due: 0, assignees: ['lin', 'wang'] },
    };
    const bars = value.bars.map((each) => ({ ...each, ...changes[each.key] }));
    const filtered = (filter: Partial<Filter>): string => shown(rowsOf({ ...value, bars }, { filter }));
    assert.equal(filtered({ critical: true }), '-P A');
    assert.equal(filtered({ late: true }), 'M');
    assert.equal(filtered({ person: 'lin' }), '-P A M');
    assert.equal(filtered({ person: 'lin', late: true }), 'M');
    assert.equal(filtered({ person: 'lin', search: 'of A' }), '-P A');
  });

  it('gathers bars by person; one with two people stands under both', () => {
    const value = smallPlan({
      bars: [
        bar('P', { type: 'phase' }),
        bar('A', { assignees: ['lin', 'wang'] }),
        bar('B', { assignees: ['lin'] }),
        bar('C', { assignees: ['stranger'] }),
        bar('M', { type: 'milestone' }),
      ],
      people: [
        { id: 'wang', title: 'Wang' },
        { id: 'lin', title: 'Lin' },
        { id: 'idle', title: 'Idle' },
      ],
    });
    const rows = rowsOf(value, { grouping: 'person' });
    // B holds C and is told by it.
    assert.equal(shown(rows), '-[Wang] A -[Lin] A -[stranger] C -[Nobody] M');
    assert.deepEqual([rowOf(rows, 'A'), rowOf(rows, rowAt(rows, 3).key)], [1, 3]);
    const closed = rowsOf(value, { grouping: 'person', collapsed: [rowAt(rows, 2).key] });
    assert.equal(shown(closed), '-[Wang] A +[Lin] -[stranger] C -[Nobody] M');
  });

  it('shows requirements that have nothing, for their lane says what is missing', () => {
    const value = timeline([bar('A', { requirements: ['R1'] })], [], {
      requirements: [
        { id: 'R1', title: 'One', knots: [] },
        { id: 'R2', title: 'Two', knots: [], missing: ['work'] },
      ],
    });
    assert.equal(shown(rowsOf(value, { grouping: 'requirement' })), '-[One] A [Two]');
  });

  it('orders milestones by date, and words as they are used', () => {
    const value = timeline(
      [
        bar('A', { milestone: 2, status: 'todo', priority: 'could' }),
        bar('B', { milestone: 3, status: 'waiting', priority: 'must' }),
        bar('M2', { type: 'milestone', milestone: 2, finish: 20 }),
        bar('M1', { type: 'milestone', milestone: 3, finish: 10 }),
      ],
      [],
      { words: { 'status/todo': 'to do' } },
    );
    const grouped = (grouping: Grouping): string => shown(rowsOf(value, { grouping }));
    assert.equal(grouped('milestone'), '-[Title of M1] B M1 -[Title of M2] A M2');
    assert.equal(grouped('status'), '-[to do] A -[waiting] B -[No status] M2 M1');
    assert.equal(grouped('priority'), '-[must] B -[could] A -[No priority] M2 M1');
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
});
