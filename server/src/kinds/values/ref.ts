import { defineType } from './define';
import { formatReference, readReference } from './references';

/** `REQ-1`, `REQ-1 rev 2`. */
export const refType = defineType({
  name: 'ref',
  noun: { en: 'the id of an item', zh: '条目标识符' },
  examples: ['REQ-1', 'REQ-1 rev 2'],
  parse: readReference,
  format: formatReference,
  references: (value) => [value],
});
