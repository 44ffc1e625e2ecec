import type { JSX } from 'preact';
import type { TimelineBar } from '../../../server/src/ide/timeline/types';
import { memo } from '../memo';
import { isLate, type Plan } from '../plan/plan';
import { rowHeight } from '../plan/rows';
import { useTexts } from '../textsContext';
import { BarShape, DueMark, Ghost, Slack, Whisker } from './barShapes';
import { near, type Box, type TimeScale } from './geometry';
import { Lane } from './lanes';
import type { PlacedBar, PlacedRow } from './placedRow';

interface RowDrawingProps {
  readonly placed: PlacedRow;
  /** For the heading of a group. */
  readonly plan: Plan | undefined;
  readonly x: TimeScale;
  readonly width: number;
  readonly isSelected: boolean;
}

/** A bar, the lane of a group's heading, or the words that there are no dates. */
export const RowDrawing = memo(({ placed: { row, index, bar, box }, plan, x, width, isSelected }: RowDrawingProps) => {
  if (bar && box) return <Bar rowKey={row.key} {...{ bar, box, x, width, isSelected }} />;
  return row.group && plan ? (
    <g class="item" data-key={row.key}>
      <rect class="target" x={0} y={index * rowHeight} width={width} height={rowHeight} />
      <Lane plan={plan} group={row.group} {...{ index, x, width }} />
    </g>
  ) : (
    <NoDates rowKey={row.key} index={index} />
  );
});

interface BarProps {
  readonly rowKey: string;
  readonly bar: TimelineBar;
  readonly box: Box;
  readonly x: TimeScale;
  readonly width: number;
  readonly isSelected: boolean;
}

/** A bar with all of its row as target for the pointer, at least as wide as a hand is exact. */
function Bar({ rowKey, bar, box, x, width, isSelected }: BarProps): JSX.Element {
  const hint = box.right < 0 ? 6 : box.left > width ? width - 6 : undefined;
  if (hint !== undefined) return <OutOfSight rowKey={rowKey} x={hint} y={box.y} />;
  const spare = Math.max(0, 14 - (box.right - box.left)) / 2;
  const clipped =
    box.shape === 'bar' || box.shape === 'summary'
      ? { ...box, left: near(box.left, width), right: near(box.right, width) }
      : box;
  const baseline = bar.baselines?.at(-1);
  return (
    <g class={`item ${bar.type}${isSelected ? ' selected' : ''}`} data-key={rowKey}>
      <rect
        class="target"
        x={clipped.left - spare}
        y={box.y - rowHeight / 2}
        width={clipped.right - clipped.left + 2 * spare}
        height={rowHeight}
      />
      {baseline && <Ghost left={near(x(baseline.start), width)} right={near(x(baseline.finish), width)} box={box} />}
      <BarShape
        box={clipped}
        critical={bar.critical === true}
        progress={progressOf(bar, box, clipped)}
        ticks={box.shape === 'ticks' ? bar.occurrences?.map(x).filter((at) => at >= 0 && at <= width) : undefined}
      />
    </g>
  );
}

/** The share of what is drawn, where a bar is cut at the edge of the picture. */
function progressOf({ progress, type, status }: TimelineBar, whole: Box, cut: Box): number | undefined {
  if (type === 'signoff') return status === 'accepted' || status === 'conditional' ? 1 : 0;
  if (progress === undefined || whole === cut || cut.right === cut.left) return progress;
  const done = whole.left + (whole.right - whole.left) * progress;
  return Math.max(0, Math.min(1, (done - cut.left) / (cut.right - cut.left)));
}

/** An arrowhead at the edge towards a bar that is not in sight; a click on it goes there. */
function OutOfSight({ rowKey, x, y }: { rowKey: string; x: number; y: number }): JSX.Element {
  const direction = x < 10 ? -1 : 1;
  return (
    <g class="item" data-key={rowKey}>
      <rect class="target" x={x - 7} y={y - rowHeight / 2} width={14} height={rowHeight} />
      <path
        class="out-of-sight"
        d={`M${x - 2 * direction} ${y - 4}L${x + 2 * direction} ${y}L${x - 2 * direction} ${y + 4}`}
      />
    </g>
  );
}

function NoDates({ rowKey, index }: { rowKey: string; index: number }): JSX.Element {
  const { t } = useTexts();
  return (
    <g class="item" data-key={rowKey}>
      <rect class="target" x={8} y={index * rowHeight} width={80} height={rowHeight} />
      <text class="no-dates" x={12} y={(index + 0.5) * rowHeight + 4}>
        {t('No dates')}
      </text>
    </g>
  );
}

interface MarksProps {
  readonly placed: PlacedBar;
  readonly x: TimeScale;
  readonly width: number;
}

/** What stands beside a bar: slack, forecast, its due date's flag, and names. */
export const Marks = memo(({ placed: { bar, box, due, beside }, x, width }: MarksProps) => {
  const { slackUntil, forecast, finish = 0, critical } = bar;
  const from = box.shape === 'bar' ? box.right : (box.left + box.right) / 2;
  const isInSight = box.right > 0 && box.left < width;
  return (
    <>
      {isInSight && slackUntil !== undefined && !critical && box.shape !== 'summary' && (
        <Slack from={box.right} to={near(x(slackUntil), width)} y={box.y} />
      )}
      {isInSight && forecast !== undefined && <Whisker from={from} to={near(x(forecast), width)} y={box.y} />}
      {due !== undefined && due > -20 && due < width + 20 && (
        <DueMark x={due} finish={near(x(finish), width)} y={box.y} late={isLate(bar)} />
      )}
      {beside && (
        <text class="beside" x={beside.x} y={box.y + 4}>
          {beside.text}
        </text>
      )}
    </>
  );
});
