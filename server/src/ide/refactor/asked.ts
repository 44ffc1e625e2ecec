import type { Item } from '../../model/model';
import type { FileSpan } from '../codeActions';
import type { World } from '../world';
import type { Asked } from './refactoring';

/**
 * What a cursor or a selection means: the innermost item around it, or, if it reaches into items that stand in that one or at the
 * top level, those.
 */
export function askedAt(world: World, span: FileSpan): Asked {
  const touched = itemsTouching(world, span);
  const around = touched.findLast((item) => surrounds(world, item, span));
  const inside = touched.filter(({ parent }) => parent === (around?.index ?? -1));
  const items = span.start < span.end && inside.length > 0 ? inside : around ? [around] : [];
  const only = items.length === 1 ? items[0] : undefined;
  return { world, span, items, head: only && touchesHead(world, only, span) ? only : undefined };
}

/** Items that a span shares more than an edge with, or, if it is empty, that it stands in or at. */
function itemsTouching(world: World, span: FileSpan): readonly Item[] {
  const { document } = world.model.files[span.file]!;
  const items: Item[] = [];
  for (let segment = document.segmentAt(span.start); segment <= document.segmentAt(span.end); segment++)
    items.push(...world.model.itemsIn(span.file, segment));
  return items.filter((item) => {
    const { start, end } = placeOf(world, item);
    return span.start === span.end ? start <= span.start && span.end <= end : start < span.end && span.start < end;
  });
}

function surrounds(world: World, item: Item, span: FileSpan): boolean {
  const { start, end } = placeOf(world, item);
  return start <= span.start && span.end <= end;
}

function touchesHead(world: World, item: Item, span: FileSpan): boolean {
  const { start, end, shift } = placeOf(world, item);
  const { block } = item.declaration;
  return start <= span.end && span.start <= (block ? shift + block.open + 1 : end);
}

function placeOf({ model }: World, { file, segment, declaration: { start, end } }: Item) {
  const shift = model.files[file]!.document.offsetOf(segment);
  return { start: start + shift, end: end + shift, shift };
}
