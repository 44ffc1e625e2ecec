import type { TimelineLink } from '../../../server/src/ide/timeline/types';
import { barBox, near, type Box, type TimeScale } from './geometry';
import { arrowHead, routeLink, roundedPath, type Blocked } from './linkRoute';
import type { RowList, RowWindow } from '../plan/rows';

/** All links of one look, as two SVG paths: few nodes, however many links. */
export interface LinkPaths {
  readonly lines: string;
  readonly heads: string;
}

export type LinkLook = 'plain' | 'critical' | 'selected';

/** The upper and the lower row of each link, or -1 where a link has no two rows: plain numbers, as there may be 150,000. */
export interface PlacedLinks {
  readonly links: readonly TimelineLink[];
  readonly upper: Int32Array;
  readonly lower: Int32Array;
}

export const noLinks: PlacedLinks = { links: [], upper: new Int32Array(), lower: new Int32Array() };

/** Links that only pass by tell little once there are more than this. */
const mostPassing = 150;

/** So many links in sight are more than can be told apart. */
const crowd = 40;

/**
 * Gives each link its rows. A link into a collapsed row ends at that row; one inside it, or to what is filtered out,
 * vanishes. Between groups links would only be a thicket.
 */
export function placeLinks({ plan, rowOfBar, groupOf }: RowList): PlacedLinks {
  const { links } = plan.timeline;
  const upper = new Int32Array(links.length).fill(-1);
  const lower = new Int32Array(links.length).fill(-1);
  for (let index = 0; index < links.length; index++) {
    const link = links[index]!;
    const first = rowOfBar[link.from]!;
    const second = rowOfBar[link.to]!;
    if (first < 0 || second < 0 || first === second) continue;
    if (groupOf && groupOf[first] !== groupOf[second]) continue;
    upper[index] = Math.min(first, second);
    lower[index] = Math.max(first, second);
  }
  return { links, upper, lower };
}

/** The links that touch the window, those that only pass by last and not in crowds. */
export function linksInWindow(
  { links, upper, lower }: PlacedLinks,
  { first, last }: RowWindow,
): readonly TimelineLink[] {
  const ending: TimelineLink[] = [];
  const passing: TimelineLink[] = [];
  for (let index = 0; index < links.length; index++) {
    if (lower[index]! < first || upper[index]! >= last || upper[index]! < 0) continue;
    const ends = upper[index]! >= first || lower[index]! < last;
    (ends ? ending : passing).push(links[index]!);
  }
  return passing.length > mostPassing ? ending : [...ending, ...passing];
}

/** Indexes of the bars from whose finish one of the links leaves. */
export const leavingFinish = (links: readonly TimelineLink[]): ReadonlySet<number> =>
  new Set(links.filter(({ type }) => type === 'FS' || type === 'FF').map(({ from }) => from));

/** A bar that links should not run through, and where the name beside it ends. */
export interface Obstacle {
  readonly box: Box;
  readonly nameEnd: number;
}

export interface LinkPathsInput {
  readonly links: readonly TimelineLink[];
  readonly rows: RowList;
  /** What stands in the rows that can be seen. */
  readonly obstacles: readonly Obstacle[];
  readonly x: TimeScale;
  /** Pixels of the chart. */
  readonly width: number;
  /** Index of the selected row, whose links stand out, or -1. */
  readonly selected: number;
}

/** Draws links as paths, by look. Doubles, as collapsed rows make them, are drawn once. */
export function linkPaths(input: LinkPathsInput): Readonly<Record<LinkLook, LinkPaths>> {
  const { links, rows, obstacles, x, width, selected } = input;
  const { rowOfBar, plan } = rows;
  const lines: Record<LinkLook, string[]> = { plain: [], critical: [], selected: [] };
  const heads: Record<LinkLook, string[]> = { plain: [], critical: [], selected: [] };
  const blocked = blockedBy(obstacles);
  const nameEnds = new Map(obstacles.map(({ box, nameEnd }) => [box.y, nameEnd]));
  const seen = new Set<string>();
  const isCrowd = links.length > crowd;
  for (const { from, to, type } of links) {
    const [before, after] = [rowOfBar[from]!, rowOfBar[to]!];
    const isCritical = plan.timeline.bars[from]!.critical === true && plan.timeline.bars[to]!.critical === true;
    const id = `${before} ${after} ${type} ${Number(isCritical)}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const start = boxOf(rows, before, x, width);
    const end = boxOf(rows, after, x, width);
    if (!start || !end || isOutside(start, end, width)) continue;
    const isChosen = before === selected || after === selected;
    if (isCrowd && !isChosen && isSpeck(start, end)) continue;
    const look = isChosen ? 'selected' : isCritical ? 'critical' : 'plain';
    const points = routeLink(type, { ...start, nameEnd: nameEnds.get(start.y) }, end, blocked);
    lines[look].push(roundedPath(points));
    heads[look].push(arrowHead(points));
  }
  const paths = (look: LinkLook): LinkPaths => ({ lines: lines[look].join(''), heads: heads[look].join('') });
  return { plain: paths('plain'), critical: paths('critical'), selected: paths('selected') };
}

/** Undefined for the headings of groups, and for bars without dates. */
function boxOf({ entries, plan }: RowList, row: number, x: TimeScale, width: number): Box | undefined {
  const bar = entries[row]!;
  const box = bar < 0 ? undefined : barBox(plan.timeline.bars[bar]!, plan.holds[bar] === 1, row, x);
  return box && { ...box, left: near(box.left, width), right: near(box.right, width) };
}

/** In a crowd, bars so narrow and near each other that their link tells nothing: where years are fitted, these would pile up to a bar. */
const isSpeck = (a: Box, b: Box): boolean =>
  Math.min(a.right - a.left, b.right - b.left) < 6 && Math.abs(a.left - b.left) < 16;

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
