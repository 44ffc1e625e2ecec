import type { TimelineLink } from '../../server/src/ide/timeline.types';
import type { Box } from './geometry';
import { rowHeight } from './rows';

export type Point = readonly [x: number, y: number];

/** Whether a bar between the two rows stands in the way of a vertical line. */
export type Blocked = (x: number, fromY: number, toY: number) => boolean;

/** Room between a bar and the first or last bend of its link. */
const stub = 8;
/** How far inside the successor an arrow comes down on it. */
const inset = 6;
const cornerRadius = 3;
const headLength = 5;
const headHalf = 3.5;

/** The corners of a link from its predecessor's side to the tip of its arrow. The last leg gives the arrow's direction. */
export function routeLink(type: TimelineLink['type'], from: Box, to: Box, blocked: Blocked): readonly Point[] {
  const leavesRight = type === 'FS' || type === 'FF';
  const entersLeft = type === 'FS' || type === 'SS';
  const out = leavesRight ? from.right : from.left;
  const tip = entersLeft ? to.left : to.right;
  const first = out + (leavesRight ? stub : -stub);
  const last = tip + (entersLeft ? -stub : stub);
  return (
    oneBend(type, out, from, to) ??
    straightDown(type, out, first, last, tip, from, to, blocked) ??
    round(out, first, last, tip, from, to)
  );
}

/** A successor that starts about where its predecessor finishes: out, and down onto the bar. */
function oneBend(type: TimelineLink['type'], out: number, from: Box, to: Box): readonly Point[] | undefined {
  const x = to.shape === 'diamond' ? (to.left + to.right) / 2 : Math.min(to.left + inset, to.right - 1);
  if (type !== 'FS' || x < out + 2 || to.left - out >= 2 * stub) return undefined;
  return [
    [out, from.y],
    [x, from.y],
    [x, to.y - Math.sign(to.y - from.y) * (to.half + 1)],
  ];
}

/** Out, along one vertical line, and in: the line is put where no bar stands in its way, if there is such a place. */
function straightDown(
  type: TimelineLink['type'],
  out: number,
  first: number,
  last: number,
  tip: number,
  from: Box,
  to: Box,
  blocked: Blocked,
): readonly Point[] | undefined {
  const places = verticals(type, first, last);
  const x = places.find((place) => !blocked(place, from.y, to.y)) ?? places[0];
  return x === undefined
    ? undefined
    : [
        [out, from.y],
        [x, from.y],
        [x, to.y],
        [tip, to.y],
      ];
}

/** Where the vertical line may stand, the best place first. */
function verticals(type: TimelineLink['type'], first: number, last: number): readonly number[] {
  if (type === 'SS') return [Math.min(first, last)];
  if (type === 'FF') return [Math.max(first, last)];
  const isOpen = type === 'FS' ? first <= last : first >= last;
  return isOpen ? [last, first, (first + last) / 2] : [];
}

/** Backwards in time: out, down to the edge of the successor's row, back along it, and in. */
function round(out: number, first: number, last: number, tip: number, from: Box, to: Box): readonly Point[] {
  const edge = to.y - (Math.sign(to.y - from.y) * rowHeight) / 2;
  return [
    [out, from.y],
    [first, from.y],
    [first, edge],
    [last, edge],
    [last, to.y],
    [tip, to.y],
  ];
}

/** SVG path through the corners, each rounded a little, that ends at the arrow's base. */
export function roundedPath(points: readonly Point[]): string {
  const corners = [...points.slice(0, -1), towards(points.at(-1)!, points.at(-2)!, headLength)];
  return corners
    .map((corner, index) => {
      if (index === 0) return `M${at(corner)}`;
      const next = corners[index + 1];
      return next === undefined ? `L${at(corner)}` : bend(corners[index - 1]!, corner, next);
    })
    .join('');
}

function bend(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2);
  return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
}

/** SVG path of the arrow's head: a small triangle at the last point. */
export function arrowHead(points: readonly Point[]): string {
  const tip = points.at(-1)!;
  const base = towards(tip, points.at(-2)!, headLength);
  const [dx, dy] = [Math.sign(tip[0] - base[0]) * headHalf, Math.sign(tip[1] - base[1]) * headHalf];
  return `M${at(tip)}L${at([base[0] - dy, base[1] + dx])}L${at([base[0] + dy, base[1] - dx])}Z`;
}

const distance = (a: Point, b: Point): number => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);

/** The point `length` away from `start` on the horizontal or vertical leg to `end`. */
const towards = (start: Point, end: Point, length: number): Point => [
  start[0] + Math.sign(end[0] - start[0]) * length,
  start[1] + Math.sign(end[1] - start[1]) * length,
];

const at = ([x, y]: Point): string => `${round1(x)} ${round1(y)}`;
const round1 = (value: number): number => Math.round(value * 10) / 10;
