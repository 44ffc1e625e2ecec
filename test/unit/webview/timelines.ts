import type { Timeline, TimelineBar, TimelineLink } from '../../../server/src/ide/timeline.types';

/** Plan minute of a date: "2026-01-05T09:00", or midnight of "2026-01-05". */
export const minute = (date: string): number => Date.parse(date.includes('T') ? `${date}Z` : `${date}T00:00Z`) / 60_000;

/** A task that stands on lines 3 × index and the one below it. */
export function bar(key: string, index: number, changes: Partial<TimelineBar> = {}): TimelineBar {
  return {
    key,
    id: key,
    title: `Title of ${key}`,
    type: 'task',
    parent: undefined,
    level: 0,
    start: minute('2026-01-05T09:00'),
    finish: minute('2026-01-09T18:00'),
    due: undefined,
    critical: false,
    progress: undefined,
    assignees: [],
    why: undefined,
    source: {
      uri: 'file:///plan/a.delivery',
      start: { line: index * 3, character: 0 },
      end: { line: index * 3 + 1, character: 1 },
    },
    ...changes,
  };
}

export function timeline(
  bars: readonly TimelineBar[],
  links: readonly TimelineLink[] = [],
  changes: Partial<Timeline> = {},
): Timeline {
  return {
    revision: 1,
    root: 'file:///plan',
    title: 'Plan',
    start: minute('2026-01-05T09:00'),
    finish: minute('2026-03-31T18:00'),
    statusDate: undefined,
    bars,
    links,
    nonWorking: [],
    syntaxErrors: 0,
    ...changes,
  };
}

/** A phase P with two tasks, the second of which holds a third, and a milestone after it. */
export const smallPlan = (): Timeline =>
  timeline([
    bar('P', 0, { type: 'phase', source: { ...bar('P', 0).source, end: { line: 12, character: 1 } } }),
    bar('A', 1, { parent: 'P', level: 1 }),
    bar('B', 2, { parent: 'P', level: 1, source: { ...bar('B', 2).source, end: { line: 11, character: 3 } } }),
    bar('C', 3, { parent: 'B', level: 2 }),
    bar('M', 5, { type: 'milestone', start: minute('2026-01-12T18:00'), finish: minute('2026-01-12T18:00') }),
  ]);
