import type { TimelineLink } from '../../server/src/ide/timeline.types';
import { barBox, type Box, type TimeScale } from './geometry';
import { arrowHead, routeLink, roundedPath, type Blocked } from './linkRoute';
import { rowOf, type Row, type RowWindow } from './rows';
import type { Plan } from './plan';

/** All links of one look, as two SVG paths: few nodes, however many links. */
export interface LinkPaths {
  readonly lines: string;
  readonly heads: string;
}

export type LinkLook = 'plain' | 'critical' | 'selected';

/** A link between two rows; `first` is the upper one. */
export interface PlacedLink {
  readonly link: TimelineLink;
  readonly from: number;
  readonly to: number;
}

/** Links that only pass by tell little once there are more than this. */
const mostPassing = 150;

/** Gives each link its rows. A link into a collapsed row ends at that row; one inside it vanishes, and doubles are dropped. */
export function placeLinks(plan: Plan, rowIndex: ReadonlyMap<string, number>): readonly PlacedLink[] {
  const seen = new Set<number>();
  return plan.timeline.links.flatMap((link) => {
    const from = rowOf(plan, rowIndex, link.from);
    const to = rowOf(plan, rowIndex, link.to);
    // One number for each way in which two rows can be linked: strings would cost more than the routes.
    const id = ((from * rowIndex.size + to) * types.length + types.indexOf(link.type)) * 2 + Number(link.critical);
    if (from < 0 || to < 0 || from === to || seen.has(id)) return [];
    seen.add(id);
    return [{ link, from, to }];
  });
}

const types: readonly TimelineLink['type'][] = ['FS', 'SS', 'FF', 'SF'];

/** The links that touch the window, those that only pass by last and not in crowds. */
export function linksInWindow(links: readonly PlacedLink[], { first, last }: RowWindow): readonly PlacedLink[] {
  const isIn = (row: number): boolean => row >= first && row < last;
  const touching = links.filter(({ from, to }) => Math.max(from, to) >= first && Math.min(from, to) < last);
  const ending = touching.filter(({ from, to }) => isIn(from) || isIn(to));
  const passing = touching.filter(({ from, to }) => !isIn(from) && !isIn(to));
  return passing.length > mostPassing ? ending : [...ending, ...passing];
}

/** A bar that links should not run through, and where the name beside it ends. */
export interface Obstacle {
  readonly box: Box;
  readonly nameEnd: number;
}

export interface LinkPathsInput {
  readonly links: readonly PlacedLink[];
  readonly rows: readonly Row[];
  /** What stands in the rows that can be seen. */
  readonly obstacles: readonly Obstacle[];
  readonly x: TimeScale;
  /** Pixels of the chart. */
  readonly width: number;
  /** Index of the selected row, whose links stand out, or -1. */
  readonly selected: number;
}

/** Draws links as paths, by look. */
export function linkPaths(input: LinkPathsInput): Readonly<Record<LinkLook, LinkPaths>> {
  const { links, rows, obstacles, x, width, selected } = input;
  const lines: Record<LinkLook, string[]> = { plain: [], critical: [], selected: [] };
  const heads: Record<LinkLook, string[]> = { plain: [], critical: [], selected: [] };
  const blocked = blockedBy(obstacles);
  for (const { link, from, to } of links) {
    const start = boxOf(rows, from, x, width);
    const end = boxOf(rows, to, x, width);
    if (!start || !end || isOutside(start, end, width)) continue;
    const look = from === selected || to === selected ? 'selected' : link.critical ? 'critical' : 'plain';
    const points = routeLink(link.type, start, end, blocked);
    lines[look].push(roundedPath(points));
    heads[look].push(arrowHead(points));
  }
  const paths = (look: LinkLook): LinkPaths => ({ lines: lines[look].join(''), heads: heads[look].join('') });
  return { plain: paths('plain'), critical: paths('critical'), selected: paths('selected') };
}

/** What is far outside is moved near the edge: browsers draw coordinates of many millions inexactly. */
function boxOf(rows: readonly Row[], index: number, x: TimeScale, width: number): Box | undefined {
  const box = rows[index] && barBox(rows[index], index, x);
  const near = (value: number): number => Math.max(-500, Math.min(width + 500, value));
  return box && { ...box, left: near(box.left), right: near(box.right) };
}

/** Both ends on the same side of the view, so nothing of the link can be seen. */
const isOutside = (a: Box, b: Box, width: number): boolean =>
  Math.max(a.right, b.right) < -20 || Math.min(a.left, b.left) > width + 20;

const blockedBy =
  (obstacles: readonly Obstacle[]): Blocked =>
  (place, fromY, toY, withNames) =>
    obstacles.some(({ box: { left, right, y }, nameEnd }) => {
      const isBetween = y > Math.min(fromY, toY) + 1 && y < Math.max(fromY, toY) - 1;
      return isBetween && place > left - 3 && place < (withNames ? Math.max(right, nameEnd) : right) + 3;
    });
