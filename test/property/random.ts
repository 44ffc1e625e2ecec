/** How many cases a property test tries and where their random numbers begin: `npm run test:property -- --runs N --seed N`. */
import fc from 'fast-check';

/** The same in each run, so that a red test is red again; other seeds are for long runs by hand. */
export const seed = Number(process.env.DELIVERY_SEED ?? 20261122);

/** The number of cases asked for, or the usual one. */
export const runs = (usual: number): number => Number(process.env.DELIVERY_RUNS ?? usual);

fc.configureGlobal({ seed, numRuns: runs(100) });
