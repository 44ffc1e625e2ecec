import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { TimelineBar } from '../../server/src/ide/timeline/types';
import type { AxisTicks } from './axisTicks';
import { BarShape, DueMark, Ghost, Slack, Whisker } from './barShapes';
import { besideText, type BesideText } from './besideText';
import { dueFlag, near, rowBox, timeScale, type Box, type TimeScale } from './geometry';
import { Lane } from './lanes';
import { leavingFinish, linkPaths, noLinks, linksInWindow, placeLinks, type LinkLook } from './linkPaths';
import { memo } from './memo';
import { isDated, isLate, shownStatusDate, type Plan } from './plan';
import { rowHeight, rowsIn, slotOf, type Row, type RowList, type RowWindow } from './rows';
import { LeaveOf, Shading } from './shading';
import type { Texts } from './texts';
import { useTexts } from './textsContext';
import type { Zoom } from './zoom';

export interface ChartProps {
  readonly rows: RowList;
  readonly window: RowWindow;
  readonly zoom: Zoom;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels scrolled down. */
  readonly top: number;
  readonly ticks: AxisTicks;
  /** Plan minute; undefined where "now" has no meaning, as on paper. */
  readonly today: number | undefined;
  /** Index of the selected row, or -1. */
  readonly selected: number;
  /** There is only one frame, as on paper, so nothing may come later. */
  readonly isFinal?: boolean;
}

/** More links than this come a frame after the bars. */
const mostLinksAtOnce = 30_000;

const looks: readonly LinkLook[] = ['plain', 'critical', 'selected'];

/** The drawing beside the labels. */
export const Chart = (props: ChartProps): JSX.Element => (
  <svg width={props.width} height={props.height} aria-hidden="true">
    <ChartContent {...props} />
  </svg>
);

/** What is drawn, from the back to the front: free time, grid, links, bars, marks. */
export function ChartContent({
  rows,
  window,
  zoom,
  width,
  height,
  top,
  ticks,
  today,
  selected,
  isFinal,
}: ChartProps): JSX.Element {
  const texts = useTexts();
  const { plan } = rows;
  const { links, nonWorking, people } = plan.timeline;
  const x = useMemo(() => timeScale(zoom, width), [zoom, width]);
  const withLinks = useLater(links.length > mostLinksAtOnce && !isFinal);
  const placed = useMemo(() => (withLinks ? placeLinks(rows) : noLinks), [links, rows.rowOfBar, withLinks]);
  const nearLinks = linksInWindow(placed, window);
  const leaving = leavingFinish(nearLinks);
  const { nameOf } = plan.glossary;
  const kept = useMemo(() => new Map<number, Item>(), [x, width, nameOf, texts]);
  const place = (row: Row, offset: number): Item => {
    const index = window.first + offset;
    const hasLink = leaving.has(row.barIndex);
    const before = kept.get(index);
    if (before?.hasLink === hasLink && isSameRow(before.row, row)) return before;
    const item = itemOf({ row, index, hasLink, x, width, nameOf, texts });
    if (kept.size >= mostKept) kept.clear();
    kept.set(index, item);
    return item;
  };
  const items = rowsIn(rows, window).map(place);
  const bySlot = items.toSorted((a, b) => slotOf(a.index, window) - slotOf(b.index, window));
  const drawn = bySlot.filter((item): item is DrawnItem => item.box !== undefined);
  const obstacles = drawn.map(({ box, beside }) => ({ box, nameEnd: beside?.end ?? box.right }));
  const paths = linkPaths({ links: nearLinks, rows, obstacles, x, width, selected });
  return (
    <>
      <Shading
        {...{ nonWorking, zoom, width, height, x, ticks, today }}
        statusDate={shownStatusDate(plan.timeline, today)}
      />
      <g transform={`translate(0 ${-top})`}>
        {drawn.map(({ bar, index }) => (
          <LeaveOf key={slotOf(index, window)} {...{ people, bar, index, x, width }} />
        ))}
        {looks.map(
          (look) =>
            paths[look].lines !== '' && (
              <g key={look}>
                <path class={`link ${look}`} d={paths[look].lines} />
                <path class={`head ${look}`} d={paths[look].heads} />
              </g>
            ),
        )}
        {bySlot.map((item) => (
          <RowDrawing
            key={slotOf(item.index, window)}
            item={item}
            isSelected={item.index === selected}
            plan={item.row.group && plan}
            {...{ x, width }}
          />
        ))}
        {drawn.map((item) => (
          <Marks key={slotOf(item.index, window)} item={item} x={x} width={width} />
        ))}
      </g>
    </>
  );
}

/** False in the first frame if it has to hurry, and true ever after. */
function useLater(hurries: boolean): boolean {
  const [isLater, setLater] = useState(!hurries);
  useEffect(() => {
    if (isLater) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    // A frame is painted after its callbacks.
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setLater(true), 50)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isLater;
}

/** Rows whose items are remembered, as long as nothing moves sideways. */
const mostKept = 500;

/** A row; one with a dated bar has its place, its due date's flag and the text beside it. */
interface Item {
  readonly row: Row;
  readonly index: number;
  /** A link leaves from the bar's finish. */
  readonly hasLink: boolean;
  readonly bar?: TimelineBar;
  readonly box?: Box;
  readonly due?: number | undefined;
  readonly beside?: BesideText | undefined;
}

type DrawnItem = Item & { readonly bar: TimelineBar; readonly box: Box };

function itemOf({
  row,
  index,
  hasLink,
  x,
  width,
  nameOf,
  texts,
}: Pick<Item, 'row' | 'index' | 'hasLink'> & {
  readonly x: TimeScale;
  readonly width: number;
  readonly nameOf: (id: string) => string;
  readonly texts: Texts;
}): Item {
  const box = rowBox(row, index, x);
  const { bar } = row;
  if (!box || !bar || !isDated(bar)) return { row, index, hasLink };
  const due = dueFlag(bar, box, x);
  const beside = besideText({ bar, box, due, reach: furthest(bar, x), width, hasLink, nameOf, texts });
  return { row, index, hasLink, bar, box, due, beside };
}

const isSameRow = (a: Row, b: Row): boolean =>
  a.key === b.key && a.bar === b.bar && a.group === b.group && a.expandable === b.expandable;

/** Pixels up to which the forecast is drawn behind a bar; the text beside it stands behind that. */
const furthest = ({ forecast }: TimelineBar, x: TimeScale): number =>
  forecast === undefined ? -Infinity : x(forecast);

interface RowDrawingProps {
  readonly item: Item;
  /** For the heading of a group. */
  readonly plan: Plan | undefined;
  readonly x: TimeScale;
  readonly width: number;
  readonly isSelected: boolean;
}

const RowDrawing = memo(({ item: { row, index, bar, box }, plan, x, width, isSelected }: RowDrawingProps) => {
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
  readonly item: DrawnItem;
  readonly x: TimeScale;
  readonly width: number;
}

/** What stands beside a bar: slack, forecast, its due date's flag, and names. */
const Marks = memo(({ item: { bar, box, due, beside }, x, width }: MarksProps) => {
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
