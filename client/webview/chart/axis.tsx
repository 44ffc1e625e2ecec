import type { JSX } from 'preact';
import { axisFontSize, type AxisTicks, type Tick } from './axisTicks';
import { timeScale, type TimeScale } from './geometry';
import { memo } from '../memo';
import { headerHeight } from './sizes';
import { useTexts } from '../textsContext';
import type { Zoom } from './zoom';

export interface AxisContentProps {
  /** Plan minutes; undefined where "now" has no meaning, as on paper. */
  readonly today: number | undefined;
  readonly statusDate: number | undefined;
  readonly zoom: Zoom;
  /** Pixels of the chart. */
  readonly width: number;
  readonly ticks: AxisTicks;
}

export interface AxisProps extends AxisContentProps {
  /** Pixels from the window's left edge. */
  readonly left: number;
}

/** The lower level has room for the heads of the lines for today and the status date below its labels. */
const middle = headerHeight / 2 - 2;
const lowerBaseline = headerHeight - 10;

/** The time axis above the chart. */
export const Axis = memo(({ left, ...content }: AxisProps) => (
  <svg
    class="axis"
    style={{ left: `${left}px` }}
    width={content.width}
    height={headerHeight}
    font-size={axisFontSize}
    aria-hidden="true"
  >
    <AxisContent {...content} />
  </svg>
));

/** The two levels of the axis, and the heads of the lines for today and the status date. */
export function AxisContent({ today, statusDate, zoom, width, ticks }: AxisContentProps): JSX.Element {
  const { t } = useTexts();
  const x = timeScale(zoom, width);
  const atStart = ticks.unit.startsWith('hour');
  return (
    <>
      <path class="axis-line" d={lines(ticks, x, width)} />
      {ticks.upper.map(({ start, label }, slot) => (
        // The label stays in sight while any of its column is.
        <text key={slot} class="axis-upper" x={Math.max(x(start), 0) + 5} y={middle - 7}>
          {label}
        </text>
      ))}
      {ticks.lower.map(({ start, end, label }, slot) => (
        <text
          key={slot}
          class="axis-lower"
          y={lowerBaseline}
          {...(atStart ? { x: x(start) + 4 } : middleOf(x(start), x(end)))}
        >
          {label}
        </text>
      ))}
      {statusDate !== undefined && <Marker className="status-marker" x={x(statusDate)} title={t('Status date')} />}
      {today !== undefined && <Marker className="now-marker" x={x(today)} title={t('Today')} />}
    </>
  );
}

function lines({ upper, lower }: AxisTicks, x: TimeScale, width: number): string {
  const columns = (ticks: readonly Tick[], from: number, to: number): string =>
    ticks.map(({ start }) => `M${crisp(x(start))} ${from}V${to}`).join('');
  const levels = `M0 ${middle}H${width}M0 ${headerHeight - 0.5}H${width}`;
  return columns(upper, 0, middle) + columns(lower, middle, headerHeight) + levels;
}

const middleOf = (left: number, right: number) => ({ x: (left + right) / 2, 'text-anchor': 'middle' as const });

const Marker = ({ className, x, title }: { className: string; x: number; title: string }): JSX.Element => (
  <path class={className} d={`M${x - 5} ${headerHeight - 6}H${x + 5}L${x} ${headerHeight}Z`}>
    <title>{title}</title>
  </path>
);

/** Hairlines are sharp in the middle of a pixel. */
const crisp = (x: number): number => Math.round(x) + 0.5;
