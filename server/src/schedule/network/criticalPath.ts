import { backwardPass } from './backward';
import type { Network } from './compile';
import { forwardPass } from './forward';
import { newPasses } from './passes';
import type { Passes } from './passes';

/**
 * Forward and backward pass by MS Project's rules. Tasks that shall be as late as possible take their late dates, and
 * what follows them is placed again; late dates and the project's finish do not depend on that. The arrays of `spare` are
 * written over.
 */
export function criticalPath(net: Network, duration?: Float64Array, spare?: Passes): Passes {
  const passes = newPasses(net, duration, spare);
  forwardPass(passes);
  backwardPass(passes);
  if (!net.hasLate) return passes;
  const reported = passes.problems.length;
  forwardPass(passes, true);
  backwardPass(passes);
  passes.problems.length = reported;
  return passes;
}
