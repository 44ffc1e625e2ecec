import { formatMoney, readMoney } from './currency';
import { defineType } from './define';

/** `1200 CNY`; without a currency, in the project's. */
export const moneyType = defineType({
  name: 'money',
  noun: { en: 'an amount of money', zh: '金额' },
  examples: ['1200 CNY', '30万元'],
  parse: (reader) => {
    const minus = reader.behind('number', 'quantity') ? reader.take('minus') : undefined;
    const money = readMoney(reader);
    return (
      money && {
        type: 'money',
        amount: minus && money.amount > 0 ? -money.amount : money.amount,
        currency: money.currency,
      }
    );
  },
  format: formatMoney,
});
