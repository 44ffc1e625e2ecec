import type { PlanMinute } from '../../../server/src/ide/timeline/types';
import { clamp } from '../clamp';
import type { Extent } from '../plan/extent';

/** What the chart shows of the time axis. */
export interface Zoom {
  /** At the chart's left edge. */
  readonly left: PlanMinute;
  /** Pixels per minute. */
  readonly scale: number;
}

const minutesPerDay = 1440;
/** An hour is at most 120 pixels wide. */
const finestScale = 2;
/** Browsers lose track of boxes that are wider than this. */
const widestContent = 16_000_000;

/** The span with some air round it; today counts when it is near. */
export function extentOf({ from, to }: Extent, today: PlanMinute | undefined): Extent {
  const near = Math.max(to - from, 14 * minutesPerDay) / 4;
  const isNear = today !== undefined && today > from - near && today < to + near;
  const first = isNear ? Math.min(from, today) : from;
  const last = isNear ? Math.max(to, today) : to;
  // A single moment stands in the middle of a fortnight.
  if (first === last) return { from: first - 7 * minutesPerDay, to: last + 7 * minutesPerDay };
  const length = Math.max(last - first, minutesPerDay);
  // More air on the right, where names stand beside the last bars.
  return { from: first - length * 0.03, to: last + length * 0.1 };
}

/** The whole extent in `width` pixels. */
export const fit = ({ from, to }: Extent, width: number): Zoom => ({
  left: from,
  scale: Math.min(finestScale, Math.max(width, 1) / (to - from)),
});

/** A part of the extent with some air round it. */
export function fitSpan(from: PlanMinute, to: PlanMinute, extent: Extent, width: number): Zoom {
  const length = Math.max(to - from, minutesPerDay) * 1.2;
  const scale = Math.min(finestOf(extent, width), width / length);
  return keepInside({ left: (from + to) / 2 - width / scale / 2, scale }, extent, width);
}

/** Zooms by a factor so that the minute under `x` stays there, or comes to `to`. */
export function zoomAt(zoom: Zoom, factor: number, x: number, extent: Extent, width: number, to = x): Zoom {
  const scale = clamp(zoom.scale * factor, fit(extent, width).scale, finestOf(extent, width));
  return keepInside({ left: zoom.left + x / zoom.scale - to / scale, scale }, extent, width);
}

const finestOf = (extent: Extent, width: number): number =>
  Math.max(fit(extent, width).scale, Math.min(finestScale, widestContent / (extent.to - extent.from)));

/** The same zoom, moved so that it shows nothing outside the extent, and no coarser than the extent. */
export function keepInside(zoom: Zoom, extent: Extent, width: number): Zoom {
  const scale = Math.max(zoom.scale, fit(extent, width).scale);
  const rightmost = Math.max(extent.from, extent.to - width / scale);
  return { left: clamp(zoom.left, extent.from, rightmost), scale };
}

/** The least panning that shows the span, or its start if it is wider than the view. */
export function panToShow(zoom: Zoom, from: PlanMinute, to: PlanMinute, extent: Extent, width: number): Zoom {
  const margin = Math.min(40, width / 4) / zoom.scale;
  const right = zoom.left + width / zoom.scale;
  if (to > zoom.left && from < right) return zoom;
  return keepInside({ ...zoom, left: from - margin }, extent, width);
}

/** Centres a minute. */
export const centre = (zoom: Zoom, minute: PlanMinute, extent: Extent, width: number): Zoom =>
  keepInside({ ...zoom, left: minute - width / zoom.scale / 2 }, extent, width);

/** Pixels of everything that can be scrolled to. */
export const contentWidth = ({ scale }: Zoom, { from, to }: Extent, width: number): number =>
  Math.max(width, Math.round((to - from) * scale));
