/** Measures and prints: each figure is a ratio to a yardstick of the same run, so that it means the same on any machine. */

/** Least time of several runs, in milliseconds: what the work takes when nothing disturbs it. */
export function fastest(work: () => unknown, runs = 15): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Times of each call in milliseconds, sorted. */
export function times(count: number, work: (index: number) => unknown): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => {
    const start = performance.now();
    work(index);
    return performance.now() - start;
  });
  return all.sort((a, b) => a - b);
}

/** The value below which a share of the sorted values lies. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

/** Bytes of heap in use after a collection; needs `node --expose-gc`. */
export function heapUsed(): number {
  for (let round = 0; round < 4; round++) (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** Prints one figure and whether it keeps its target. */
export function report(name: string, value: number, target: number, unit = '×'): void {
  const mark = value <= target ? 'ok  ' : 'MISS';
  console.log(`${mark} ${name.padEnd(64)} ${format(value).padStart(10)} ${unit}  (target ≤ ${format(target)})`);
}

/** Prints a figure that has no target. */
export const note = (name: string, value: number, unit: string): void =>
  console.log(`     ${name.padEnd(64)} ${format(value).padStart(10)} ${unit}`);

const format = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2);
