import { useEffect } from 'preact/hooks';
import type { Action } from './state';
import { zoomStep } from './toolbar';

/** Zooms by wheel with Ctrl or Cmd, which is also what a pinch on a touchpad sends, and by the keys + - 0. */
export function useZoomInput(
  scroller: { readonly current: HTMLElement | null },
  labels: number,
  dispatch: (action: Action) => void,
): void {
  useEffect(() => {
    const element = scroller.current!;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const x = event.clientX - element.getBoundingClientRect().left - labels;
      dispatch({ type: 'zoomed', factor: wheelFactor(event), x: Math.max(0, x) });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keyAction(event.key);
      if (action) dispatch(action);
    };
    // Only a listener that is not passive may keep the browser from zooming the whole page.
    element.addEventListener('wheel', onWheel, { passive: false });
    window.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('wheel', onWheel);
      window.removeEventListener('keydown', onKey);
    };
  }, [labels]);
}

/** A notch of a wheel is about 100 pixels, a pinch sends a few; none may jump by more than a step. */
function wheelFactor({ deltaY, deltaMode }: WheelEvent): number {
  const pixels = deltaMode === WheelEvent.DOM_DELTA_LINE ? deltaY * 33 : deltaY;
  return Math.exp(-Math.max(-40, Math.min(40, pixels)) * 0.008);
}

function keyAction(key: string): Action | undefined {
  if (key === '+' || key === '=') return { type: 'zoomed', factor: zoomStep };
  if (key === '-' || key === '_') return { type: 'zoomed', factor: 1 / zoomStep };
  return key === '0' ? { type: 'fitted' } : undefined;
}
