import { formatInstant, readInstant } from './dates';
import { defineType } from './define';
import { formatSignature, readSignature } from './signature';
import { joined } from './source';

/** `2026-02-14 by lin "note"`. */
export const stampType = defineType({
  name: 'stamp',
  noun: { en: 'a date with the person who did it', zh: '日期及经办人' },
  examples: ['2026-02-14 by lin', '2026-02-14 by lin "confirmed by their IT"', '2026-02-14'],
  parse: (reader) => {
    const instant = readInstant(reader);
    return instant && { type: 'stamp', minute: instant.minute, ...readSignature(reader) };
  },
  format: ({ minute, ...signature }, tongue) => joined(formatInstant(minute), formatSignature(signature, tongue)),
  references: ({ by }) => (by ? [by] : []),
});
