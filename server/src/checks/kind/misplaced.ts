import type { ItemFacts } from '../../kinds/facts';
import type { SegmentCheck } from '../check';
import { capitalized, inBoth, nameOf, withArticle } from '../wording';

/** An item inside an item that may not hold it. */
export const misplaced: SegmentCheck = {
  code: 'kind/misplaced',
  severity: 'error',
  find: ({ items }) =>
    items.flatMap((item) => {
      const { kind, id, declaration } = item;
      const parent = items[item.parent];
      if (!kind || !isMisplaced(item, items[item.parent])) return [];
      const message = inBoth((tongue) => {
        const inner = nameOf(kind.names, tongue);
        if (!parent)
          return tongue === 'zh'
            ? `${inner}只能写在其他条目里面。`
            : `${capitalized(withArticle(inner))} stands only inside other items.`;
        if (kind.topLevelOnly)
          return tongue === 'zh'
            ? `${inner}只能写在最外层。`
            : `${capitalized(withArticle(inner))} stands at the top level only.`;
        const outer = parent.kind ? nameOf(parent.kind.names, tongue) : parent.declaration.kind.text;
        return tongue === 'zh'
          ? `${inner}不能写在${outer}里面。`
          : `${capitalized(withArticle(inner))} cannot stand inside ${withArticle(outer)}.`;
      });
      return [{ start: declaration.kind.start, end: declaration.kind.end, id, message }];
    }),
};

function isMisplaced({ kind }: ItemFacts, parent: ItemFacts | undefined): boolean {
  if (!kind) return false;
  if (!parent) return kind.nestedOnly;
  if (kind.topLevelOnly) return true;
  // Kinds that hold anything may also stand anywhere, such as sections.
  return kind.contains !== undefined && parent.kind?.contains?.has(kind.key) === false;
}
