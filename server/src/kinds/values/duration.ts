import { defineType } from './define';
import { DURATION, formatDuration, readDuration } from './durations';

/** `5d`, `2ed`. */
export const durationType = defineType({
  name: 'duration',
  noun: DURATION,
  examples: ['5d', '4h', '2ed'],
  parse: readDuration,
  format: formatDuration,
});
