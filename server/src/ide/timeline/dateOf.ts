import { valueOf } from '../../kinds/facts';
import { MINUTES_PER_DAY, type PlanMinute } from '../../kinds/time';
import type { Item } from '../../model/model';

/** Where the date of a field is drawn. One without a time stands at noon of its day, so that its mark is inside the day's column. */
export function dateOf(item: Item, key: string): PlanMinute | undefined {
  const value = valueOf(item, key);
  if (value?.type === 'date-time') return value.minute;
  return value?.type === 'date' ? value.day * MINUTES_PER_DAY + MINUTES_PER_DAY / 2 : undefined;
}
