import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { TimelineBar, TimelineLink } from '../../server/src/ide/timeline.types';
import type { AxisTicks } from './axisTicks';
import { BarShape, DueMark } from './barShapes';
import { besideText, type BesideText } from './besideText';
import { barBox, dueFlag, timeScale, type Box, type TimeScale } from './geometry';
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
  const texts = useTexts();
  const height = bodyHeightOf(state);
  const x = timeScale(zoom, width);
  const { rows, rowIndex } = state;
  const links = useMemo(() => placeLinks(plan, rowIndex), [plan, rowIndex]);
  const leaving = useMemo(() => new Set(plan.timeline.links.filter(leavesFinish).map(({ from }) => from)), [plan]);
  const items = rows.slice(window.first, window.last).map((row, offset) => {
    const box = barBox(row, window.first + offset, x);
    if (!box || !isDated(row.bar)) return { row, index: window.first + offset };
    const due = dueFlag(row, box, x);
    const hasLink = leaving.has(row.bar.key);
    return {
      row,
      index: window.first + offset,
      box,
      due,
      beside: besideText({ bar: row.bar, box, due, width, hasLink, texts }),
    };
  });
  const drawn = items.filter((item): item is DrawnItem => item.box !== undefined);
  const obstacles = drawn.map(({ box, beside }) => ({ box, nameEnd: beside?.end ?? box.right }));
  const paths = linkPaths({ links: linksInWindow(links, window), rows, obstacles, x, width, selected });
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
        {items.map(({ row, index, box }) =>
          box ? (
            <Bar key={row.bar.key} row={row} box={box} width={width} isSelected={index === selected} />
          ) : (
            <NoDates key={row.bar.key} row={row} index={index} />
          ),
        )}
        {drawn.map((item) => (
          <Marks key={item.row.bar.key} item={item} x={x} />
        ))}
      </g>
    </svg>
  );
}

/** A bar with its place, its due date's flag and the text beside it. */
interface DrawnItem {
  readonly row: Row;
  readonly index: number;
  readonly box: Box;
  readonly due: number | undefined;
  readonly beside: BesideText | undefined;
}

const leavesFinish = ({ type }: TimelineLink): boolean => type === 'FS' || type === 'FF';

interface BarProps {
  readonly row: Row;
  readonly box: Box;
  readonly width: number;
  readonly isSelected: boolean;
}

/** A bar with all of its row as target for the pointer, at least as wide as a hand is exact. */
function Bar({ row: { bar }, box, width, isSelected }: BarProps): JSX.Element {
  const hint = box.right < 0 ? 6 : box.left > width ? width - 6 : undefined;
  if (hint !== undefined) return <OutOfSight bar={bar} x={hint} y={box.y} />;
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

/** An arrowhead at the edge towards a bar that is not in sight; a click on it goes there. */
function OutOfSight({ bar, x, y }: { bar: TimelineBar; x: number; y: number }): JSX.Element {
  const direction = x < 10 ? -1 : 1;
  return (
    <g class="item" data-key={bar.key}>
      <rect class="target" x={x - 7} y={y - rowHeight / 2} width={14} height={rowHeight} />
      <path
        class="out-of-sight"
        d={`M${x - 2 * direction} ${y - 4}L${x + 2 * direction} ${y}L${x - 2 * direction} ${y + 4}`}
      />
    </g>
  );
}

function NoDates({ row: { bar }, index }: { row: Row; index: number }): JSX.Element {
  const { t } = useTexts();
  return (
    <g class="item" data-key={bar.key}>
      <rect class="target" x={8} y={index * rowHeight} width={80} height={rowHeight} />
      <text class="no-dates" x={12} y={(index + 0.5) * rowHeight + 4}>
        {t('No dates')}
      </text>
    </g>
  );
}

/** What stands beside a bar: its due date's flag, and names. */
const Marks = ({ item: { row, box, due, beside }, x }: { item: DrawnItem; x: TimeScale }): JSX.Element => (
  <>
    {due !== undefined && <DueMark x={due} finish={x(row.bar.finish ?? 0)} y={box.y} late={isLate(row.bar)} />}
    {beside && (
      <text class="beside" x={beside.x} y={box.y + 4}>
        {beside.text}
      </text>
    )}
  </>
);
