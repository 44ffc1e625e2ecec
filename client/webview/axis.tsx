import type { JSX } from 'preact';
import { axisFontSize, type AxisTicks, type Tick } from './axisTicks';
import { timeScale, type TimeScale } from './geometry';
import { shownStatusDate, type Plan } from './plan';
import { headerHeight } from './sizes';
import { useTexts } from './textsContext';
import type { Zoom } from './zoom';

export interface AxisContentProps {
  readonly plan: Plan;
  /** Plan minute; undefined where "now" has no meaning, as on paper. */
  readonly today: number | undefined;
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
export const Axis = ({ left, ...content }: AxisProps): JSX.Element => (
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
);

/** The two levels of the axis, and the heads of the lines for today and the status date. */
export function AxisContent({ plan, today, zoom, width, ticks }: AxisContentProps): JSX.Element {
  const { t } = useTexts();
  const x = timeScale(zoom, width);
  const statusDate = shownStatusDate(plan.timeline, today);
  return (
    <>
      {ticks.upper.map((tick) => (
        <UpperTick key={tick.start} tick={tick} x={x} />
      ))}
      {ticks.lower.map((tick) => (
        <LowerTick key={tick.start} tick={tick} x={x} atStart={ticks.unit.startsWith('hour')} />
      ))}
      <path class="axis-line" d={`M0 ${middle}H${width}M0 ${headerHeight - 0.5}H${width}`} />
      {statusDate !== undefined && <Marker className="status-marker" x={x(statusDate)} title={t('Status date')} />}
      {today !== undefined && <Marker className="now-marker" x={x(today)} title={t('Today')} />}
    </>
  );
}

/** The label stays in sight while any of its column is. */
const UpperTick = ({ tick, x }: { tick: Tick; x: TimeScale }): JSX.Element => (
  <>
    <path class="axis-line" d={`M${crisp(x(tick.start))} 0V${middle}`} />
    <text class="axis-upper" x={Math.max(x(tick.start), 0) + 5} y={middle - 7}>
      {tick.label}
    </text>
  </>
);

function LowerTick({ tick, x, atStart }: { tick: Tick; x: TimeScale; atStart: boolean }): JSX.Element {
  const start = x(tick.start);
  const place = atStart ? { x: start + 4 } : { x: (start + x(tick.end)) / 2, 'text-anchor': 'middle' as const };
  return (
    <>
      <path class="axis-line" d={`M${crisp(start)} ${middle}V${headerHeight}`} />
      <text class="axis-lower" y={lowerBaseline} {...place}>
        {tick.label}
      </text>
    </>
  );
}

const Marker = ({ className, x, title }: { className: string; x: number; title: string }): JSX.Element => (
  <path class={className} d={`M${x - 5} ${headerHeight - 6}H${x + 5}L${x} ${headerHeight}Z`}>
    <title>{title}</title>
  </path>
);

/** Hairlines are sharp in the middle of a pixel. */
const crisp = (x: number): number => Math.round(x) + 0.5;
