import type { SegmentCheck } from '../check';
import { inBoth } from '../wording';

/** A field written twice in one item. */
export const duplicateField: SegmentCheck = {
  code: 'kind/duplicate-field',
  severity: 'error',
  find: ({ items }) =>
    items.flatMap(({ id, fields }) =>
      fields
        .filter(({ field }, index) => field && fields.findIndex((other) => other.field === field) < index)
        .map(({ field, node: { name } }) => ({
          start: name.start,
          end: name.end,
          id,
          message: inBoth((tongue) =>
            tongue === 'zh'
              ? `字段 \`${name.text}\` 已经写过了${field?.repeat ? '；多个值写在同一个字段里，用逗号分隔' : ''}。`
              : `The field \`${name.text}\` is written twice${field?.repeat ? '; several values stand in one field, separated by commas' : ''}.`,
          ),
        })),
    ),
};
