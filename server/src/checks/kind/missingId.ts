import { nextId } from '../../model/nextId';
import type { SegmentCheck, SegmentFinding } from '../check';
import { renumber } from '../repair/renumber';
import { inBoth, nameOf } from '../wording';

/** An item that others must be able to refer to, without an id. */
export const missingId: SegmentCheck = {
  code: 'kind/missing-id',
  severity: 'warning',
  find: ({ items }) =>
    items.flatMap(({ kind, id, declaration: { kind: word, title, block } }, index) => {
      if (!kind || kind.anonymous || id !== undefined || !(title ?? block)) return [];
      const message = inBoth((tongue) =>
        tongue === 'zh'
          ? `这个${nameOf(kind.names, tongue)}没有编号，其他条目无法引用它，例如 \`${word.text} ${kind.prefix ?? ''}1\`。`
          : `This ${nameOf(kind.names, tongue)} has no id, so nothing can refer to it: write for example \`${word.text} ${kind.prefix ?? ''}1\`.`,
      );
      const repairs: SegmentFinding['repairs'] = (model, { file, segment }) => {
        const next = nextId(model, kind);
        const edits = renumber(model, model.itemsIn(file, segment)[index]!, next);
        // Ids of what the thread consists of are numbers; people and teams have names.
        return [
          {
            title: { en: `Give it the id \`${next}\``, zh: `使用编号 \`${next}\`` },
            edits,
            sure: kind.trace !== undefined,
          },
        ];
      };
      return [{ start: word.start, end: word.end, id, message, repairs }];
    }),
};
