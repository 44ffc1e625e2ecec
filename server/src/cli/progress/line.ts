/** The line that two threads share: one draws it, the other takes it away before it writes something itself. */

/** What the drawing thread is given when it starts. */
export interface TickerInput {
  readonly shared: SharedArrayBuffer;
}

/** Back to the line's start, and all of it away. */
export const ERASED = '\r\x1b[K';

const [LOCK, DRAWN, CLOSED] = [0, 1, 2] as const;

export interface Line {
  /** Does something while the other thread leaves the line alone. */
  readonly alone: (action: () => void) => void;
  readonly isDrawn: () => boolean;
  readonly setDrawn: (drawn: boolean) => void;
  /** Is it not to be drawn again? */
  readonly isClosed: () => boolean;
  readonly close: () => void;
}

export function createLine(shared: SharedArrayBuffer): Line {
  const state = new Int32Array(shared);
  const flag = (at: number): boolean => Atomics.load(state, at) === 1;
  return {
    alone: (action) => {
      while (Atomics.compareExchange(state, LOCK, 0, 1) !== 0) Atomics.wait(state, LOCK, 1);
      try {
        action();
      } finally {
        Atomics.store(state, LOCK, 0);
        Atomics.notify(state, LOCK);
      }
    },
    isDrawn: () => flag(DRAWN),
    setDrawn: (drawn) => Atomics.store(state, DRAWN, drawn ? 1 : 0),
    isClosed: () => flag(CLOSED),
    close: () => Atomics.store(state, CLOSED, 1),
  };
}
