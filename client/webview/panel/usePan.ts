import { useRef, useState } from 'preact/hooks';

interface Grip {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

/** What moves less than this is a click. */
const threshold = 4;

export interface Pan {
  readonly isPanning: boolean;
  /** Whether the pointer that was just released has panned, so that its click means nothing. */
  readonly justPanned: () => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
}

/** Drags the sheet with the mouse; fingers scroll it natively. */
export function usePan(scroller: { readonly current: HTMLElement | null }): Pan {
  const [isPanning, setPanning] = useState(false);
  const panned = useRef(false);
  const onPointerDown = (event: PointerEvent): void => {
    const element = scroller.current;
    panned.current = false;
    if (!element || event.button !== 0 || event.pointerType === 'touch') return;
    const grip = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    followPointer(
      event.pointerId,
      (move) => {
        if (!panned.current && distance(grip, move) < threshold) return;
        panned.current = true;
        setPanning(true);
        element.scrollTo(grip.left + grip.x - move.clientX, grip.top + grip.y - move.clientY);
      },
      () => setPanning(false),
    );
  };
  return { isPanning, justPanned: () => panned.current, onPointerDown };
}

/** Calls back for each move of a pressed pointer, wherever it goes, until it is released. Returns what stops that early. */
export function followPointer(
  pointerId: number,
  onMove: (event: PointerEvent) => void,
  onEnd: (event: PointerEvent) => void,
): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    listeners.abort();
    onEnd(event);
  };
  window.addEventListener('pointermove', (event) => event.pointerId === pointerId && onMove(event), { signal });
  window.addEventListener('pointerup', end, { signal });
  window.addEventListener('pointercancel', end, { signal });
  return () => listeners.abort();
}

const distance = (grip: Grip, { clientX, clientY }: PointerEvent): number =>
  Math.max(Math.abs(clientX - grip.x), Math.abs(clientY - grip.y));
