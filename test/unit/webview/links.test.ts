import assert from 'node:assert/strict';
import type { Box } from '../../../client/webview/chart/geometry';
import { linkPaths, linksInWindow, placeLinks } from '../../../client/webview/chart/linkPaths';
import { arrowHead, routeLink, roundedPath, type Point } from '../../../client/webview/chart/linkRoute';
import { indexPlan } from '../../../client/webview/plan/plan';
import { noFilter } from '../../../client/webview/plan/filter';
import { listRows, type RowList } from '../../../client/webview/plan/rows';
import type { TimelineLink } from '../../../server/src/ide/timeline/types';
import { bar, english, smallPlan, timeline } from './timelines';

const box = (left: number, right: number, row: number): Box => ({
  left,
  right,
  y: row * 26 + 13,
  half: 7,
  shape: 'bar',
});
const free = (): boolean => false;
const types = ['FS', 'SS', 'FF', 'SF'] as const;

/** Every leg is horizontal or vertical, and the last one goes into the bar from outside. */
function checkRoute(points: readonly Point[], label: string): void {
  points.slice(1).forEach(([x, y], index) => {
    const [px, py] = points[index]!;
    assert.ok(x === px || y === py, `${label}: leg ${index} is slanted`);
  });
}

describe('timeline links', () => {
  it('run along the axes, from and to the right sides, wherever the bars lie', () => {
    for (const type of types)
      for (const left of [-300, -40, 95, 100, 104, 112, 150, 400])
        for (const row of [1, 5, -3]) {
          const [from, to] = [box(0, 100, 3), box(left, left + 60, 3 + row)];
          const points = routeLink(type, from, to, free);
          checkRoute(points, `${type} ${left}`);
          const [x, y] = points.at(-1)!;
          const side = type === 'FS' || type === 'SS' ? to.left : to.right;
          const onTop = type === 'FS' && x >= to.left && x <= to.right && Math.abs(y - to.y) === to.half + 1;
          assert.ok(onTop || (x === side && y === to.y), `${type} ${left} ends at ${x} ${y}`);
        }
  });

  it('come down on a successor that starts where its predecessor finishes', () => {
    assert.deepEqual(routeLink('FS', box(0, 100, 0), box(103, 160, 1), free), [
      [100, 13],
      [109, 13],
      [109, 31],
    ]);
  });

  it('drop straight onto a milestone at the finish', () => {
    const milestone: Box = { left: 93, right: 107, y: 39, half: 7, shape: 'diamond' };
    assert.deepEqual(routeLink('FS', box(0, 100, 0), milestone, free), [
      [100, 20],
      [100, 31],
    ]);
  });

  it('keep near the predecessor unless a bar stands in the way', () => {
    const [from, to] = [box(0, 100, 0), box(200, 260, 4)];
    assert.equal(routeLink('FS', from, to, free)[1]![0], 108);
    assert.equal(routeLink('FS', from, to, (x) => x < 150)[1]![0], 192);
    assert.equal(routeLink('FS', from, to, () => true)[1]![0], 108);
    assert.equal(routeLink('FS', from, to, (x, _from, _to, withNames) => withNames || x < 150)[1]![0], 192);
  });

  it('pass a name beside their bar along the edge of its row, and only then', () => {
    const to = box(400, 460, 4);
    const named = { ...box(0, 100, 0), nameEnd: 180 };
    const farAlong = (x: number): boolean => x < 150;
    assert.deepEqual(routeLink('FS', named, to, farAlong), [
      ...[[100, 13] as const, [108, 13] as const, [108, 26] as const, [392, 26] as const, [392, 117] as const],
      [400, 117],
    ]);
    assert.equal(routeLink('FS', { ...box(0, 100, 6), nameEnd: 180 }, to, farAlong)[2]![1], 6 * 26);
    assert.equal(routeLink('FS', named, to, free).length, 4, 'down in front of the name');
    assert.equal(routeLink('FS', box(0, 100, 0), to, farAlong).length, 4, 'no name');
  });

  it('go back along the edge of the row to a successor that starts earlier', () => {
    const points = routeLink('FS', box(0, 100, 0), box(20, 60, 2), free);
    assert.deepEqual(
      points.map(([x]) => x),
      [100, 108, 108, 12, 12, 20],
    );
    assert.equal(points[2]![1], 52);
  });

  it('have round corners and a head at the tip', () => {
    const points: readonly Point[] = [
      [0, 0],
      [10, 0],
      [10, 20],
    ];
    assert.equal(roundedPath(points), 'M0 0L7 0Q10 0 10 3L10 15');
    assert.equal(arrowHead(points), 'M10 20L6.5 15L13.5 15Z');
  });
});

