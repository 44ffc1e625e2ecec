import assert from 'node:assert/strict';
import { gridAction } from '../../../client/webview/panel/gridKeys';
import { readViews, withView } from '../../../client/webview/panel/savedView';
import type { PanelState } from '../../../client/webview/messages';
import { rowAt, rowHeight, rowOf } from '../../../client/webview/plan/rows';
import { headerHeight } from '../../../client/webview/chart/sizes';
import {
  chartWidthOf,
  initialState,
  savedView,
  zoomOf,
  type Action,
  type State,
} from '../../../client/webview/panel/state';
import type { Timeline } from '../../../server/src/ide/timeline/types';
import { patchOf } from '../../../server/src/ide/timeline/patch';
import { after, bar, english, minute, show, smallPlan, timeline } from './timelines';

const size: Action = { type: 'resized', width: 1000, height: headerHeight + 4 * rowHeight };
const drawn = (): State => after([size, show(smallPlan())]);
const keysOf = ({ rows }: State): string =>
  rows ? Array.from({ length: rows.count }, (_, index) => rowAt(rows, index).key.trim()).join(' ') : '';
const errorsOf = ({ picture }: State): unknown => [picture?.stale, picture?.newest.syntaxErrors];

describe('timeline state', () => {
  it('keeps the last good picture while the text is broken', () => {
    const broken = timeline([bar('A')], [], { syntaxErrors: 2 });
    const state = after([show(broken)], drawn());
    assert.deepEqual([keysOf(state), errorsOf(state)], ['P A B C M', [true, 2]]);
    const worse = after([show({ ...broken, syntaxErrors: 3 })], state);
    assert.deepEqual([keysOf(worse), errorsOf(worse)], ['P A B C M', [true, 3]]);
    const mended = after([show(timeline([bar('A')]))], worse);
    assert.deepEqual([keysOf(mended), errorsOf(mended)], ['A', [false, 0]]);
  });

  it('draws a broken text that was never whole as far as it goes', () => {
    const state = after([size, show(timeline([bar('A')], [], { syntaxErrors: 1 }))]);
    assert.deepEqual([keysOf(state), errorsOf(state)], ['A', [false, 1]]);
    const other = after([show(timeline([bar('B')], [], { syntaxErrors: 1 }))], state);
    assert.equal(keysOf(other), 'B');
  });

  it('follows patches, also over a time in which the text is broken', () => {
    const broken = { ...timeline([bar('A')], [], { syntaxErrors: 1 }), revision: 2 };
    const whole = { ...timeline([bar('A'), bar('Z')]), revision: 3 };
    const patch = (before: Timeline, next: Timeline): Action => ({
      type: 'received',
      message: { type: 'patch', patch: patchOf(before, next) },
    });
    const state = after([patch(smallPlan(), broken)], drawn());
    assert.deepEqual([keysOf(state), errorsOf(state)], ['P A B C M', [true, 1]]);
    assert.equal(keysOf(after([patch(broken, whole)], state)), 'A Z');
    assert.equal(after([patch({ ...whole, revision: 7 }, whole)], state).lost, true, 'a patch for another revision');
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
    const grown = after([show(smallPlan({ start: minute('2025-06-01') }))], zoomed);
    assert.equal(zoomOf(grown).left, zoomOf(zoomed).left);
  });

  it('selects the declaration under the cursor, or the row it is collapsed into', () => {
    const cursor: Action = { type: 'received', message: { type: 'cursor', key: 'C' } };
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
        { type: 'grouped', grouping: 'status' },
        { type: 'filtered', filter: { search: 'Title', critical: false } },
      ],
      drawn(),
    );
    const kept = structuredClone({ root: 'file:///plan', locked: false, views: withView({}, 'p', savedView(state)) });
    const saved = readViews(kept).p!;
    const restored = after([size, show(smallPlan())], initialState(saved, state.today, english));
    assert.deepEqual(savedView(restored), savedView(state));
    assert.deepEqual(readViews(undefined), {});
    const odd = {
      left: 'x',
      scale: -1,
      top: Number.NaN,
      collapsed: [1, 'B'],
      selected: {},
      grouping: 'x',
      filter: { late: 1 },
    };
    assert.deepEqual(readViews({ views: { p: odd, q: 1 } }), { p: { collapsed: ['B'], filter: {} }, q: {} });
  });

  it('remembers how some projects were looked at, and forgets the oldest', () => {
    const views = Array.from({ length: 25 }, (_, index) => index).reduce<PanelState['views']>(
      (known, index) => withView(withView(known, 'mine', { top: index }), `other ${index}`, { top: index }),
      {},
    );
    assert.equal(Object.keys(views).length, 20);
    assert.deepEqual([views.mine, views['other 24'], views['other 0']], [{ top: 24 }, { top: 24 }, undefined]);
  });

  it('has nothing to draw once the project is gone', () => {
    const gone = after([{ type: 'received', message: { type: 'gone' } }], drawn());
    assert.deepEqual([gone.gone, keysOf(gone)], [true, '']);
  });
});

describe('timeline keys', () => {
  const press = (state: State, key: string, on: string): string => {
    const action = gridAction(state.rows!, rowOf(state.rows, on), key, 3, { altKey: false, metaKey: false });
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
