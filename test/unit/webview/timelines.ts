import { initialState, reduce, type Action, type State } from '../../../client/webview/panel/state';
import { createTexts } from '../../../client/webview/texts';
import type { Timeline, TimelineBar, TimelineLink } from '../../../server/src/ide/timeline/types';

/** Plan minute of a date: "2026-01-05T09:00", or midnight of "2026-01-05". */
export const minute = (date: string): number => Date.parse(date.includes('T') ? `${date}Z` : `${date}T00:00Z`) / 60_000;

export const english = createTexts('en', {});

/** A task of a week. */
export function bar(key: string, changes: Partial<TimelineBar> = {}): TimelineBar {
  return {
    key,
    id: key,
    title: `Title of ${key}`,
    type: 'task',
    start: minute('2026-01-05T09:00'),
    finish: minute('2026-01-09T18:00'),
    ...changes,
  };
}

/** A timeline of bars, none of which holds another unless `holders` says so. */
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
    dayLength: 480,
    bars,
    holders: bars.map(() => -1),
    links,
    nonWorking: [],
    people: [],
    requirements: [],
    words: {},
    syntaxErrors: 0,
    ...changes,
  };
}

/** A phase P with two tasks, the second of which holds a third, and a milestone after it. */
export const smallPlan = (changes: Partial<Timeline> = {}): Timeline =>
  timeline(
    [
      bar('P', { type: 'phase' }),
      bar('A'),
      bar('B'),
      bar('C'),
      bar('M', { type: 'milestone', start: minute('2026-01-12T18:00'), finish: minute('2026-01-12T18:00') }),
    ],
    [],
    { holders: [-1, 0, 0, 2, -1], ...changes },
  );

/** The state after some actions. */
export const after = (
  actions: readonly Action[],
  from: State = initialState({}, minute('2026-02-01'), english),
): State => actions.reduce(reduce, from);

export const show = (value: Timeline): Action => ({ type: 'received', message: { type: 'timeline', timeline: value } });
