import type { CoverageMark } from '../ide/traceTree';
import type { Colors } from './colors';

/** The signs that say how far an item is covered. */
export const MARKS: Readonly<Record<CoverageMark, (colors: Colors) => string>> = {
  covered: ({ green }) => green('✓'),
  shallow: ({ yellow }) => yellow('~'),
  uncovered: ({ red }) => red('✗'),
  'not-needed': ({ dim }) => dim('-'),
};
