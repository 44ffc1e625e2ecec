import { scaleLinear } from 'd3-scale';
import type { PlanMinute } from '../../server/src/ide/timeline.types';
import { isDated, isLate } from './plan';
import { rowHeight, type Row } from './rows';
import type { Zoom } from './zoom';

/** Plan minute → pixels from the chart's left edge. */
export type TimeScale = (minute: PlanMinute) => number;

export function timeScale({ left, scale }: Zoom, width: number): TimeScale {
  const toPixels = scaleLinear([left, left + width / scale], [0, width]);
  return (minute) => toPixels(minute);
}

/** Where a bar lies, in pixels of the chart; `y` is the middle of its row. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Half of the bar's height. */
  readonly half: number;
  readonly shape: 'bar' | 'summary' | 'diamond';
}

const taskHalf = 7;
const milestoneHalf = 7;
const summaryHalf = 5;
const narrowest = 3;

/** Undefined for a bar without dates. `y` counts from the top of the first row. */
export function barBox({ bar, expandable }: Row, index: number, x: TimeScale): Box | undefined {
  if (!isDated(bar)) return undefined;
  const y = (index + 0.5) * rowHeight;
  const left = x(bar.start);
  if (bar.type === 'milestone')
    return { left: left - milestoneHalf, right: left + milestoneHalf, y, half: milestoneHalf, shape: 'diamond' };
  const right = Math.max(x(bar.finish), left + narrowest);
  // Phases, and tasks that hold others, are drawn as a bracket over their parts.
  const isSummary = bar.type === 'phase' || expandable;
  return isSummary
    ? { left, right, y, half: summaryHalf, shape: 'summary' }
    : { left, right, y, half: taskHalf, shape: 'bar' };
}

/** Where the flag of a due date stands. One that is kept stands beside the bar, not on it. */
export function dueFlag({ bar }: Row, box: Box, x: TimeScale): number | undefined {
  if (bar.due === undefined) return undefined;
  return isLate(bar) ? x(bar.due) : Math.max(x(bar.due), box.right + 2);
}
