import { createColors } from 'picocolors';

export type Colors = ReturnType<typeof createColors>;

/**
 * Colours on a terminal that has some. Whoever sets NO_COLOR wants none (https://no-color.org), before all else; whoever sets
 * FORCE_COLOR wants them also where a pipe leads to a log that shows them, or with 0 nowhere.
 */
export function outputColors(): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return createColors(false);
  if (FORCE_COLOR) return createColors(FORCE_COLOR !== '0' && FORCE_COLOR !== 'false');
  return createColors(process.stdout.isTTY && TERM !== 'dumb');
}
