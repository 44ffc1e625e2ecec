/** Between bars of the timeline and the places where they are written. */
import { headWord } from '../../kinds/facts';
import type { Item, Model } from '../../model/model';
import type { SourceRange, TimelineBarAt } from './types';
import type { Cursor } from '../spot';
import { drawnItems } from './items';
import type { World } from '../world';

/**
 * Where a bar is declared, from its id (or else its kind) to its end; undefined when there is no such bar any more. Items
 * that have no bar but head a group, such as requirements and people, are found by their ids.
 */
export function sourceOfBar({ model }: World, key: string, spelling: (uri: string) => string): SourceRange | undefined {
  const item = drawnItems(model).find((drawn) => drawn.key === key)?.item ?? model.byId(key);
  return item && sourceOf(model, item, spelling);
}

function sourceOf(model: Model, item: Item, spelling: (uri: string) => string): SourceRange {
  const { uri, document } = model.files[item.file]!;
  return {
    uri: spelling(uri),
    start: document.positionIn(item.segment, headWord(item).start),
    end: document.positionIn(item.segment, item.declaration.end),
  };
}

/**
 * The innermost bar whose declaration holds a position. On a line where nothing else stands yet, the blanks and the keyword
 * before an id belong to the declaration that begins there.
 */
export function barAt({ model, root }: World, { file, offset }: Cursor): TimelineBarAt {
  const { document } = model.files[file]!;
  const segment = document.segmentAt(offset);
  const { text } = document.segments[segment]!;
  const at = offset - document.offsetOf(segment);
  const inSegment = new Set(model.itemsIn(file, segment));
  const drawn = drawnItems(model).filter(({ item }) => inSegment.has(item));
  const start = (item: Item): number => headWord(item).start;
  const isOnLine = (item: Item): boolean =>
    !text.slice(Math.min(at, start(item)), Math.max(at, start(item))).includes('\n');
  // What holds others comes before them, so the last that holds the position is the innermost.
  const inside = drawn.findLast(({ item }) => start(item) <= at && at <= item.declaration.end);
  const begins = drawn.find(({ item }) => start(item) > at && isOnLine(item));
  const bar = inside && isOnLine(inside.item) ? inside : (begins ?? inside);
  return { root, ...(bar && { key: bar.key }) };
}
