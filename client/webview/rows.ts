import type { TimelineBar } from '../../server/src/ide/timeline.types';
import { clamp } from './clamp';
import type { Plan } from './plan';

/** Pixels. */
export const rowHeight = 26;

/** One line of the tree grid. */
export interface Row {
  readonly bar: TimelineBar;
  readonly expandable: boolean;
  readonly expanded: boolean;
}

/** The rows in the order of the text, without those inside a collapsed one. */
export function visibleRows({ timeline, parents }: Plan, collapsed: ReadonlySet<string>): readonly Row[] {
  const closed = new Set<string>();
  return timeline.bars.flatMap((bar) => {
    const hidden = bar.parent !== undefined && closed.has(bar.parent);
    if (hidden || collapsed.has(bar.key)) closed.add(bar.key);
    const expandable = parents.has(bar.key);
    return hidden ? [] : [{ bar, expandable, expanded: expandable && !collapsed.has(bar.key) }];
  });
}

/** Index of the row that shows the bar: its own, or that of the nearest one around it; -1 if there is none. */
export function rowOf({ byKey }: Plan, rowIndex: ReadonlyMap<string, number>, key: string | undefined): number {
  const own = key === undefined ? undefined : rowIndex.get(key);
  if (own !== undefined) return own;
  for (let bar = byKey.get(key ?? ''); bar; bar = byKey.get(bar.parent ?? '')) {
    const index = rowIndex.get(bar.key);
    if (index !== undefined) return index;
  }
  return -1;
}

export const indexRows = (rows: readonly Row[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ bar }, index) => [bar.key, index]));

/** Rows `[first, last)`. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** The rows that a view of `height` pixels shows when it is scrolled down by `top`, with one more on either side. */
export function rowWindow(top: number, height: number, count: number): RowWindow {
  const first = clamp(Math.floor(top / rowHeight) - 1, 0, count);
  return { first, last: clamp(Math.ceil((top + height) / rowHeight) + 1, first, count) };
}

/** The least scrolling that brings the row fully into view. */
export function topToShow(index: number, top: number, height: number): number {
  const rowTop = index * rowHeight;
  return clamp(top, rowTop + rowHeight - height, rowTop);
}

/** The highest sensible `top`. */
export const maximumTop = (count: number, height: number): number => Math.max(0, count * rowHeight - height);
