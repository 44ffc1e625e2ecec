import type { JSX } from 'preact';
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks';
import { Axis } from '../chart/axis';
import type { AxisTicks } from '../chart/axisTicks';
import { Chart } from '../chart/chart';
import { EditMarks } from './editing/editMarks';
import type { Editing } from './editing/editing';
import { EditPreview } from './editing/editPreview';
import type { FromWebview } from '../messages';
import { shownStatusDate } from '../plan/plan';
import { rowHeight, rowOf, rowWindow } from '../plan/rows';
import { headerHeight } from '../chart/sizes';
import { Overview } from './overview';
import { Splitter } from './splitter';
import { bodyHeightOf, chartWidthOf, extentOfState, labelWidthOf, type Action, type State } from './state';
import { useTexts } from '../textsContext';
import { Tooltip } from './tooltip';
import { TreeGrid } from './treeGrid';
import { useEditing } from './editing/useEditing';
import { keyOf, useHover } from './useHover';
import { usePan } from './usePan';
import { useZoomInput } from './useZoomInput';
import { contentWidth, type Zoom } from '../chart/zoom';

export interface StageProps {
  readonly state: State;
  readonly zoom: Zoom;
  readonly ticks: AxisTicks;
  readonly dispatch: (action: Action) => void;
  /** Shows a bar's declaration in the text; with `focus`, the keyboard goes there too. */
  readonly reveal: (key: string, focus: boolean) => void;
  /** Undefined where there is no text to edit. */
  readonly post: ((message: FromWebview) => void) | undefined;
}

/**
 * Labels and chart, scrolled together. The browser scrolls an empty sheet as large as the whole plan; over it lies a window
 * as large as the view, in which only what can be seen is drawn, so labels, axis and bars are always of the same moment.
 */
export function Stage({ state, zoom, ticks, dispatch, reveal, post }: StageProps): JSX.Element {
  const { t } = useTexts();
  const rows = state.rows!;
  const statusDate = shownStatusDate(rows.plan.timeline, state.today);
  const scroller = useRef<HTMLDivElement>(null);
  const labels = labelWidthOf(state);
  const width = chartWidthOf(state);
  const extent = extentOfState(state);
  const window = rowWindow(state.top, bodyHeightOf(state), rows.count);
  const selected = rowOf(rows, state.selected);
  const hover = useHover(state);
  const pan = usePan(scroller);
  const edit = useEditing(state, post);
  useSize(scroller, dispatch);
  useZoomInput(scroller, labels, dispatch);
  const sheet = {
    width: `${labels + (extent ? contentWidth(zoom, extent, width) : width)}px`,
    height: `${headerHeight + rows.count * rowHeight}px`,
  };
  const x = extent ? (zoom.left - extent.from) * zoom.scale : 0;
  const isOwnScroll = useScrollPosition(scroller, x, state.top, [sheet.width, sheet.height, state.width, state.height]);

  const onScroll = useCallback(() => {
    if (isOwnScroll()) return;
    hover.hide();
    dispatch({ type: 'scrolled', x: scroller.current!.scrollLeft, top: scroller.current!.scrollTop });
  }, []);
  const onClick = (event: MouseEvent): void => {
    const key = keyOf(event.target);
    if (key !== undefined && !pan.justPanned() && !edit.justDragged()) reveal(key, true);
  };
  return (
    <div
      class="stage"
      onPointerMove={edit.editing ? undefined : hover.onPointerMove}
      onPointerLeave={hover.hide}
      onPointerDown={hover.hide}
    >
      <div class="scroller" ref={scroller} onScroll={onScroll}>
        <div class="sheet" style={sheet}>
          <div class="window" style={{ width: `${state.width}px`, height: `${state.height}px` }}>
            <TreeGrid {...{ state, rows, labels, window, selected, dispatch, reveal, hovered: hover.row }} />
            <div
              class={pan.isPanning ? 'chart panning' : 'chart'}
              style={{ left: `${labels}px`, top: `${headerHeight}px` }}
              onPointerDown={(event) => !edit.onPointerDown(event) && pan.onPointerDown(event)}
              onClick={onClick}
            >
              <Chart
                {...{ rows, window, zoom, width, ticks, selected }}
                top={state.top}
                height={bodyHeightOf(state)}
                today={state.today}
              />
              {post && (
                <EditMarks
                  {...{ rows, zoom, width, editing: edit.editing, hovered: hover.row }}
                  top={state.top}
                  height={bodyHeightOf(state)}
                />
              )}
            </div>
            <Axis {...{ zoom, width, ticks, statusDate, left: labels, today: state.today }} />
            <Splitter {...{ width: labels, most: state.width - 120, dispatch }} />
          </div>
        </div>
      </div>
      {rows.count === 0 && <p class="notice nothing">{t('Nothing matches the search and the filters.')}</p>}
      <Overview state={state} left={labels} dispatch={dispatch} />
      <EditPreview
        {...{ editing: edit.editing, isLow: isLow(state, edit.editing), apply: edit.apply, cancel: edit.cancel }}
      />
      {hover.tip && !edit.editing && <Tooltip tip={hover.tip} rows={rows} />}
    </div>
  );
}

/** Does a gesture take place in the lower half of the chart, where what it would do is shown otherwise? */
function isLow(state: State, editing: Editing | undefined): boolean {
  if (!editing) return false;
  const y = editing.loose?.y ?? rowOf(state.rows, editing.bar.key) * rowHeight - state.top;
  return y > bodyHeightOf(state) / 2;
}

interface ScrollerRef {
  readonly current: HTMLDivElement | null;
}

function useSize(scroller: ScrollerRef, dispatch: (action: Action) => void): void {
  useLayoutEffect(() => {
    const element = scroller.current!;
    const measure = (): void => dispatch({ type: 'resized', width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
}

/**
 * Moves the browser's scroll position to the state's when the state was moved by something else than scrolling, or when there
 * is room for it only now: a browser scrolls no further than the sheet is large. Returns a function
 * that tells whether the position is the one that was set here: the event about it comes later, perhaps when the panel has another
 * size, and would be taken for the user's.
 */
function useScrollPosition(
  scroller: ScrollerRef,
  x: number,
  top: number,
  sizes: readonly (string | number)[],
): () => boolean {
  const known = useRef({ x: 0, top: 0 });
  const move = (): void => {
    const element = scroller.current!;
    if (Math.abs(element.scrollLeft - x) > 1) element.scrollLeft = x;
    if (Math.abs(element.scrollTop - top) > 1) element.scrollTop = top;
    known.current = { x: element.scrollLeft, top: element.scrollTop };
  };
  useLayoutEffect(move, sizes);
  useLayoutEffect(() => {
    // A browser that is asked lays everything out first.
    if (Math.abs(known.current.x - x) > 1 || Math.abs(known.current.top - top) > 1) move();
  }, [x, top]);
  return () => {
    const { scrollLeft, scrollTop } = scroller.current!;
    const isKnown = scrollLeft === known.current.x && scrollTop === known.current.top;
    known.current = { x: scrollLeft, top: scrollTop };
    return isKnown;
  };
}
