/** Names of enum values for people. */
import type { KindTable } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';

/** "status/doing" → "进行中" for every status, result and priority of the table; the first kind that has a value names it. */
export function wordsOf(table: KindTable, tongue: Tongue): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const kind of table.kinds)
    for (const field of kind.fields) {
      const family = FAMILIES[field.key];
      if (family === undefined) continue;
      for (const { key, names } of field.values) words[`${family}/${key}`] ??= names[tongue][0] ?? key;
    }
  return words;
}

const FAMILIES: Readonly<Record<string, string>> = { status: 'status', result: 'status', priority: 'priority' };
