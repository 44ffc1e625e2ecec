import type { createColors } from 'picocolors';
import type { CoverageMark } from '../ide/traceTree';

export type Colors = ReturnType<typeof createColors>;

/** The signs that say how far an item is covered. */
export const MARKS: Readonly<Record<CoverageMark, { readonly paint: (colors: Colors) => string }>> = {
  covered: { paint: ({ green }) => green('✓') },
  shallow: { paint: ({ yellow }) => yellow('~') },
  uncovered: { paint: ({ red }) => red('✗') },
  'not-needed': { paint: ({ dim }) => dim('-') },
};
