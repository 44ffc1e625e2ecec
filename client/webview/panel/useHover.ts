import { useEffect, useRef, useState } from 'preact/hooks';
import type { NonWorkingDays } from '../../../server/src/ide/timeline/types';
import { rowHeight } from '../plan/rows';
import { headerHeight } from '../chart/sizes';
import { chartWidthOf, labelWidthOf, zoomOf, type State } from './state';

/** What a tooltip tells about, and where the pointer is. */
export interface Tip {
  readonly about: { readonly key: string } | { readonly days: NonWorkingDays };
  readonly x: number;
  readonly y: number;
}

export interface Hover {
  /** Index of the row under the pointer, or -1. */
  readonly row: number;
  readonly tip: Tip | undefined;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly hide: () => void;
}

const delay = 350;

/** Key of the bar that an element belongs to. */
export function keyOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? undefined) : undefined;
}

/** Follows the pointer: the row under it at once, a tooltip after a moment. Escape hides the tooltip. */
export function useHover(state: State): Hover {
  const [row, setRow] = useState(-1);
  const [tip, setTip] = useState<Tip | undefined>(undefined);
  const pending = useRef({ id: '', timer: 0 });
  const cancel = (id: string): void => {
    clearTimeout(pending.current.timer);
    pending.current = { id, timer: 0 };
    setTip(undefined);
  };
  const hide = (): void => {
    cancel('');
    setRow(-1);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const place = (event.currentTarget as Element).getBoundingClientRect();
    const [x, y] = [event.clientX - place.left, event.clientY - place.top];
    setRow(y < headerHeight ? -1 : Math.floor((y - headerHeight + state.top) / rowHeight));
    const about = aboutAt(state, event.target, x);
    const id = about ? JSON.stringify(about) : '';
    if (id === pending.current.id) return;
    cancel(id);
    if (about)
      pending.current.timer = window.setTimeout(() => setTip({ about, x: event.clientX, y: event.clientY }), delay);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setTip(undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(pending.current.timer);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return { row, tip, onPointerMove, hide };
}

/** A bar, or else the holiday under the pointer. */
function aboutAt(state: State, target: EventTarget | null, x: number): Tip['about'] | undefined {
  const key = keyOf(target);
  if (key !== undefined) return { key };
  const zoom = zoomOf(state);
  const chartX = x - labelWidthOf(state);
  if (chartX < 0 || chartX > chartWidthOf(state)) return undefined;
  const day = Math.floor((zoom.left + chartX / zoom.scale) / 1440);
  const days = state.picture?.plan.timeline.nonWorking.find(
    ({ from, to, name }) => name !== undefined && from <= day && day <= to,
  );
  return days && { days };
}
