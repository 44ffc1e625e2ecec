import type { TimelineLink } from '../../../server/src/ide/timeline/types';
import type { Box } from './geometry';
import { rowHeight } from '../plan/rows';

export type Point = readonly [x: number, y: number];

/** Whether a vertical line between two rows runs through something: a bar, or, `withNames`, also the name beside one. */
export type Blocked = (x: number, fromY: number, toY: number, withNames: boolean) => boolean;

/** A bar that a link leaves from. */
export interface Source extends Box {
  /** Where the name beside it ends, in pixels. */
  readonly nameEnd?: number | undefined;
}

/** Room between a bar and the first or last bend of its link. */
const stub = 8;
/** Room that an arrow needs in front of a bar. */
const arrowRoom = 7;
/** How far inside the successor an arrow comes down on it, and how far it may at most. */
const inset = 6;
const deepest = 16;
const cornerRadius = 3;
const headLength = 5;
const headHalf = 3.5;

/** How far from its bar a link's first vertical line may stand at most in a clear picture: names keep this distance. */
export const linkReach = stub + inset;

/** The corners of a link from its predecessor's side to the tip of its arrow. The last leg gives the arrow's direction. */
export function routeLink(type: TimelineLink['type'], from: Source, to: Box, blocked: Blocked): readonly Point[] {
  const out = type === 'FS' || type === 'FF' ? from.right : from.left;
  const tip = type === 'FS' || type === 'SS' ? to.left : to.right;
  const drop = type === 'FS' && tip - out < stub ? ontoBar(from, to) : undefined;
  if (drop) return drop;
  const places = verticals(type, out, tip);
  const isFree = (withNames: boolean) => (x: number) => !blocked(x, from.y, to.y, withNames);
  const x = places.find(isFree(true)) ?? places.find(isFree(false)) ?? places[0];
  if (x === undefined) return roundAbout(type, out, tip, from, to);
  return [[out, from.y], ...pastName(x, out, from, to), [x, to.y], [tip, to.y]];
}

/** The corners on the way to a vertical line: straight, or along the edge of the row where a name stands in between. */
function pastName(x: number, out: number, { y, nameEnd = out }: Source, to: Box): readonly Point[] {
  if (nameEnd <= out || x <= out + linkReach) return [[x, y]];
  const edge = y + (Math.sign(to.y - y) * rowHeight) / 2;
  return [
    [out + stub, y],
    [out + stub, edge],
    [x, edge],
  ];
}

/** A successor that starts about where its predecessor finishes: the arrow comes down on it. Undefined if that would mislead. */
function ontoBar(from: Box, to: Box): readonly Point[] | undefined {
  const out = from.right;
  const down = Math.sign(to.y - from.y);
  const nearest = to.left + Math.min(inset, (to.right - to.left) / 2);
  const x = to.shape === 'diamond' ? centre(to) : Math.max(nearest, Math.min(out + 4, to.right - 1));
  const tip: Point = [x, to.y - down * (to.half + 1)];
  if (x - to.left > deepest || x < Math.max(out - stub, from.left)) return undefined;
  if (x >= out + 2) return [[out, from.y], [x, from.y], tip];
  const slope = from.shape === 'diamond' ? Math.abs(x - centre(from)) : 0;
  return [[x, from.y + down * (from.half - slope)], tip];
}

const centre = ({ left, right }: Box): number => (left + right) / 2;

/** Where the link's vertical line may stand, the best place first: near the predecessor, so that names have room. */
function verticals(type: TimelineLink['type'], out: number, tip: number): readonly number[] {
  if (type === 'SS') return [Math.min(out, tip) - stub];
  if (type === 'FF') return [Math.max(out, tip) + stub];
  const forwards = type === 'FS' ? 1 : -1;
  const gap = (tip - out) * forwards;
  if (gap < stub) return [];
  const first = Math.min(stub, gap - arrowRoom);
  const last = Math.max(first, gap - stub);
  return [0, 1, 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875].map(
    (share) => out + forwards * (first + (last - first) * share),
  );
}

/** Backwards in time: out, down to the edge of the successor's row, back along it, and in. */
function roundAbout(type: TimelineLink['type'], out: number, tip: number, from: Box, to: Box): readonly Point[] {
  const forwards = type === 'FS' ? 1 : -1;
  const [first, last] = [out + forwards * stub, tip - forwards * stub];
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
