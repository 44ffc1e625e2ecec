import { formatDateTime, missingT, readInstant } from './dates';
import { defineType } from './define';

/** `2026-03-02T09:30`. */
export const dateTimeType = defineType({
  name: 'date-time',
  noun: { en: 'a date with a time', zh: '日期和时间' },
  examples: ['2026-03-02T09:30'],
  parse: (reader) => {
    const date = reader.at('date');
    const time = reader.behind('time');
    if (date && time) return missingT(reader, date, time);
    if (date) return undefined;
    const instant = readInstant(reader);
    return instant && { type: 'date-time', minute: instant.minute };
  },
  format: ({ minute }) => formatDateTime(minute),
});
