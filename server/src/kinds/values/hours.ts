import { formatDays, readManyDays } from './days';
import { defineType } from './define';
import { joined } from './source';
import { formatSpans, readSpans } from './spans';

/** `09:00..12:00`, or `sat 09:00..13:00 14:00..15:00` for some days. */
export const hoursType = defineType({
  name: 'hours',
  noun: { en: 'working hours', zh: '工作时间' },
  examples: ['09:00..12:00', 'sat 09:00..13:00 14:00..15:00'],
  parse: (reader) => {
    const weekdays = readManyDays(reader);
    const spans = readSpans(reader);
    if (spans.length > 0) return { type: 'hours', weekdays, spans };
    return reader.missing({ en: 'hours', zh: '时间段' }, '09:00..12:00');
  },
  format: ({ weekdays, spans }, tongue) => joined(formatDays(weekdays, tongue), formatSpans(spans)),
});
