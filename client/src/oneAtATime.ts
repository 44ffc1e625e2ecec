/**
 * Joins calls: while the work runs, any number of further calls make it run once more afterwards, so the last call always
 * sees its effect and at most one run is under way. The work must not reject.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const run = async (): Promise<void> => {
    state = 'running';
    await work();
    if (wantsAgain()) await run();
    else state = 'idle';
  };
  const wantsAgain = (): boolean => state === 'again';
  return () => {
    if (state === 'idle') void run();
    else state = 'again';
  };
}
