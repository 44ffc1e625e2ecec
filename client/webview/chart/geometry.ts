import { scaleLinear } from 'd3-scale';
import type { PlanMinute, TimelineBar } from '../../../server/src/ide/timeline/types';
import { isDated, isLate } from '../plan/plan';
import { rowHeight, type Row } from '../plan/rows';
import type { Zoom } from './zoom';

/** Plan minute → pixels from the chart's left edge. */
export type TimeScale = (minute: PlanMinute) => number;

export function timeScale({ left, scale }: Zoom, width: number): TimeScale {
  const toPixels = scaleLinear([left, left + width / scale], [0, width]);
  return (minute) => toPixels(minute);
}

export type Shape = 'bar' | 'summary' | 'diamond' | 'document' | 'seal' | 'ticks' | 'warning';

/** Where a bar lies, in pixels of the chart; `y` is the middle of its row. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Half of the bar's height. */
  readonly half: number;
  readonly shape: Shape;
}

const taskHalf = 7;
const summaryHalf = 5;
const narrowest = 3;

/** Marks of a moment, with half of their size. */
const marks: Partial<Record<TimelineBar['type'], readonly [Shape, number]>> = {
  milestone: ['diamond', 7],
  deliverable: ['document', 6],
  signoff: ['seal', 6.5],
  risk: ['warning', 6.5],
};

/** Undefined for a bar without dates. `y` counts from the top of the first row. */
export function barBox(bar: TimelineBar, holdsOthers: boolean, index: number, x: TimeScale): Box | undefined {
  if (!isDated(bar)) return undefined;
  const y = (index + 0.5) * rowHeight;
  const left = x(bar.start);
  const mark = marks[bar.type];
  if (mark) return { left: left - mark[1], right: left + mark[1], y, half: mark[1], shape: mark[0] };
  const right = Math.max(x(bar.finish), left + narrowest);
  if (bar.type === 'cadence') return { left, right, y, half: taskHalf, shape: 'ticks' };
  // Phases, and tasks that hold others, are drawn as a bracket over their parts.
  const isSummary = bar.type === 'phase' || holdsOthers;
  return isSummary
    ? { left, right, y, half: summaryHalf, shape: 'summary' }
    : { left, right, y, half: taskHalf, shape: 'bar' };
}

export const rowBox = ({ bar, expandable }: Row, index: number, x: TimeScale): Box | undefined =>
  bar && barBox(bar, expandable, index, x);

/** Where the flag of a due date stands. One that is kept stands beside the bar, not on it. */
export function dueFlag(bar: TimelineBar, box: Box, x: TimeScale): number | undefined {
  if (bar.due === undefined) return undefined;
  return isLate(bar) ? x(bar.due) : Math.max(x(bar.due), box.right + 2);
}

/** Browsers draw coordinates of many millions inexactly: what is far outside is moved near the edge. */
export const near = (x: number, width: number): number => Math.max(-500, Math.min(width + 500, x));
