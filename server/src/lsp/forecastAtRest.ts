/** Forecasts for timelines: too slow for every keystroke, so they are made when the text rests and the old ones serve until then. */
import { forecastsOf, isSameForecasts, noForecasts, type Forecasts } from '../ide/timeline/forecasts';
import type { World } from '../ide/world';

/** Milliseconds without a change. */
const REST = 700;
/** Tasks placed over all runs: about half a second of work. */
const MOST_PLACED = 500_000;

interface Known {
  readonly revision: number;
  readonly forecasts: Forecasts;
}

/**
 * Answers with the forecasts that are known by now; if they are of an older text, they are made anew soon. `changed` is told of a
 * project that has other ones then.
 */
export function forecastAtRest(
  worldOf: (root: string) => World | undefined,
  changed: (root: string, revision: number) => void,
): (world: World) => Forecasts {
  const known = new Map<string, Known>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const renew = (root: string): void => {
    timers.delete(root);
    const world = worldOf(root);
    if (!world) {
      known.delete(root);
      return;
    }
    const before = known.get(root)?.forecasts ?? noForecasts;
    const made = attempt(world);
    const isSame = isSameForecasts(before, made);
    known.set(root, { revision: world.revision, forecasts: isSame ? before : made });
    if (!isSame) changed(root, world.revision);
  };
  return ({ root, revision }) => {
    const found = known.get(root);
    if (found?.revision !== revision) {
      clearTimeout(timers.get(root));
      timers.set(
        root,
        setTimeout(() => renew(root), REST),
      );
    }
    return found?.forecasts ?? noForecasts;
  };
}

/** Nobody waits for an answer to whom a failure could be told; the picture does without. */
function attempt(world: World): Forecasts {
  try {
    return forecastsOf(world, MOST_PLACED);
  } catch {
    return noForecasts;
  }
}
