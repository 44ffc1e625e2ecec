import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Action } from './state';
import { useTexts } from '../textsContext';
import { followPointer } from './usePan';

export interface SplitterProps {
  /** Pixels of the labels, on the splitter's left. */
  readonly width: number;
  readonly most: number;
  readonly dispatch: (action: Action) => void;
}

const step = 16;

/** Moves the border between labels and chart, by pointer or arrow keys; a double click lets the titles decide again. */
export function Splitter({ width, most, dispatch }: SplitterProps): JSX.Element {
  const { t } = useTexts();
  const [dragging, setDragging] = useState(false);
  const resize = (labelWidth: number | undefined): void => dispatch({ type: 'labels-resized', labelWidth });
  const onPointerDown = (event: PointerEvent): void => {
    event.preventDefault();
    setDragging(true);
    const grip = event.clientX - width;
    followPointer(
      event.pointerId,
      (move) => resize(move.clientX - grip),
      () => setDragging(false),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') resize(width - step);
    if (event.key === 'ArrowRight') resize(width + step);
  };
  return (
    <div
      class={dragging ? 'splitter dragging' : 'splitter'}
      style={{ left: `${width}px` }}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('Width of the titles')}
      aria-valuemin={80}
      aria-valuemax={Math.max(80, Math.round(most))}
      aria-valuenow={Math.round(width)}
      onPointerDown={onPointerDown}
      onDblClick={() => resize(undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
