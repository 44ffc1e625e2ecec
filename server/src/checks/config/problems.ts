/** What the checks of the configuration share: reading it finds everything, each check takes what is its own. */
import type { ConfigProblemCode } from '../../kinds/config/problem';
import type { ConfigCheck } from '../check';

/** A check that reports the problems of one code. */
export const configCheck = (code: ConfigProblemCode): ConfigCheck => ({
  code,
  severity: 'error',
  find: ({ problems }) => problems.filter((problem) => problem.code === code),
});
