import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { shownStatusDate } from '../plan/plan';
import { rowsIn, slotOf, type Row, type RowList, type RowWindow } from '../plan/rows';
import { useTexts } from '../textsContext';
import type { AxisTicks } from './axisTicks';
import { timeScale } from './geometry';
import { leavingFinish, linkPaths, noLinks, linksInWindow, placeLinks, type LinkLook } from './linkPaths';
import { isSameRow, placeRow, type PlacedBar, type PlacedRow } from './placedRow';
import { Marks, RowDrawing } from './rowDrawing';
import { LeaveOf, Shading } from './shading';
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
  const allLinks = useMemo(() => (withLinks ? placeLinks(rows) : noLinks), [links, rows.rowOfBar, withLinks]);
  const nearLinks = linksInWindow(allLinks, window);
  const leaving = leavingFinish(nearLinks);
  const { nameOf } = plan.glossary;
  const kept = useMemo(() => new Map<number, PlacedRow>(), [x, width, nameOf, texts]);
  const place = (row: Row, offset: number): PlacedRow => {
    const index = window.first + offset;
    const hasLink = leaving.has(row.barIndex);
    const before = kept.get(index);
    if (before?.hasLink === hasLink && isSameRow(before.row, row)) return before;
    const placed = placeRow({ row, index, hasLink, x, width, nameOf, texts });
    if (kept.size >= mostKept) kept.clear();
    kept.set(index, placed);
    return placed;
  };
  const bySlot = rowsIn(rows, window)
    .map(place)
    .toSorted((a, b) => slotOf(a.index, window) - slotOf(b.index, window));
  const drawn = bySlot.filter((row): row is PlacedBar => row.box !== undefined);
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
        {bySlot.map((placed) => (
          <RowDrawing
            key={slotOf(placed.index, window)}
            placed={placed}
            isSelected={placed.index === selected}
            plan={placed.row.group && plan}
            {...{ x, width }}
          />
        ))}
        {drawn.map((placed) => (
          <Marks key={slotOf(placed.index, window)} placed={placed} x={x} width={width} />
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

/** Rows whose places are remembered, as long as nothing moves sideways. */
const mostKept = 500;
