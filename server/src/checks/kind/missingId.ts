import type { SegmentCheck } from '../check';
import { inBoth, nameOf } from '../wording';

/** An item that others must be able to refer to, without an id. */
export const missingId: SegmentCheck = {
  code: 'kind/missing-id',
  severity: 'warning',
  find: ({ items }) =>
    items.flatMap(({ kind, id, declaration: { kind: word, title, block } }) => {
      if (!kind || kind.anonymous || id !== undefined || !(title ?? block)) return [];
      const message = inBoth((tongue) =>
        tongue === 'zh'
          ? `这个${nameOf(kind.names, tongue)}没有编号，其他条目无法引用它，例如 \`${word.text} ${kind.prefix ?? ''}1\`。`
          : `This ${nameOf(kind.names, tongue)} has no id, so nothing can refer to it: write for example \`${word.text} ${kind.prefix ?? ''}1\`.`,
      );
      return [{ start: word.start, end: word.end, id, message }];
    }),
};
