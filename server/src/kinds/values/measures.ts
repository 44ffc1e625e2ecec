/** Reads and writes measured or promised figures: `2s`, `99.9%`, `1200 CNY`, `5 orders/h`. */
import { CONNECTIVES } from './words';
import type { Measure } from '../value';
import { digitsOf, readAmount } from './amount';
import { partsOf } from './durations';
import { isName } from './name';
import type { PhraseReader } from './reader';

const CONNECTING = Object.values(CONNECTIVES).map(({ find }) => find);

/** Reads a number and the unit behind it; undefined when there is none. Units are free. */
export function readMeasure(reader: PhraseReader): Measure | undefined {
  const minus = reader.behind('number', 'quantity', 'percent') ? reader.take('minus') : undefined;
  const atom = reader.take('number', 'quantity', 'percent');
  if (!atom) return undefined;
  const { digits, unit } = partsOf(atom);
  const size = readAmount(reader, digits, atom);
  if (size === undefined) return undefined;
  return { amount: minus && size > 0 ? -size : size, unit: readPer(reader, unit === '' ? readUnit(reader) : unit) };
}

/** `2s`, `99.9%`, `5 orders/h`: a short unit hangs on the number, a word or a currency stands behind it. */
export const formatMeasure = ({ amount, unit = '' }: Measure): string =>
  `${digitsOf(amount)}${standsApart(unit.split('/', 1)[0]!) ? ' ' : ''}${unit}`;

const standsApart = (unit: string): boolean => isName(unit) && !isConnecting(unit) && !HANGING.test(unit);

/** Up to three letters that are no currency, or Chinese. */
const HANGING = /^(?:(?![A-Z]{3}$)[A-Za-zµ]{1,3}|[\u3400-\u9FFF]+)$/;

const isConnecting = (word: string): boolean => CONNECTING.some((find) => find(word) !== undefined);

/** Reads the unit of `5 orders`; a connecting word is none. */
function readUnit(reader: PhraseReader): string | undefined {
  const atom = reader.at('name');
  return atom && !isConnecting(atom.text) ? reader.take('name')?.text : undefined;
}

/** Reads the second half of `orders/h`. */
function readPer(reader: PhraseReader, unit: string | undefined): string | undefined {
  if (!reader.at('slash') || !reader.behind('name')) return unit;
  reader.position++;
  return `${unit ?? ''}/${reader.take('name')?.text ?? ''}`;
}
