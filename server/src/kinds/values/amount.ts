/** Numbers that all value types accept: small enough to be exact, and written without an exponent. */
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

/** The shortest digits that read back as the number, times a power of ten: `0.07` by two places is `7`. Never with an exponent. */
export function digitsOf(amount: number, places = 0): string {
  if (amount === 0) return '0';
  const [significand = '', exponent = ''] = Math.abs(amount).toExponential().split('e');
  const digits = significand.replace('.', '');
  const sign = amount < 0 ? '-' : '';
  const point = Number(exponent) + 1 + places;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
