import { useEffect } from 'preact/hooks';
import type { Action } from './state';
import { zoomStep } from './toolbar';

/** Two fingers, in pixels. */
interface Pinch {
  readonly middle: number;
  readonly spread: number;
}

/** Zooms by wheel with Ctrl or Cmd, which is also what a pinch on a touchpad sends, by two fingers, and by the keys + - 0. */
export function useZoomInput(
  scroller: { readonly current: HTMLElement | null },
  labels: number,
  dispatch: (action: Action) => void,
): void {
  useEffect(() => {
    const element = scroller.current!;
    const place = (clientX: number): number => Math.max(0, clientX - element.getBoundingClientRect().left - labels);
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      dispatch({ type: 'zoomed', factor: wheelFactor(event), x: place(event.clientX) });
    };
    let pinch: Pinch | undefined;
    const onTouch = (event: TouchEvent): void => {
      const before = pinch;
      pinch = pinchOf(event.touches);
      if (!pinch) return;
      if (event.cancelable) event.preventDefault();
      if (!before || event.type !== 'touchmove') return;
      const [x, to] = [place(before.middle), place(pinch.middle)];
      dispatch({ type: 'zoomed', factor: pinch.spread / before.spread, x, to });
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keyAction(event.key);
      if (action) dispatch(action);
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    // Only a listener that is not passive may keep the browser from zooming the whole page.
    element.addEventListener('wheel', onWheel, { passive: false, signal });
    for (const type of touches) element.addEventListener(type, onTouch, { passive: false, signal });
    window.addEventListener('keydown', onKey, { signal });
    return () => listeners.abort();
  }, [labels]);
}

const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;

/** Undefined unless there are two fingers. */
function pinchOf([first, second, third]: TouchList): Pinch | undefined {
  if (!first || !second || third) return undefined;
  const spread = Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY);
  return { middle: (first.clientX + second.clientX) / 2, spread: Math.max(1, spread) };
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
