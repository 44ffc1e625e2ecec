/** By when milestones are reached with 80 % confidence, as far as the plan says what is uncertain. */
import type { PlanMinute } from '../../kinds/time';
import { forecast, USUAL } from '../../schedule/forecast/forecast';
import type { World } from '../world';
import { drawnItems } from './items';

/** By key of the bar. */
export type Forecasts = ReadonlyMap<string, PlanMinute>;

export const noForecasts: Forecasts = new Map();

/** Fewer runs say too little. */
const FEWEST_RUNS = 100;

/**
 * Runs the plan many times, which takes longer than all else about the picture: `mostPlaced` bounds how many tasks are placed over
 * all runs. Nothing where that leaves too few runs.
 */
export function forecastsOf({ model, schedule }: World, mostPlaced = Infinity): Forecasts {
  const runs = Math.min(USUAL.runs, Math.floor(mostPlaced / Math.max(1, schedule.items().length)));
  if (runs < FEWEST_RUNS) return noForecasts;
  const keys = new Map(drawnItems(model).map(({ item, key }) => [item.index, key]));
  const { milestones } = forecast(schedule, { ...USUAL, runs });
  return new Map(
    [...milestones].flatMap(([index, { p80 }]) => {
      const key = keys.get(schedule.at(index).item.index);
      return key === undefined ? [] : [[key, p80]];
    }),
  );
}

export const isSameForecasts = (some: Forecasts, others: Forecasts): boolean =>
  some.size === others.size && [...some].every(([key, minute]) => others.get(key) === minute);
