import type { Timeline } from '../../server/src/ide/timeline.types';
import { indexPlan, type Plan } from './plan';

/** What is drawn while people type: a text with syntax errors does not tear holes into the picture. */
export interface Picture {
  readonly plan: Plan;
  /** Syntax errors of the newest text. */
  readonly syntaxErrors: number;
  /** The plan is older than the newest text. */
  readonly stale: boolean;
}

/** The next picture: the newest timeline, or the last good one while the newest has syntax errors. */
export function nextPicture(previous: Picture | undefined, newest: Timeline): Picture {
  const { syntaxErrors } = newest;
  if (syntaxErrors === 0 || !isGood(previous)) return { plan: indexPlan(newest), syntaxErrors, stale: false };
  return { plan: indexPlan(withSourcesOf(previous.plan.timeline, newest)), syntaxErrors, stale: true };
}

const isGood = (picture: Picture | undefined): picture is Picture =>
  picture !== undefined && (picture.stale || picture.syntaxErrors === 0);

/** The old bars, with the places of those declarations that can still be read, so that a click goes to the right line. */
function withSourcesOf(good: Timeline, newest: Timeline): Timeline {
  const sources = new Map(newest.bars.map(({ key, source }) => [key, source]));
  return { ...good, bars: good.bars.map((bar) => ({ ...bar, source: sources.get(bar.key) ?? bar.source })) };
}
