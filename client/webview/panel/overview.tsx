import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { timeScale } from '../chart/geometry';
import { isDated } from '../plan/plan';
import { rowHeight, type RowList } from '../plan/rows';
import { bodyHeightOf, chartWidthOf, extentOfState, zoomOf, type Action, type State } from './state';
import { useTexts } from '../textsContext';
import { followPointer } from './usePan';
import { fit } from '../chart/zoom';
import type { Extent } from '../plan/extent';

/** Pixels. */
const overviewHeight = 40;
/** Lines beyond this would only make the strip darker. */
const mostLines = 1500;
/** Milliseconds. */
const delay = 100;

/** The whole plan in a strip, with a frame round what is shown: a click or a drag goes there. Keys and scroll bars do the same. */
export function Overview({
  state,
  left,
  dispatch,
}: {
  state: State;
  left: number;
  dispatch: (action: Action) => void;
}): JSX.Element | null {
  const { t } = useTexts();
  const width = chartWidthOf(state);
  const extent = extentOfState(state);
  const { rows } = state;
  const [picture, setPicture] = useState('');
  // It may come a moment after what it sums up: neither the first frame nor a keystroke waits for it.
  useEffect(() => {
    const timer = setTimeout(() => setPicture(extent && rows ? lines(rows, extent, width) : ''), delay);
    return () => clearTimeout(timer);
  }, [rows, extent?.from, extent?.to, width]);
  const height = bodyHeightOf(state);
  const whole = (rows?.count ?? 0) * rowHeight;
  if (!extent || !rows || (state.zoom === undefined && whole <= height)) return null;
  const x = timeScale(fit(extent, width), width);
  const zoom = zoomOf(state);
  const frame = {
    x: x(zoom.left),
    width: Math.max(4, x(zoom.left + width / zoom.scale) - x(zoom.left)),
    y: (state.top / Math.max(whole, height)) * overviewHeight,
    height: Math.max(4, Math.min(1, height / Math.max(whole, 1)) * overviewHeight),
  };
  const go = (event: PointerEvent, place: DOMRect): void => {
    const minute = extent.from + ((event.clientX - place.left) / width) * (extent.to - extent.from);
    const top = ((event.clientY - place.top) / overviewHeight) * whole - height / 2;
    dispatch({ type: 'went', minute, top });
  };
  const onPointerDown = (event: PointerEvent): void => {
    const place = (event.currentTarget as Element).getBoundingClientRect();
    event.preventDefault();
    go(event, place);
    followPointer(
      event.pointerId,
      (move) => go(move, place),
      () => undefined,
    );
  };
  return (
    <div class="overview" style={{ paddingLeft: `${left}px` }} title={t('The whole plan: drag to move what is shown')}>
      <svg width={width} height={overviewHeight} aria-hidden="true" onPointerDown={onPointerDown}>
        <path class="overview-bars" d={picture} />
        <rect class="overview-frame" {...frame} rx={2} />
      </svg>
    </div>
  );
}

/** Every bar as a line, or as many of them as can be told apart. */
function lines({ entries, count, plan }: RowList, extent: Extent, width: number): string {
  const x = timeScale(fit(extent, width), width);
  const step = Math.max(1, count / mostLines);
  let path = '';
  for (let row = 0; row < count; row += step) {
    const bar = plan.timeline.bars[entries[Math.floor(row)]!];
    if (!bar || !isDated(bar)) continue;
    const [from, to] = [Math.round(x(bar.start)), Math.round(x(bar.finish))];
    path += `M${from} ${Math.round((row / count) * overviewHeight * 10) / 10}H${Math.max(to, from + 1)}`;
  }
  return path;
}
