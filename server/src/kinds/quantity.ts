/** Values that can be told apart by size. */
import { MINUTES_PER_DAY } from './time';
import type { Duration, Value, ValueName, ValueOf } from './value';

/** Only quantities of one dimension can be compared; of money, only those of one currency. */
export type Quantity =
  | { readonly dimension: 'number' | 'percent' | 'minute' | 'money'; readonly amount: number; readonly unit?: string }
  | { readonly dimension: 'duration'; readonly duration: Duration };

/** What the value is by size: of an estimate the likely one, of a stamp its date. Undefined for names, references and the like. */
export const quantityOf = <N extends ValueName>(value: ValueOf<N>): Quantity | undefined =>
  (SIZES as { readonly [M in N]?: (value: ValueOf<M>) => Quantity })[value.type]?.(value);

const SIZES: { readonly [N in ValueName]?: (value: Extract<Value, { type: N }>) => Quantity } = {
  number: ({ value: amount }) => ({ dimension: 'number', amount }),
  score: ({ score: amount }) => ({ dimension: 'number', amount }),
  percent: ({ fraction: amount }) => ({ dimension: 'percent', amount }),
  date: ({ day }) => ({ dimension: 'minute', amount: day * MINUTES_PER_DAY }),
  'date-time': ({ minute: amount }) => ({ dimension: 'minute', amount }),
  moment: ({ minute: amount }) => ({ dimension: 'minute', amount }),
  stamp: ({ minute: amount }) => ({ dimension: 'minute', amount }),
  money: ({ amount, currency: unit = '' }) => ({ dimension: 'money', amount, unit }),
  duration: (duration) => ({ dimension: 'duration', duration }),
  estimate: ({ likely: duration }) => ({ dimension: 'duration', duration }),
};
