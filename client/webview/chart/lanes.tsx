import type { JSX } from 'preact';
import type { Knot, LoadRun, TimelinePerson, TimelineRequirement } from '../../../server/src/ide/timeline/types';
import { near, type TimeScale } from './geometry';
import type { Group } from '../plan/groups';
import { isDated, type Plan } from '../plan/plan';
import { rowHeight } from '../plan/rows';
import type { Message, Texts } from '../texts';
import { useTexts } from '../textsContext';
import { textWidth } from './textWidth';

export interface LaneProps {
  readonly plan: Plan;
  readonly group: Group;
  /** Index of the row. */
  readonly index: number;
  readonly x: TimeScale;
  /** Pixels of the chart. */
  readonly width: number;
}

/** What stands in the row of a group's heading: a person's load, a requirement's thread, or the span of what is in it. */
export function Lane({ plan, group, index, x, width }: LaneProps): JSX.Element | null {
  const y = (index + 0.5) * rowHeight;
  if (group.requirement) return <Thread requirement={group.requirement} {...{ x, y, width }} />;
  if (group.person?.load) return <Load person={group.person} {...{ x, y, width }} />;
  return <Span plan={plan} bars={group.bars} {...{ x, y, width }} />;
}

interface Place {
  readonly x: TimeScale;
  readonly y: number;
  readonly width: number;
}

function Span({ plan, bars, x, y, width }: Place & { plan: Plan; bars: readonly number[] }): JSX.Element | null {
  let [from, to] = [Infinity, -Infinity];
  for (const index of bars) {
    const bar = plan.timeline.bars[index]!;
    if (!isDated(bar)) continue;
    from = Math.min(from, bar.start);
    to = Math.max(to, bar.finish);
  }
  return from >= to ? null : <path class="group-span" d={`M${near(x(from), width)} ${y}H${near(x(to), width)}`} />;
}

const laneHalf = 10;
/** The lane's height stands for one and a half times what a person has. */
const fullShare = 1.5;

/** Work by day: as high as it is asked, red and with a lid where it is more than there is. */
function Load({ person, x, y, width }: Place & { person: TimelinePerson }): JSX.Element {
  const runs = (person.load ?? []).filter(
    ({ from, to, asked }) => asked > 0 && x((to + 1) * 1440) > 0 && x(from * 1440) < width,
  );
  const bottom = y + laneHalf;
  const line = bottom - (2 * laneHalf) / fullShare;
  const fair = blocks(
    runs.filter((run) => !isTooMuch(run)),
    bottom,
    x,
    width,
  );
  const over = blocks(runs.filter(isTooMuch), bottom, x, width);
  return (
    <g class="load">
      {fair !== '' && <path class="load-fair" d={fair} />}
      {over !== '' && <path class="load-over" d={over} />}
      {over !== '' && <path class="load-lid" d={lids(runs.filter(isTooMuch), bottom, x, width)} />}
      <path class="load-limit" d={`M0 ${line}H${width}`} />
    </g>
  );
}

export const isTooMuch = ({ asked, available }: LoadRun): boolean => asked > available * 1.005;

const heightOf = ({ asked, available }: LoadRun): number =>
  (2 * laneHalf * Math.min(fullShare, available > 0 ? asked / available : fullShare)) / fullShare;

const blocks = (runs: readonly LoadRun[], bottom: number, x: TimeScale, width: number): string =>
  runs
    .map((run) => {
      const [left, right] = [near(x(run.from * 1440), width), near(x((run.to + 1) * 1440), width)];
      return `M${left} ${bottom}V${bottom - heightOf(run)}H${right}V${bottom}Z`;
    })
    .join('');

const lids = (runs: readonly LoadRun[], bottom: number, x: TimeScale, width: number): string =>
  runs
    .map(
      (run) => `M${near(x(run.from * 1440), width)} ${bottom - heightOf(run)}H${near(x((run.to + 1) * 1440), width)}`,
    )
    .join('');

/** From the first knot to the last, and in words what is missing. */
function Thread({ requirement, x, y, width }: Place & { requirement: TimelineRequirement }): JSX.Element {
  const texts = useTexts();
  const { knots } = requirement;
  const [first, last] = [Math.min(...knots.map(({ start }) => start)), Math.max(...knots.map(({ finish }) => finish))];
  const text = missingText(requirement, texts);
  return (
    <g class="thread">
      {knots.length > 0 && <path class="thread-line" d={`M${near(x(first), width)} ${y}H${near(x(last), width)}`} />}
      {knots.map((knot, index) => (
        <KnotShape key={index} knot={knot} {...{ x, y, width }} />
      ))}
      {text !== undefined && (
        <text class="missing" x={roomFor(textWidth(text, laneFontSize), knots, x, width)} y={y + 4}>
          {text}
        </text>
      )}
    </g>
  );
}

const laneFontSize = 11;

/** Where a text of a width has room: behind the last knot, or else in the widest gap before or between them. */
function roomFor(length: number, knots: readonly Knot[], x: TimeScale, width: number): number {
  const inside = (minute: number): number => Math.max(0, Math.min(width, x(minute)));
  let reached = 0;
  const gaps: (readonly [from: number, to: number])[] = [];
  for (const { start, finish } of knots) {
    gaps.push([reached, inside(start)]);
    reached = Math.max(reached, inside(finish));
  }
  if (width - reached > length + 24 || gaps.length === 0) return reached + 12;
  const [from, to] = gaps.reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a));
  return Math.max(4, (from + to - length) / 2);
}

function KnotShape({ knot, x, y, width }: Place & { knot: Knot }): JSX.Element {
  const [left, right] = [near(x(knot.start), width), near(x(knot.finish), width)];
  switch (knot.type) {
    case 'origin':
      return <circle class="knot origin" cx={left} cy={y} r={4} />;
    case 'work':
      return <path class="knot work" d={`M${left} ${y}H${Math.max(right, left + 2)}`} />;
    case 'evidence':
      return <path class="knot evidence" d={`M${left - 4} ${y - 1}l3 3.4l5.4 -6.4`} />;
    case 'milestone':
      return <path class="knot milestone" d={`M${right} ${y - 5}l5 5l-5 5l-5 -5Z`} />;
    case 'signoff':
      return <path class="knot signoff" d={`M${left - 4} ${y - 4}h8v8h-8Z`} />;
  }
}

const strands = {
  origin: 'origin',
  criterion: 'criterion',
  work: 'work',
  milestone: 'milestone',
} as const satisfies Record<string, Message>;

/** "Missing: criterion, milestone"; undefined when nothing is. */
export function missingText({ missing }: TimelineRequirement, { t, list }: Texts): string | undefined {
  return missing && t('Missing: {0}', list(missing.map((strand) => t(strands[strand]))));
}
