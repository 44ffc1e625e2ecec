import type { JSX } from 'preact';
import type { Box } from './geometry';

export interface BarShapeProps {
  readonly box: Box;
  readonly critical: boolean;
  /** 0 to 1. */
  readonly progress: number | undefined;
}

/** The figure of one bar: a rounded bar, a bracket over parts, or a diamond. */
export function BarShape({ box, critical, progress }: BarShapeProps): JSX.Element {
  const { left, right, y, half } = box;
  const look = critical ? 'critical' : 'plain';
  if (box.shape === 'diamond') return <path class={`diamond ${look}`} d={diamondPath((left + right) / 2, y, half)} />;
  if (box.shape === 'summary') return <path class={`summary ${look}`} d={summaryPath(box)} />;
  const size = { x: left, y: y - half, height: 2 * half, rx: Math.min(3, (right - left) / 2) };
  return (
    <>
      <rect class={`bar ${look}`} {...size} width={right - left} />
      {progress !== undefined && progress > 0 && (
        <rect class={`done ${look}`} {...size} width={(right - left) * Math.min(1, progress)} />
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

/** A flag where the bar is due; a late one is filled, holds an exclamation mark, and is tied to the finish. */
export function DueMark({ x, finish, y, late }: { x: number; finish: number; y: number; late: boolean }): JSX.Element {
  return (
    <g class={late ? 'due late' : 'due'}>
      {late && <path class="delay" d={`M${x} ${y + 10}H${finish}`} />}
      <path class="pole" d={`M${x} ${y + 11}V${y - 11}`} />
      <path class="flag" d={`M${x} ${y - 11}H${x + 8}L${x + 6} ${y - 7.5}L${x + 8} ${y - 4}H${x}Z`} />
      {late && <path class="exclamation" d={`M${x + 3.2} ${y - 10.2}v3.2m0 1v1`} />}
    </g>
  );
}
