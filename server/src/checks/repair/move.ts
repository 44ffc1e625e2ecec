import { applyEdits } from '../../language/format/edits';
import type { Item, Model } from '../../model/model';
import { insertBehind } from './declaration';
import { addValue } from './field';
import { replacing, type RepairEdit } from './repair';
import { indentationAt, isFirstOnLine, lineEnd, lineStart, sourceOf, textAt } from './source';

/**
 * Moves an item behind another that stands around it, with its comments. The link that standing inside may have meant is
 * written out, if exactly one field of the item leads to the item around.
 */
export function moveBehind(model: Model, item: Item, around: Item): readonly RepairEdit[] {
  const { start, end } = item.declaration;
  const text = textAt(model, item);
  const parent = model.items[item.parent]!;
  const links = (item.kind?.fields ?? []).filter(({ targets }) => parent.kind && targets?.has(parent.kind.key));
  const linking = links.length === 1 && parent.id ? addValue(model, item, links[0]!.key, parent.id) : [];
  const moved = applyEdits(
    sourceOf(model, item, item.declaration),
    linking.map((edit) => ({ start: edit.place.start - start, end: edit.place.end - start, text: edit.text })),
  );
  const outer = indentationAt(textAt(model, around), around.declaration.start);
  const inner = indentationAt(text, start);
  const shifted = isFirstOnLine(text, start) ? moved.replaceAll(`\n${inner}`, `\n${outer}`) : moved;
  return [replacing(item, emptied(text, { start, end }), ''), insertBehind(model, around, shifted, false)];
}

/** The span with its lines, if it has them for itself, else with the blanks before it. */
function emptied(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const alone = isFirstOnLine(text, start) && text.slice(end, lineEnd(text, end)).trim() === '';
  if (!alone) return { start: start - /(?<![^\S\r\n])[^\S\r\n]*$/.exec(text.slice(0, start))![0].length, end };
  const before = lineStart(text, start);
  return { start: before - (/(?:\r\n|\n|\r)$/.exec(text.slice(0, before))?.[0].length ?? 0), end: lineEnd(text, end) };
}