describe('timeline links between rows', () => {
  const index = (key: string): number => 'PABCM'.indexOf(key);
  const link = (from: string, to: string, type: TimelineLink['type'] = 'FS'): TimelineLink => ({
    from: index(from),
    to: index(to),
    type,
  });
  const rowsWith = (links: readonly TimelineLink[], collapsed: readonly string[] = []): RowList =>
    listRows({
      plan: indexPlan(smallPlan({ links })),
      grouping: 'text',
      filter: noFilter,
      collapsed: new Set(collapsed),
      texts: english,
    });
  const place = (links: readonly TimelineLink[], collapsed: readonly string[] = []): string => {
    const { upper, lower } = placeLinks(rowsWith(links, collapsed));
    return Array.from(upper, (row, number) => (row < 0 ? '' : `${row}-${lower[number]!}`)).join(' ');
  };

  it('end at the row that a bar is collapsed into', () => {
    assert.equal(place([link('A', 'C'), link('C', 'M')]), '1-3 3-4');
    assert.equal(place([link('A', 'C'), link('C', 'M')], ['B']), '1-2 2-3');
    assert.equal(place([link('M', 'A')]), '1-4', 'the upper row first');
  });

  it('vanish inside a collapsed row', () => {
    assert.equal(place([link('A', 'C'), link('C', 'M')], ['P']), ' 0-1');
  });

  it('are drawn when they touch the window, and not in crowds when they only pass it', () => {
    const within = (pairs: readonly (readonly [number, number])[]): readonly number[] =>
      linksInWindow(
        {
          links: pairs.map((_, number) => ({ from: number, to: 0, type: 'FS' })),
          upper: Int32Array.from(pairs, ([upper]) => upper),
          lower: Int32Array.from(pairs, ([, lower]) => lower),
        },
        { first: 10, last: 20 },
      ).map(({ from }) => from);
    const some: readonly (readonly [number, number])[] = [
      [1, 5],
      [5, 12],
      [15, 40],
      [30, 40],
      [2, 50],
      [-1, -1],
    ];
    assert.deepEqual(within(some), [1, 2, 4]);
    const crowd = Array.from({ length: 500 }, () => [2, 50] as const);
    assert.deepEqual(within([...crowd, [5, 12]]), [500]);
  });

  it('between specks are left out in a crowd, unless they are those of what is selected', () => {
    const bars = Array.from({ length: 60 }, (_, each) => bar(`S-${each}`));
    const chain = bars.slice(1).map((_, each): TimelineLink => ({ from: each, to: each + 1, type: 'FS' }));
    const drawn = (count: number, selected: number, pixels: number): number => {
      const plan = indexPlan(timeline(bars, chain.slice(0, count)));
      const rows = listRows({ plan, grouping: 'text', filter: noFilter, collapsed: new Set(), texts: english });
      const x = (at: number): number => ((at - plan.timeline.start) / 1440) * pixels;
      const paths = linkPaths({ links: plan.timeline.links, rows, obstacles: [], x, width: 1000, selected });
      return Object.values(paths).reduce((sum, { lines }) => sum + (lines.match(/M/g)?.length ?? 0), 0);
    };
    assert.deepEqual([drawn(59, -1, 0.5), drawn(59, 5, 0.5), drawn(59, -1, 20), drawn(10, -1, 0.5)], [0, 2, 59, 10]);
  });

  it('that a collapsed row makes double are drawn once', () => {
    const rows = rowsWith([link('A', 'M'), link('C', 'M')], ['P']);
    const { start, links } = rows.plan.timeline;
    const x = (at: number): number => (at - start) / 100;
    const paths = linkPaths({ links, rows, obstacles: [], x, width: 1000, selected: -1 });
    assert.equal(paths.plain.lines.match(/M/g)?.length, 1);
  });
});
