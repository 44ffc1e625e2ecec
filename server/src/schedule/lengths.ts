import type { Duration } from '../kinds/value';
import { valueOf } from '../kinds/facts';
import type { Item } from '../model/model';
import { MINUTES_PER_DAY } from '../kinds/time';
import { perFacts } from './perFacts';

/** What a working day, week and month last, in working minutes. */
export interface Lengths {
  readonly d: number;
  readonly w: number;
  readonly mo: number;
}

/** 8 hours, 5 days, 20 days: MS Project's defaults. */
const DAY = 480;
const DAYS_PER_WEEK = 5;
const DAYS_PER_MONTH = 20;

/** The lengths that the project states, or the usual ones. */
export const lengthsOf = (project: Item | undefined): Lengths => (project ? statedLengths(project) : USUAL);

const USUAL: Lengths = { d: DAY, w: DAY * DAYS_PER_WEEK, mo: DAY * DAYS_PER_MONTH };

const statedLengths = perFacts((project): Lengths => {
  const stated = (key: string, lengths: Lengths, otherwise: number): number => {
    const value = valueOf(project, key);
    return value?.type === 'duration' && value.amount > 0 ? minutesOf(value, lengths) : otherwise;
  };
  const d = stated('day-length', USUAL, DAY);
  const w = stated('week-length', { ...USUAL, d }, d * DAYS_PER_WEEK);
  return { d, w, mo: stated('month-length', { d, w, mo: d * DAYS_PER_MONTH }, d * DAYS_PER_MONTH) };
});

const ELAPSED: Lengths = { d: MINUTES_PER_DAY, w: 7 * MINUTES_PER_DAY, mo: 30 * MINUTES_PER_DAY };

/** Minutes of a duration: working minutes, or minutes of the clock if it is elapsed (an elapsed month has 30 days). */
export function minutesOf({ amount, unit, elapsed }: Duration, lengths: Lengths): number {
  const { d, w, mo } = elapsed ? ELAPSED : lengths;
  return amount * { min: 1, h: 60, d, w, mo }[unit];
}

/**
 * Minutes of a duration in the measure of something else: of working time, or of the clock if that is `elapsed`. A week of
 * the one is a week of the other.
 */
export function minutesAs(duration: Duration, elapsed: boolean, lengths: Lengths): number {
  const minutes = minutesOf(duration, lengths);
  if (duration.elapsed === elapsed) return minutes;
  const clockPerWork = ELAPSED.w / lengths.w;
  return elapsed ? minutes * clockPerWork : minutes / clockPerWork;
}
