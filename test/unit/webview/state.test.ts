import assert from 'node:assert/strict';
import { gridAction } from '../../../client/webview/gridKeys';
import { readView } from '../../../client/webview/host';
import { rowHeight } from '../../../client/webview/rows';
import {
  chartWidthOf,
  headerHeight,
  initialState,
  reduce,
  savedView,
  zoomOf,
  type Action,
  type State,
} from '../../../client/webview/state';
import type { Timeline } from '../../../server/src/ide/timeline.types';
import { bar, minute, smallPlan, timeline } from './timelines';

const after = (actions: readonly Action[], from: State = initialState({}, minute('2026-02-01'))): State =>
  actions.reduce(reduce, from);
const show = (value: Timeline): Action => ({ type: 'received', message: { type: 'timeline', timeline: value } });
const size: Action = { type: 'resized', width: 1000, height: headerHeight + 4 * rowHeight };
const drawn = (): State => after([size, show(smallPlan())]);
const keysOf = ({ rows }: State): string => rows.map(({ bar: { key } }) => key).join(' ');

describe('timeline state', () => {
  it('keeps the last good picture while the text is broken, with the newest places', () => {
    const moved = { ...bar('A', 0).source, start: { line: 40, character: 0 } };
    const broken = timeline([bar('A', 0, { source: moved })], [], { syntaxErrors: 2 });
    const state = after([show(broken)], drawn());
    assert.equal(keysOf(state), 'P A B C M');
    assert.deepEqual([state.picture?.stale, state.picture?.syntaxErrors], [true, 2]);
    assert.equal(state.picture?.plan.byKey.get('A')?.source.start.line, 40);
    const worse = after([show({ ...broken, syntaxErrors: 3 })], state);
    assert.equal(keysOf(worse), 'P A B C M');
    const mended = after([show(timeline([bar('A', 0)]))], worse);
    assert.deepEqual([keysOf(mended), mended.picture?.stale, mended.picture?.syntaxErrors], ['A', false, 0]);
  });

  it('draws a broken text that was never whole as far as it goes', () => {
    const state = after([size, show(timeline([bar('A', 0)], [], { syntaxErrors: 1 }))]);
    assert.deepEqual([keysOf(state), state.picture?.stale, state.picture?.syntaxErrors], ['A', false, 1]);
  });

  it('stays fitted until somebody zooms, and again when zoomed out wholly', () => {
    assert.equal(drawn().zoom, undefined);
    const zoomed = after([{ type: 'zoomed', factor: 4 }], drawn());
    assert.ok(zoomed.zoom);
    assert.equal(after([{ type: 'zoomed', factor: 0.01 }], zoomed).zoom, undefined);
    assert.equal(after([{ type: 'fitted' }], zoomed).zoom, undefined);
  });

  it('keeps the minute at the left edge when the plan grows', () => {
    const zoomed = after([{ type: 'zoomed', factor: 8 }], drawn());
    const grown = after([show({ ...smallPlan(), start: minute('2025-06-01') })], zoomed);
    assert.equal(zoomOf(grown).left, zoomOf(zoomed).left);
  });

  it('selects the declaration under the cursor, or the row it is collapsed into', () => {
    const cursor: Action = {
      type: 'received',
      message: { type: 'cursor', uri: 'file:///plan/a.delivery', line: 9, character: 0 },
    };
    assert.equal(after([cursor], drawn()).selected, 'C');
    const collapsed = after([{ type: 'all-expanded', expanded: false }, cursor], drawn());
    assert.equal(collapsed.selected, 'C');
    assert.equal(keysOf(collapsed), 'P M');
  });

  it('scrolls to what is selected, and never beyond the last row', () => {
    assert.equal(after([{ type: 'selected', key: 'M' }], drawn()).top, rowHeight);
    const scrolled = after([{ type: 'scrolled', x: 0, top: rowHeight }], drawn());
    assert.equal(after([{ type: 'expanded', key: 'P', expanded: false }], scrolled).top, 0);
  });

  it('gives the chart room whatever the labels want', () => {
    const wide = after([{ type: 'labels-resized', labelWidth: 5000 }], drawn());
    assert.equal(chartWidthOf(wide), 120);
    assert.ok(chartWidthOf(after([{ type: 'resized', width: 60, height: 100 }], drawn())) >= 1);
  });

  it('survives a reload, and whatever another version has saved', () => {
    const state = after(
      [
        { type: 'zoomed', factor: 4 },
        { type: 'expanded', key: 'B', expanded: false },
        { type: 'selected', key: 'A' },
      ],
      drawn(),
    );
    const saved = readView({ root: 'file:///plan', view: structuredClone(savedView(state)) });
    const restored = after([size, show(smallPlan())], initialState(saved, state.today));
    assert.deepEqual(savedView(restored), savedView(state));
    assert.deepEqual(readView(undefined), {});
    assert.deepEqual(readView({ view: { left: 'x', scale: -1, top: Number.NaN, collapsed: [1, 'B'], selected: {} } }), {
      collapsed: ['B'],
    });
  });

  it('has nothing to draw once the project is gone', () => {
    const gone = after([{ type: 'received', message: { type: 'gone' } }], drawn());
    assert.deepEqual([gone.gone, keysOf(gone)], [true, '']);
  });
});

describe('timeline keys', () => {
  const press = (state: State, key: string, on: string): string => {
    const action = gridAction(state, state.rowIndex.get(on)!, key, 3, { altKey: false, metaKey: false });
    return action
      ? [action.type, 'key' in action ? action.key : '', 'expanded' in action ? action.expanded : ''].join(' ').trim()
      : '';
  };

  it('walk the tree as in every tree grid', () => {
    const state = drawn();
    const closed = after([{ type: 'expanded', key: 'B', expanded: false }], state);
    assert.equal(press(state, 'ArrowDown', 'A'), 'selected B');
    assert.equal(press(state, 'ArrowUp', 'P'), 'selected P');
    assert.equal(press(state, 'End', 'P'), 'selected M');
    assert.equal(press(state, 'Home', 'M'), 'selected P');
    assert.equal(press(state, 'PageDown', 'P'), 'selected C');
    assert.equal(press(state, 'ArrowLeft', 'B'), 'expanded B false');
    assert.equal(press(closed, 'ArrowLeft', 'B'), 'selected P');
    assert.equal(press(closed, 'ArrowRight', 'B'), 'expanded B true');
    assert.equal(press(state, 'ArrowRight', 'B'), 'selected C');
    assert.equal(press(state, 'ArrowRight', 'A'), '');
    assert.equal(press(state, 'Enter', 'A'), 'reveal A');
    assert.equal(press(state, 'x', 'A'), '');
  });
});
