/** Compares values of items with those that rules name. */
import type { FieldTest, Limit } from '../../kinds/config/fieldTest';
import { matchesWord } from '../../kinds/config/glob';
import { quantityOf, type Quantity } from '../../kinds/quantity';
import { dayOf, MINUTES_PER_DAY } from '../../kinds/time';
import type { ItemFacts } from '../../kinds/facts';
import type { Value } from '../../kinds/value';
import { referencesOf } from '../../kinds/values';
import { minutesOf, type Lengths } from '../../schedule/lengths';

/** Does the item pass the test? A field that is not there passes `absent` and `none` only. */
export function passes({ wants, limits }: FieldTest, { fields }: Pick<ItemFacts, 'fields'>, lengths: Lengths): boolean {
  for (const { field, node, values } of fields) {
    const here = field && limits.get(field.number);
    if (!here || node.phrases.length === 0) continue;
    if (wants === 'present') return true;
    if (wants === 'absent') return false;
    const fits = values.some(({ value }) => value && here.some((limit) => fitsLimit(value, limit, lengths)));
    if (fits) return wants === 'some';
  }
  return wants === 'absent' || wants === 'none';
}

function fitsLimit(value: Value, { op, value: limit }: Limit, lengths: Lengths): boolean {
  const [size, other] = [quantityOf(value), quantityOf(limit)];
  if (size && other) return fitsSize(size, other, op, lengths);
  return op === '=' && isEqual(value, limit);
}

function isEqual(value: Value, limit: Value): boolean {
  if ('text' in value && 'text' in limit) return matchesWord(limit.text, value.text);
  if (value.type === 'enum' || limit.type === 'enum')
    return value.type === 'enum' && limit.type === 'enum' && value.key === limit.key;
  const [reference] = referencesOf(limit);
  // A reference with more to it, such as `T-1 SS + 2d`, is the one to its item.
  if (reference) return referencesOf(value).some(({ id }) => id === reference.id);
  return JSON.stringify(value) === JSON.stringify(limit);
}

function fitsSize(size: Quantity, limit: Quantity, op: Limit['op'], lengths: Lengths): boolean {
  const difference = differenceOf(size, limit, lengths);
  if (difference === undefined) return false;
  switch (op) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '=':
      return difference === 0;
  }
}

/** Undefined when the two cannot be compared: other dimensions or currencies, or working time with time on the clock. */
function differenceOf(a: Quantity, b: Quantity, lengths: Lengths): number | undefined {
  if (a.dimension === 'duration')
    return b.dimension === 'duration' && a.duration.elapsed === b.duration.elapsed
      ? minutesOf(a.duration, lengths) - minutesOf(b.duration, lengths)
      : undefined;
  if (b.dimension === 'duration' || a.dimension !== b.dimension || a.unit !== b.unit) return undefined;
  // A limit without a time of day means the whole day.
  const isDay = b.dimension === 'minute' && b.amount % MINUTES_PER_DAY === 0;
  return isDay ? dayOf(a.amount) - dayOf(b.amount) : a.amount - b.amount;
}
