import type { ValueProblem } from '../../kinds/value';
import type { SyntaxProblem } from '../../language/ast';

/** Signs of which the syntax itself says how they are written here. */
const KNOWN = /^['‘’「」『』;；\ufffd]/;

/** Does a value know what its signs were meant to be, so that nothing needs to be said of a single sign? */
export const explains = (
  value: ValueProblem | undefined,
  { problem, subject = '', start, end }: SyntaxProblem,
): boolean =>
  problem === 'unexpected-character' &&
  !KNOWN.test(subject) &&
  value?.suggestion !== undefined &&
  value.start <= start &&
  end <= value.end;
