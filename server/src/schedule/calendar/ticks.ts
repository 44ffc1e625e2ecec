/** Ticks: the unit in which the schedule computes. */
import { MINUTES_PER_DAY } from '../../kinds/time';

/**
 * Tenths of a minute, always whole: the precision in which MS Project stores durations and slack ("6857.1min").
 * All arithmetic is done in ticks, because sums of tenths are not exact in binary fractions.
 */
export type Tick = number;

export const TICKS_PER_MINUTE = 10;
export const TICKS_PER_DAY = TICKS_PER_MINUTE * MINUTES_PER_DAY;

/** Last day that calendars know, either side of 1970: about 273,000 years, the range of JavaScript's own dates. */
export const MAX_DAY = 100_000_000;

/** Minutes to ticks, rounded to the nearest tick; infinities stay. */
export const toTicks = (minutes: number): Tick => Math.round(minutes * TICKS_PER_MINUTE);

/** Ticks to minutes: the double nearest to the decimal fraction, so 66667 gives exactly 6666.7. */
export const toMinutes = (ticks: Tick): number => ticks / TICKS_PER_MINUTE;
