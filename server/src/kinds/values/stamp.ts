import { readInstant } from './dates';
import { defineType } from './define';
import { readSignature } from './signature';

/** `2026-02-14 by lin "note"`. */
export const stampType = defineType({
  name: 'stamp',
  noun: { en: 'a date with the person who did it', zh: '日期及经办人' },
  examples: ['2026-02-14 by lin', '2026-02-14 by lin "confirmed by their IT"', '2026-02-14'],
  parse: (reader) => {
    const instant = readInstant(reader);
    return instant && { type: 'stamp', minute: instant.minute, ...readSignature(reader) };
  },
  references: (value) => (value.type === 'stamp' && value.by ? [value.by] : []),
});
