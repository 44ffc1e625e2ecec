/** Says on a terminal what is being done, while it takes long; into pipes and logs it says nothing. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Text, Tongue } from '../../kinds/tongue';
import { createLine, ERASED, type TickerInput } from './line';

export interface Progress {
  /** What is done from now on. */
  readonly at: (words: Text) => void;
  /** Takes the line away, before something else is written; it comes back behind that. */
  readonly clear: () => void;
  /** Takes the line away for good. */
  readonly end: () => void;
}

/** Says nothing, for those who are read by programs. */
export const noProgress: Progress = { at: () => undefined, clear: () => undefined, end: () => undefined };

/**
 * Work blocks this thread, so that no timer of it would fire in time: another one draws. It stands beside the command in every
 * copy of the product.
 */
export function startProgress(tongue: Tongue): Progress {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb') return noProgress;
  const shared = new SharedArrayBuffer(16);
  const line = createLine(shared);
  const worker = new Worker(join(__dirname, 'ticker.js'), { workerData: { shared } satisfies TickerInput });
  worker.unref();
  worker.on('error', () => undefined); // whatever is wrong with it, the work goes on without
  const erase = (): void => {
    if (line.isDrawn()) writeSync(process.stderr.fd, ERASED);
    line.setDrawn(false);
  };
  const end = (): void => {
    line.alone(() => {
      erase();
      line.close();
    });
    process.off('exit', end);
    void worker.terminate();
  };
  process.once('exit', end);
  return { at: (words) => worker.postMessage(words[tongue]), clear: () => line.alone(erase), end };
}
