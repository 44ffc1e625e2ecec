/**
 * Joins calls: while the work runs, any number of further calls make it run once more afterwards, so the last call always
 * sees its effect and at most one run is under way. The work must not reject.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void run();
  };
}
