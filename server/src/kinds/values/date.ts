import { formatDay } from '../time';
import { DATE, DATE_EXAMPLE, readDay } from './dates';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited } from './source';

/** `2026-03-02`. */
export const dateType = defineType({
  name: 'date',
  noun: DATE,
  examples: [DATE_EXAMPLE],
  parse: (reader) => {
    if (reader.at('date-time') && !reader.field.types.includes('date-time')) return withTime(reader);
    const day = readDay(reader);
    return day === undefined ? undefined : { type: 'date', day };
  },
  format: ({ day }) => formatDay(day),
});

function withTime(reader: PhraseReader): undefined {
  const atom = reader.next!;
  const [date = ''] = atom.text.split('T');
  reader.fail(
    atom,
    { en: `Expected a date without a time: ${cited(date)}.`, zh: `应填写不带时间的日期：${cited(date)}。` },
    date,
  );
}
