import { digitsOf, readAmount } from './amount';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited } from './source';

/** `4.5`, `-3`. */
export const numberType = defineType({
  name: 'number',
  noun: { en: 'a number', zh: '数字' },
  examples: ['5', '4.5'],
  parse: (reader) => {
    const value = readNumber(reader);
    return value === undefined ? undefined : { type: 'number', value };
  },
  format: ({ value }) => digitsOf(value),
});

/** Reads a number with an optional minus before it. */
function readNumber(reader: PhraseReader): number | undefined {
  const negative = reader.behind('number') ? reader.take('minus') : undefined;
  const atom = reader.take('number');
  if (!atom) return withUnit(reader);
  const amount = readAmount(reader, atom.text, atom);
  return amount && negative ? -amount : amount;
}

function withUnit(reader: PhraseReader): undefined {
  const atom = reader.at('quantity', 'percent');
  // Where words may stand too, `2a` is rather one of them without quotes.
  if (!atom || reader.field.types.includes('string')) return;
  const number = /^[\d.]+/.exec(atom.text)?.[0] ?? '';
  reader.fail(
    atom,
    { en: `Expected a number without a unit: ${cited(number)}.`, zh: `应填写不带单位的数字：${cited(number)}。` },
    number,
  );
}
