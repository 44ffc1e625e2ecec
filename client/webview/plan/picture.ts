import type { Timeline } from '../../../server/src/ide/timeline/types';
import { indexPlan, type Plan } from './plan';

/** What is drawn while people type: a text with syntax errors does not tear holes into the picture. */
export interface Picture {
  readonly plan: Plan;
  /** What the text says now. The plan is of this or, while the text is broken, of an older revision. */
  readonly newest: Timeline;
  /** The plan is older than the newest text. */
  readonly stale: boolean;
}

/** The next picture: the newest timeline, or the last good one while the newest has syntax errors. */
export function nextPicture(previous: Picture | undefined, newest: Timeline): Picture {
  if (newest.syntaxErrors > 0 && isGood(previous)) return { plan: previous.plan, newest, stale: true };
  return { plan: indexPlan(newest, previous?.plan), newest, stale: false };
}

const isGood = (picture: Picture | undefined): picture is Picture => picture?.plan.timeline.syntaxErrors === 0;
