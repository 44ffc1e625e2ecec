import type { JSX } from 'preact';
import type { Box } from './geometry';

export interface BarShapeProps {
  readonly box: Box;
  readonly critical: boolean;
  /** 0 to 1. */
  readonly progress: number | undefined;
  /** Pixels of the times of a cadence. */
  readonly ticks?: readonly number[];
}

/** The figure of one bar: a rounded bar, a bracket over parts, or the mark of a moment. */
export function BarShape({ box, critical, progress, ticks = [] }: BarShapeProps): JSX.Element {
  const { left, right, y, half, shape } = box;
  const look = critical ? 'critical' : progress === 1 ? 'plain complete' : 'plain';
  const middle = (left + right) / 2;
  switch (shape) {
    case 'diamond':
      return <path class={`diamond ${look}`} d={diamondPath(middle, y, half)} />;
    case 'summary':
      return <path class={`summary ${look}`} d={summaryPath(box)} />;
    case 'document':
      return <path class={`document ${look}`} d={documentPath(middle, y, half)} />;
    case 'seal':
      return <Seal x={middle} y={y} radius={half} signed={progress === 1} />;
    case 'warning':
      return <path class="warning" d={warningPath(middle, y, half)} />;
    case 'ticks':
      return <path class="ticks" d={ticksPath(ticks, y) || 'M0 0'} />;
    case 'bar':
      return <Bar box={box} look={look} progress={progress} />;
  }
}

function Bar({ box, look, progress }: { box: Box; look: string; progress: number | undefined }): JSX.Element {
  const { left, right, y, half } = box;
  const size = { x: left, y: y - half, height: 2 * half, rx: Math.min(3, (right - left) / 2) };
  const done = progress === undefined ? 0 : (right - left) * Math.min(1, progress);
  return (
    <>
      <rect class={`bar ${look}`} {...size} width={right - left} />
      {done > 0 && (
        <rect class={`done ${look}`} x={left} y={y + half - 5} height={5} rx={Math.min(2, done / 2)} width={done} />
      )}
    </>
  );
}

const diamondPath = (x: number, y: number, half: number): string =>
  `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`;

/** A flat bar whose ends point down, as far as there is room for them. */
function summaryPath({ left, right, y, half }: Box): string {
  const top = y - half;
  const end = Math.min(5, (right - left) / 2);
  return `M${left} ${top}H${right}V${top + 2 * half}L${right - end} ${top + half}H${left + end}L${left} ${top + 2 * half}Z`;
}

/** A sheet with a folded corner. */
const documentPath = (x: number, y: number, half: number): string =>
  `M${x - half + 1} ${y - half}h${half}l4 4v${2 * half - 4}h${-half - 4}ZM${x + 1} ${y - half}v4h4`;

const warningPath = (x: number, y: number, half: number): string =>
  `M${x} ${y - half}L${x + half} ${y + half - 1}H${x - half}ZM${x} ${y - 2.5}v4m0 1.5v1.2`;

/** A signature that was given is a filled seal with a check mark; one that is expected is an empty one. */
const Seal = ({ x, y, radius, signed }: { x: number; y: number; radius: number; signed: boolean }): JSX.Element => (
  <>
    <circle class={signed ? 'seal signed' : 'seal'} cx={x} cy={y} r={radius} />
    {signed && <path class="seal-check" d={`M${x - 3} ${y}l2.2 2.4l4 -4.6`} />}
  </>
);

/** Ticks that would run into each other become a band. */
function ticksPath(ticks: readonly number[], y: number): string {
  let path = '';
  let last = -Infinity;
  for (const x of ticks) {
    if (x - last < 2) continue;
    path += `M${Math.round(x) + 0.5} ${y - 4}v8`;
    last = x;
  }
  return path;
}

/** A flag where the bar is due; a late one is filled, holds an exclamation mark, and is tied to the finish. */
export function DueMark({ x, finish, y, late }: { x: number; finish: number; y: number; late: boolean }): JSX.Element {
  return (
    <g class={late ? 'due late' : 'due'}>
      {late && <path class="delay" d={`M${x} ${y + 10}H${finish}`} />}
      <path class="pole" d={`M${x} ${y + 11}V${y - 11}`} />
      <path
        class="flag"
        d={late ? lateFlag(x, y) : `M${x} ${y - 11}H${x + 8}L${x + 6} ${y - 7.5}L${x + 8} ${y - 4}H${x}Z`}
      />
      {late && <path class="exclamation" d={`M${x + 4.5} ${y - 10.5}v5m0 1.4v1.6`} />}
    </g>
  );
}

const lateFlag = (x: number, y: number): string => `M${x} ${y - 12}h9v10h-9Z`;

/** A plan of earlier, as a thin bar under the bar; for a moment, as the outline of its mark. */
export function Ghost({ left, right, box }: { left: number; right: number; box: Box }): JSX.Element {
  if (box.shape === 'diamond') return <path class="ghost" d={diamondPath(right, box.y, box.half)} />;
  return <rect class="ghost" x={left} y={box.y + box.half + 1.5} width={Math.max(2, right - left)} height={3} rx={1} />;
}

/** How far a bar may slip: a thin line below the text beside it. */
export const Slack = ({ from, to, y }: { from: number; to: number; y: number }): JSX.Element => (
  <path class="slack" d={`M${from} ${y + 5}v4.5H${to}v-3`} />
);

/** From the planned finish to the one that is 80 % certain. */
export const Whisker = ({ from, to, y }: { from: number; to: number; y: number }): JSX.Element => (
  <path class="whisker" d={`M${from} ${y}H${to}m0 -5v10`} />
);
