import { formatDays, readDays } from './days';
import { defineType } from './define';

/** `mon..fri`, `sat`. */
export const weekdaysType = defineType({
  name: 'weekdays',
  noun: { en: 'days of the week', zh: '星期几' },
  examples: ['mon..fri', 'sat', '周一..周五'],
  parse: (reader) => {
    const weekdays = readDays(reader);
    return weekdays && { type: 'weekdays', weekdays };
  },
  format: ({ weekdays }, tongue) => formatDays(weekdays, tongue),
});
