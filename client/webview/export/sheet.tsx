import type { JSX } from 'preact';
import { AxisContent } from '../chart/axis';
import { axisTicks } from '../chart/axisTicks';
import { ChartContent } from '../chart/chart';
import { isLate, shownStatusDate } from '../plan/plan';
import { nameOfRow, rowHeight, rowsIn, type Row, type RowList, type RowWindow } from '../plan/rows';
import { headerHeight } from '../chart/sizes';
import { useTexts } from '../textsContext';
import { ellipsed, textWidth } from '../chart/textWidth';
import { extentOf, fit } from '../chart/zoom';

export interface SheetProps {
  readonly rows: RowList;
  readonly window: RowWindow;
  /** Pixels of labels and chart. */
  readonly labels: number;
  readonly width: number;
  /** Style sheet with plain colours; empty where the page has one. */
  readonly style: string;
  /** What stands at the right above the picture, such as the page's number. */
  readonly note: string;
}

/** Pixels of the line with the project's name. */
const titleHeight = 34;
const fontSize = 13;
const margin = 10;

export const sheetHeight = (rows: number): number => titleHeight + headerHeight + rows * rowHeight + margin;

/** A piece of the plan as one SVG document that stands by itself: name, labels, axis and drawing. */
export function Sheet({ rows, window, labels, width, style, note }: SheetProps): JSX.Element {
  const texts = useTexts();
  const { timeline } = rows.plan;
  const height = (window.last - window.first) * rowHeight;
  const extent = rows.plan.span && extentOf(rows.plan.span, undefined);
  const zoom = fit(extent ?? { from: 0, to: 1440 }, width);
  const ticks = axisTicks(zoom, width, texts);
  const size = { width: labels + width, height: sheetHeight(window.last - window.first) };
  const top = titleHeight + headerHeight;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...size}
      viewBox={`0 0 ${size.width} ${size.height}`}
      font-family={fonts}
      font-size={fontSize}
    >
      <title>{timeline.title}</title>
      {style !== '' && <style>{style}</style>}
      <rect class="ground" {...size} />
      <text class="sheet-title" x={margin} y={22}>
        {ellipsed(timeline.title, size.width * 0.6, fontSize + 2)}
      </text>
      <text class="sheet-note" x={size.width - margin} y={22} text-anchor="end">
        {note}
      </text>
      <clipPath id="drawing">
        <rect width={width} height={headerHeight + height} />
      </clipPath>
      <g transform={`translate(${labels} ${titleHeight})`} clip-path="url(#drawing)">
        <g font-size={11}>
          <AxisContent
            today={undefined}
            statusDate={shownStatusDate(timeline, undefined)}
            {...{ zoom, width, ticks }}
          />
        </g>
        <g transform={`translate(0 ${headerHeight})`}>
          <ChartContent
            {...{ rows, window, zoom, width, height, ticks }}
            top={window.first * rowHeight}
            today={undefined}
            selected={-1}
            isFinal
          />
        </g>
      </g>
      <path class="axis-line" d={`M0 ${top - 0.5}H${labels}M${labels + 0.5} ${titleHeight}V${top + height}`} />
      {rowsIn(rows, window).map((row, offset) => (
        <Label key={row.key} row={row} y={top + (offset + 0.5) * rowHeight + 4.5} width={labels} />
      ))}
    </svg>
  );
}

const fonts = "system-ui, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

function Label({ row, y, width }: { row: Row; y: number; width: number }): JSX.Element {
  const { bar, group, level } = row;
  const x = margin + level * 14;
  const isBold = group !== undefined || bar?.type === 'phase';
  const { name, id } = nameOfRow(row, useTexts());
  const room = width - x - 24;
  const idWidth = id === undefined ? 0 : textWidth(id, fontSize - 1) + 8;
  const shown = ellipsed(name, Math.max(40, room - idWidth), fontSize * (isBold ? 1.05 : 1));
  return (
    <>
      <text class={isBold ? 'label-text bold' : 'label-text'} x={x} y={y}>
        {shown}
        {id !== undefined && (
          <tspan class="label-id" dx={7}>
            {id}
          </tspan>
        )}
      </text>
      {bar && isLate(bar) && (
        <text class="label-late" x={width - 12} y={y} text-anchor="middle">
          !
        </text>
      )}
    </>
  );
}
