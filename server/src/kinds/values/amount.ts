/** Numbers that all value types accept: small enough to be exact. */
import type { Atom } from '../../language/ast';
import type { PhraseReader } from './reader';
import { cited } from './source';

/** The value of digits such as `4.5`, or undefined with a problem when it is too large to be exact. */
export function readAmount(
  reader: PhraseReader,
  digits: string,
  atom: Atom,
  largest = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const amount = Number(digits);
  if (amount <= largest) return amount;
  return reader.fail(atom, { en: `${cited(atom.text)} is too large.`, zh: `${cited(atom.text)} 过大。` });
}
