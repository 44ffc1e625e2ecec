import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TimelineLink } from '../../server/src/ide/timeline.types';
import type { AxisTicks } from './axisTicks';
import { BarShape, DueMark } from './barShapes';
import { besideText } from './besideText';
import { barBox, timeScale, type Box, type TimeScale } from './geometry';
import { linkPaths, linksInWindow, placeLinks, type LinkLook } from './linkPaths';
import { isDated, isLate, type Plan } from './plan';
import { rowHeight, type Row, type RowWindow } from './rows';
import { Shading } from './shading';
import { bodyHeightOf, type State } from './state';
import { useTexts } from './textsContext';
import type { Zoom } from './zoom';

export interface ChartProps {
  readonly state: State;
  readonly plan: Plan;
  readonly window: RowWindow;
  readonly zoom: Zoom;
  readonly width: number;
  readonly ticks: AxisTicks;
  /** Index of the selected row, or -1. */
  readonly selected: number;
}

const looks: readonly LinkLook[] = ['plain', 'critical', 'selected'];

/** The drawing beside the labels, from the back to the front: free time, grid, links, bars, marks. */
export function Chart({ state, plan, window, zoom, width, ticks, selected }: ChartProps): JSX.Element {
  const height = bodyHeightOf(state);
  const x = timeScale(zoom, width);
  const { rows, rowIndex } = state;
  const links = useMemo(() => placeLinks(plan, rowIndex), [plan, rowIndex]);
  const leaving = useMemo(() => new Set(plan.timeline.links.filter(leavesFinish).map(({ from }) => from)), [plan]);
  const paths = linkPaths(linksInWindow(links, window), rows, window, x, width, selected);
  const placed = rows.slice(window.first, window.last).map((row, offset) => {
    const index = window.first + offset;
    return { row, index, box: barBox(row, index, x) };
  });
  return (
    <svg width={width} height={height} aria-hidden="true">
      <Shading {...{ plan, zoom, width, height, x, ticks, today: state.today }} />
      <g transform={`translate(0 ${-state.top})`}>
        {looks.map((look) => (
          <g key={look}>
            <path class={`link ${look}`} d={paths[look].lines} />
            <path class={`head ${look}`} d={paths[look].heads} />
          </g>
        ))}
        {placed.map(({ row, index, box }) =>
          box ? (
            <Bar key={row.bar.key} row={row} box={box} isSelected={index === selected} />
          ) : (
            <NoDates key={row.bar.key} row={row} index={index} />
          ),
        )}
        {placed.map(({ row, box }) =>
          box ? <Marks key={row.bar.key} {...{ row, box, x, width, hasLink: leaving.has(row.bar.key) }} /> : null,
        )}
      </g>
    </svg>
  );
}

const leavesFinish = ({ type }: TimelineLink): boolean => type === 'FS' || type === 'FF';

/** A bar with all of its row as target for the pointer, at least as wide as a fingertip is exact. */
function Bar({ row, box, isSelected }: { row: Row; box: Box; isSelected: boolean }): JSX.Element {
  const { bar } = row;
  const spare = Math.max(0, 14 - (box.right - box.left)) / 2;
  return (
    <g class={`item ${bar.type}${isSelected ? ' selected' : ''}`} data-key={bar.key}>
      <rect
        class="target"
        x={box.left - spare}
        y={box.y - rowHeight / 2}
        width={box.right - box.left + 2 * spare}
        height={rowHeight}
      />
      <BarShape box={box} critical={bar.critical} progress={bar.progress} />
    </g>
  );
}

function NoDates({ row: { bar }, index }: { row: Row; index: number }): JSX.Element {
  const { t } = useTexts();
  return (
    <g class="item" data-key={bar.key}>
      <text class="no-dates" x={12} y={(index + 0.5) * rowHeight + 4}>
        {t('No dates')}
      </text>
    </g>
  );
}

interface MarksProps {
  readonly row: Row;
  readonly box: Box;
  readonly x: TimeScale;
  readonly width: number;
  readonly hasLink: boolean;
}

/** What stands beside a bar: its due date's flag, and names. */
function Marks({ row, box, x, width, hasLink }: MarksProps): JSX.Element | null {
  const texts = useTexts();
  const { bar } = row;
  if (!isDated(bar)) return null;
  const due = bar.due === undefined ? undefined : x(bar.due);
  const beside = besideText({ bar, box, due, width, hasLink, texts });
  return (
    <>
      {due !== undefined && <DueMark x={due} finish={x(bar.finish)} y={box.y} late={isLate(bar)} />}
      {beside && (
        <text class="beside" x={beside.x} y={box.y + 4}>
          {beside.text}
        </text>
      )}
    </>
  );
}
