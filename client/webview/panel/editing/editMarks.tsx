import type { JSX } from 'preact';
import type { Grip } from './dragging';
import { movedBars, type Editing } from './editing';
import { dueFlag, rowBox, timeScale, type Box } from '../../chart/geometry';
import { isDated, type DatedBar } from '../../plan/plan';
import { rowAt, rowHeight, rowOf, type RowList } from '../../plan/rows';
import type { Zoom } from '../../chart/zoom';

export interface EditMarksProps {
  readonly rows: RowList;
  readonly zoom: Zoom;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels scrolled down. */
  readonly top: number;
  /** Index of the row under the pointer, or -1. */
  readonly hovered: number;
  readonly editing: Editing | undefined;
}

/** What editing draws over the chart: where bars would stand, and on the bar under the pointer what can be taken hold of. */
export function EditMarks({ editing, hovered, ...place }: EditMarksProps): JSX.Element {
  return (
    <svg class="edit-marks" width={place.width} height={place.height} aria-hidden="true">
      <g transform={`translate(0 ${-place.top})`}>
        {editing ? <Preview editing={editing} {...place} /> : <Grips row={hovered} {...place} />}
      </g>
    </svg>
  );
}

type Place = Omit<EditMarksProps, 'editing' | 'hovered'>;

/** Outlines of the bars where they would stand, and the link that is drawn. */
function Preview({ editing, rows, zoom, width, height, top }: Place & { readonly editing: Editing }): JSX.Element {
  const x = timeScale(zoom, width);
  const { bar, loose } = editing;
  const from = rowOf(rows, bar.key);
  return (
    <>
      {movedBars(editing).map(({ key, start, finish }) => {
        const row = rowOf(rows, key);
        const y = (row + 0.5) * rowHeight;
        const [left, right] = [Math.max(-9, x(start)), Math.min(width + 9, x(finish))];
        if (row < 0 || y < top - rowHeight || y > top + height + rowHeight || right < left) return null;
        const isMoment = finish === start;
        return (
          <rect
            key={key}
            x={isMoment ? left - 9 : left - 1}
            y={y - 9}
            width={isMoment ? 18 : Math.max(4, right - left + 2)}
            height={18}
            rx={3}
          />
        );
      })}
      {loose && isDated(bar) && from >= 0 && (
        <path class="link" d={`M${x(bar[loose.from])} ${(from + 0.5) * rowHeight}L${loose.x} ${loose.y + top}`} />
      )}
    </>
  );
}

/** Bars that are narrower have no end of their own: they are moved. */
const narrowestWithEnd = 10;
/** Narrower ones have no room for a handle of their progress. */
const narrowestWithProgress = 22;
const linked: ReadonlySet<DatedBar['type']> = new Set(['phase', 'task', 'milestone'] as const);

function Grips({ row: index, rows, zoom, width }: Place & { readonly row: number }): JSX.Element | null {
  const row = index >= 0 && index < rows.count ? rowAt(rows, index) : undefined;
  const x = timeScale(zoom, width);
  const box = row && rowBox(row, index, x);
  if (!row?.bar || !isDated(row.bar) || !box || box.right < 0 || box.left > width) return null;
  const { bar, key } = row;
  const due = dueFlag(bar, box, x);
  const hasEnd = box.shape === 'bar' && box.right - box.left >= narrowestWithEnd;
  return (
    <g data-key={key}>
      {due !== undefined && <rect class="hold" {...hold('due')} x={due - 2} y={box.y - 13} width={13} height={26} />}
      {hasEnd && <EndAndProgress bar={bar} box={box} />}
      {linked.has(bar.type) && (
        <>
          <circle class="port" {...hold('link-start')} cx={box.left - 10} cy={box.y} r={4} />
          <circle class="port" {...hold('link-finish')} cx={box.right + 10} cy={box.y} r={4} />
        </>
      )}
    </g>
  );
}

function EndAndProgress({ bar, box: { left, right, y, half } }: { bar: DatedBar; box: Box }): JSX.Element {
  const done = left + (right - left) * Math.min(1, bar.progress ?? 0);
  const inside = Math.min(6, (right - left) / 3);
  return (
    <>
      <rect class="hold" {...hold('finish')} x={right - inside} y={y - half} width={inside + 3} height={2 * half} />
      {right - left >= narrowestWithProgress && (
        <path class="port" {...hold('progress')} d={`M${done} ${y + half - 4}l5 8h-10Z`} />
      )}
    </>
  );
}

const hold = (grip: Grip): { readonly 'data-grip': Grip } => ({ 'data-grip': grip });
