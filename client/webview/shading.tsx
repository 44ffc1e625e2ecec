import type { JSX } from 'preact';
import type { NonWorkingDays, PlanMinute } from '../../server/src/ide/timeline.types';
import type { AxisTicks } from './axisTicks';
import type { TimeScale } from './geometry';
import { shownStatusDate, type Plan } from './plan';
import type { Zoom } from './zoom';

export interface ShadingProps {
  readonly plan: Plan;
  readonly zoom: Zoom;
  readonly width: number;
  readonly height: number;
  readonly x: TimeScale;
  readonly ticks: AxisTicks;
  readonly today: PlanMinute;
}

const minutesPerDay = 1440;
/** Weekends that are narrower than this are noise. */
const narrowestWeekend = 3;

/** What lies behind the bars: non-working days, the axis' columns, today and the status date. */
export function Shading({ plan: { timeline }, zoom, width, height, x, ticks, today }: ShadingProps): JSX.Element {
  const columns = ticks.lower.map(({ start }) => `M${Math.round(x(start)) + 0.5} 0V${height}`).join('');
  const line = (minute: PlanMinute): string => `M${x(minute)} 0V${height}`;
  const statusDate = shownStatusDate(timeline, today);
  return (
    <>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V6" />
        </pattern>
      </defs>
      {visibleDays(timeline.nonWorking, zoom, width).map((days) => (
        <FreeDays key={days.from} days={days} x={x} height={height} />
      ))}
      <path class="column-line" d={columns} />
      {statusDate !== undefined && <path class="status-line" d={line(statusDate)} />}
      <path class="now-line" d={line(today)} />
    </>
  );
}

/** Days with a name are hatched, so that they differ from weekends by more than a shade. */
function FreeDays({
  days: { from, to, name },
  x,
  height,
}: {
  days: NonWorkingDays;
  x: TimeScale;
  height: number;
}): JSX.Element {
  const left = x(from * minutesPerDay);
  const place = { x: left, y: 0, width: Math.max(1, x((to + 1) * minutesPerDay) - left), height };
  return (
    <>
      <rect class="free" {...place} />
      {name !== undefined && <rect fill="url(#hatch)" {...place} />}
    </>
  );
}

function visibleDays(days: readonly NonWorkingDays[], { left, scale }: Zoom, width: number): readonly NonWorkingDays[] {
  const first = Math.floor(left / minutesPerDay);
  const last = Math.ceil((left + width / scale) / minutesPerDay);
  const isWide = ({ from, to, name }: NonWorkingDays): boolean =>
    name !== undefined || (to - from + 1) * minutesPerDay * scale >= narrowestWeekend;
  return days.filter((span) => span.to >= first && span.from <= last && isWide(span));
}
