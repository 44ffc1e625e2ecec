/** What can be wrong with a configuration. */
import type { Span } from '../../language/ast';
import type { Text } from '../tongue';

/** `syntax`: it cannot be read; `schema`: it does not have the form of a configuration; `conflict`: it contradicts itself or the built-in kinds. */
export type ConfigProblemCode = 'config/syntax' | 'config/schema' | 'config/conflict';

/** Offsets count from the start of the file and never lead over a line's end. */
export interface ConfigProblem extends Span {
  readonly code: ConfigProblemCode;
  readonly message: Text;
  /** Another place in the file that belongs to it. */
  readonly related: (Span & { readonly message: Text }) | undefined;
}

export const problem = (
  code: ConfigProblemCode,
  { start, end }: Span,
  message: Text,
  related?: ConfigProblem['related'],
): ConfigProblem => ({ code, start, end, message, related });
