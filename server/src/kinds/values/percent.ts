import type { Atom } from '../../language/ast';
import { digitsOf, readAmount } from './amount';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, spanOf } from './source';

/** `40%`. */
export const percentType = defineType({
  name: 'percent',
  noun: { en: 'a percentage', zh: '百分比' },
  examples: ['40%'],
  parse: (reader) => {
    const fraction = readFraction(reader);
    return fraction === undefined ? undefined : { type: 'percent', fraction };
  },
  format: ({ fraction }) => formatFraction(fraction),
});

/** Reads `40%` as 0.4. */
export function readFraction(reader: PhraseReader): number | undefined {
  const atom = reader.take('percent');
  if (!atom) return withoutSign(reader);
  const percentage = readAmount(reader, atom.text.slice(0, -1), atom);
  return percentage === undefined ? undefined : fractionOf(atom.text.slice(0, -1));
}

/** Moves the decimal point in the text: 99.9 ÷ 100 would not be 0.999. */
export const fractionOf = (percentage: string): number => Number(`${percentage}e-2`);

/** 0.07 as `7%`. */
export const formatFraction = (fraction: number): string => `${digitsOf(fraction, 2)}%`;

function withoutSign(reader: PhraseReader): undefined {
  const negative = reader.behind('percent', 'number') && reader.at('minus');
  if (negative)
    return reader.fail(spanOf([negative, reader.behind('percent', 'number')!]), {
      en: 'A percentage cannot be negative.',
      zh: '百分比不能为负数。',
    });
  const number = reader.at('number');
  if (!number || Number(number.text) > Number.MAX_SAFE_INTEGER) return undefined;
  const percentage = asPercentage(number.text);
  if (reader.isLast(number)) reader.suggest({ text: percentage });
  const sign = reader.behind('junk', 'name');
  const span = sign && /^(%|percent|pct)$/.test(sign.text) ? spanOf([number, sign]) : number;
  reader.fail(span, missingSign(number, percentage), percentage);
}

/** `0.5` means one half, `50` means fifty percent. */
const asPercentage = (number: string): string =>
  number.includes('.') && Number(number) <= 1 ? formatFraction(Number(number)) : `${number}%`;

const missingSign = ({ text }: Atom, percentage: string): { en: string; zh: string } => ({
  en: `A percentage takes a percent sign: ${cited(percentage)} instead of ${cited(text)}.`,
  zh: `百分比要带百分号：应写 ${cited(percentage)}，而不是 ${cited(text)}。`,
});
