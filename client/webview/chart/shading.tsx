import type { JSX } from 'preact';
import type { NonWorkingDays, PlanMinute, TimelineBar, TimelinePerson } from '../../../server/src/ide/timeline/types';
import type { AxisTicks } from './axisTicks';
import { near, type TimeScale } from './geometry';
import { memo } from '../memo';
import { rowHeight } from '../plan/rows';
import type { Zoom } from './zoom';

export interface ShadingProps {
  readonly nonWorking: readonly NonWorkingDays[];
  readonly zoom: Zoom;
  readonly width: number;
  readonly height: number;
  readonly x: TimeScale;
  readonly ticks: AxisTicks;
  readonly today: PlanMinute | undefined;
  readonly statusDate: PlanMinute | undefined;
}

const minutesPerDay = 1440;
/** Weekends that are narrower than this are noise. */
const narrowestWeekend = 3;

/** What lies behind the bars: non-working days, the axis' columns, today and the status date. */
export const Shading = memo(({ nonWorking, zoom, width, height, x, ticks, today, statusDate }: ShadingProps) => {
  const columns = ticks.lower.map(({ start }) => `M${Math.round(x(start)) + 0.5} 0V${height}`).join('');
  const line = (minute: PlanMinute): string => `M${x(minute)} 0V${height}`;
  return (
    <>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V6" />
        </pattern>
      </defs>
      {visibleDays(nonWorking, zoom, width).map((days) => (
        <FreeDays key={days.from} days={days} x={x} height={height} />
      ))}
      {columns !== '' && <path class="column-line" d={columns} />}
      {statusDate !== undefined && <path class="status-line" d={line(statusDate)} />}
      {today !== undefined && <path class="now-line" d={line(today)} />}
    </>
  );
});

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

export interface LeaveOfProps {
  readonly people: readonly TimelinePerson[];
  readonly bar: TimelineBar;
  /** Index of the row. */
  readonly index: number;
  readonly x: TimeScale;
  readonly width: number;
}

/** Hatches the days in a bar's row on which somebody who works on it is away. */
export const LeaveOf = memo(({ people, bar, index, x, width }: LeaveOfProps) => {
  const { assignees = [], start = 0, finish = 0 } = bar;
  if (bar.type !== 'task' || assignees.length === 0) return null;
  const days = people
    .filter(({ id, leave }) => leave && assignees.includes(id))
    .flatMap(({ leave = [] }) => leave)
    .filter(({ from, to }) => (to + 1) * minutesPerDay > start && from * minutesPerDay < finish);
  return (
    <>
      {days.map(({ from, to }) => {
        const [left, right] = [near(x(from * minutesPerDay), width), near(x((to + 1) * minutesPerDay), width)];
        return (
          <rect
            key={from}
            fill="url(#hatch)"
            x={left}
            y={index * rowHeight}
            width={Math.max(1, right - left)}
            height={rowHeight}
          />
        );
      })}
    </>
  );
});

function visibleDays(days: readonly NonWorkingDays[], { left, scale }: Zoom, width: number): readonly NonWorkingDays[] {
  const first = Math.floor(left / minutesPerDay);
  const last = Math.ceil((left + width / scale) / minutesPerDay);
  const isWide = ({ from, to, name }: NonWorkingDays): boolean =>
    name !== undefined || (to - from + 1) * minutesPerDay * scale >= narrowestWeekend;
  return days.filter((span) => span.to >= first && span.from <= last && isWide(span));
}
