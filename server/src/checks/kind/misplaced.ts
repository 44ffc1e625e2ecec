import type { ItemFacts } from '../../kinds/facts';
import type { Item, Model } from '../../model/model';
import type { SegmentCheck, SegmentFinding } from '../check';
import { moveBehind } from '../repair/move';
import type { Repair } from '../repair/repair';
import { calling, capitalized, inBoth, nameOf, withArticle } from '../wording';

/** An item inside an item that may not hold it. */
export const misplaced: SegmentCheck = {
  code: 'kind/misplaced',
  severity: 'error',
  find: ({ items }) =>
    items.flatMap((item, index) => {
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
      const repairs: SegmentFinding['repairs'] = (model, at) =>
        moving(model, model.itemsIn(at.file, at.segment)[index]!);
      return [{ start: declaration.kind.start, end: declaration.kind.end, id, message, repairs }];
    }),
};

/** Moves the item out of what may not hold it, as far as need be. */
function moving(model: Model, item: Item): readonly Repair[] {
  if (item.parent < 0 || item.kind?.nestedOnly) return [];
  let around = model.items[item.parent]!;
  while (around.parent >= 0 && isMisplaced(item, model.items[around.parent])) around = model.items[around.parent]!;
  const title = { en: `Move behind the ${calling(around, 'en')}`, zh: `移到${calling(around, 'zh')}之后` };
  return [{ title, edits: moveBehind(model, item, around), sure: false }];
}

/** May a kind not stand in the item that it stands in, or not without one? */
export function isMisplaced({ kind }: Pick<ItemFacts, 'kind'>, parent: Pick<ItemFacts, 'kind'> | undefined): boolean {
  if (!kind) return false;
  if (!parent) return kind.nestedOnly;
  if (kind.topLevelOnly) return true;
  // Kinds that hold anything may also stand anywhere, such as sections.
  return kind.contains !== undefined && parent.kind?.contains?.has(kind.key) === false;
}
