import { nextId } from '../../model/nextId';
import type { Kind } from '../../kinds/table';
import type { Item, Model } from '../../model/model';
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
      const repairs: SegmentFinding['repairs'] = (model, { file, segment }, wanted) => {
        const item = model.itemsIn(file, segment)[index]!;
        const next = nextId(model, kind, undefined, wanted === 'sure' ? waitingBefore(model, kind, item) : 0);
        const edits = renumber(model, item, next);
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

/** How many items of the kind before this one get an id, too, when all get theirs at once. */
function waitingBefore({ items, kinds }: Model, kind: Kind, { index }: Item): number {
  let count = 0;
  for (let other = 0; other < index; other++)
    if (kinds[other] === kind.number && items[other]!.id === undefined) count++;
  return count;
}
