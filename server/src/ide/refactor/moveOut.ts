import { insertBehind } from '../../checks/repair/declaration';
import { addValue } from '../../checks/repair/field';
import { type RepairEdit } from '../../checks/repair/repair';
import { indentationAt, lineBreakAt, textAt } from '../../checks/repair/source';
import { calling, inBoth } from '../../checks/wording';
import type { Item, Model } from '../../model/model';
import { applyEdits } from '../../language/format/edits';
import type { Span } from '../../language/ast';
import { holders, isMeant } from './holders';
import { takingOut, linesOf, transplanted } from './lines';
import type { Offer } from './refactoring';

/**
 * Takes a criterion out of its requirement, or any item out of one in which standing means a link, and writes the link: `verifies:
 * REQ-1`. It then stands by itself behind what it stood in.
 */
export const moveOut: Offer = ({ world: { model }, head: item }) => {
  if (!item?.kind || item.kind.nestedOnly) return [];
  const outside = holders(model, item);
  const [holder] = outside;
  const link = holder?.kind?.contains?.get(item.kind.key);
  if (!holder || link === undefined || !isMeant(model, holder)) return [];
  const linking = addValue(model, item, link, holder.id!);
  const lines = linesOf(textAt(model, item), item.declaration);
  if (linking.length === 0 || !lines || lines.comma) return [];
  const title = inBoth((tongue) =>
    tongue === 'zh'
      ? `将${calling(item, 'zh')} 移出${calling(holder, 'zh')}`
      : `Move ${calling(item, 'en')} out of ${calling(holder, 'en')}`,
  );
  const edits = () => movedBehind(model, item, outside.at(-1)!, lines, linking);
  return [{ key: `out ${item.index}`, kind: 'extract', title, edits }];
};

function movedBehind(
  model: Model,
  item: Item,
  outermost: Item,
  lines: Span,
  linking: readonly RepairEdit[],
): readonly RepairEdit[] {
  const text = textAt(model, item);
  const [from, to] = [item, outermost].map(({ declaration: { start } }) => indentationAt(text, start));
  const moved = transplanted(withEdits(text, lines, linking), from!, to!, lineBreakAt(model, item));
  return [...takingOut(model, item, lines), insertBehind(model, outermost, moved, false)];
}

/** A part of a segment's text, after edits of the segment that lie in it. */
export const withEdits = (text: string, { start, end }: Span, edits: readonly RepairEdit[]): string =>
  applyEdits(
    text.slice(start, end),
    edits
      .map(({ place, text: by }) => ({ start: place.start - start, end: place.end - start, text: by }))
      .sort((a, b) => a.start - b.start),
  );
