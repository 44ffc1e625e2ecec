/** Reads and writes amounts of money: `1200 CNY`, `30万元`. */
import type { Atom } from '../../language/ast';
import { digitsOf, readAmount } from './amount';
import { partsOf } from './durations';
import type { PhraseReader } from './reader';
import { cited, joined, spanOf } from './source';

export interface Amount {
  readonly amount: number;
  /** ISO 4217 code; undefined = the project's currency. */
  readonly currency: string | undefined;
}

/** Everyday names of currencies. */
const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    元: 'CNY',
    人民币: 'CNY',
    块: 'CNY',
    美元: 'USD',
    美金: 'USD',
    欧元: 'EUR',
    英镑: 'GBP',
    日元: 'JPY',
    港元: 'HKD',
    港币: 'HKD',
  }),
);
const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    RMB: 'CNY',
    YUAN: 'CNY',
    EURO: 'EUR',
    EUROS: 'EUR',
    DOLLAR: 'USD',
    DOLLARS: 'USD',
    '¥': 'CNY',
    '￥': 'CNY',
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
  }),
);
const CODE = /^[A-Z]{3}$/;
/** Powers of ten that Chinese writers attach to numbers. */
const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['亿', 8],
]);

/** Reads an amount; undefined when there is none. */
export function readMoney(reader: PhraseReader): Amount | undefined {
  if (reader.next && reader.behind('number', 'quantity')) {
    const code = SPELLINGS.get(reader.next.text.toUpperCase()) ?? codeOf(reader.next.text);
    if (code !== undefined) return currencyFirst(reader, code);
  }
  const number = reader.at('number', 'quantity');
  if (!number) return undefined;
  const { digits, unit } = partsOf(number);
  const exponent = MYRIADS.get(unit[0] ?? '') ?? 0;
  const attached = exponent === 0 ? unit : unit.slice(1);
  const word = attached === '' ? reader.behind('name', 'junk') : undefined;
  const written = attached === '' ? word?.text : attached;
  const currency = written === undefined ? undefined : codeOf(written);
  if (written !== undefined && currency === undefined) return unknownCurrency(reader, word ?? number, written, digits);
  const amount = readAmount(reader, `${digits}e${exponent}`, number);
  if (amount === undefined) return undefined;
  reader.position += word ? 2 : 1;
  return { amount, currency };
}

/** `1200 CNY`: the code of the currency is the same in every tongue. */
export const formatMoney = ({ amount, currency }: Amount): string => joined(digitsOf(amount), currency);

const codeOf = (written: string): string | undefined =>
  CODE.test(written) && !SPELLINGS.has(written) ? written : CURRENCY_NAMES.get(written);

/** `CNY 1200`, `¥1200`. */
function currencyFirst(reader: PhraseReader, code: string): undefined {
  const [sign, amount] = reader.atoms.slice(reader.position);
  const right = `${amount!.text} ${code}`;
  reader.fail(
    spanOf([sign!, amount!]),
    { en: `The currency stands behind the amount: ${cited(right)}.`, zh: `币种写在金额之后：${cited(right)}。` },
    right,
  );
}

function unknownCurrency(reader: PhraseReader, { start, end }: Atom, written: string, digits: string): undefined {
  const upper = written.toUpperCase();
  const code =
    SPELLINGS.get(upper) ??
    (CODE.test(upper) && written === written.toLowerCase() && /^[a-z]{3}$/.test(written) ? upper : undefined);
  const span = { start: end - written.length, end };
  const attached = span.start > start;
  reader.fail(
    span,
    {
      en: `${cited(written)} is no currency. A currency is three capital letters: \`${digits} ${code ?? 'CNY'}\`.`,
      zh: `${cited(written)} 不是币种。币种是三个大写字母：\`${digits} ${code ?? 'CNY'}\`。`,
    },
    code === undefined ? undefined : `${attached ? ' ' : ''}${code}`,
    code === undefined ? 'mismatch' : 'specific',
  );
}
