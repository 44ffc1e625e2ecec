/** What is pasted gets ids of its own: a copied declaration whose id is taken takes the next free one, and references inside follow. */
import { fold, nextId } from '../model/nextId';
import { placeIn, type Item, type Model, type Place } from '../model/model';
import type { Span } from '../language/ast';
import type { Position } from '../language/document';
import { applyEdits, type Edit } from '../language/format/edits';
import { withFiles, type World } from './world';

/** A text that is about to be pasted over a range of a file. */
export interface PasteRequest {
  readonly textDocument: { readonly uri: string };
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

export interface Pasting {
  /** The text to paste instead. */
  readonly text: string;
  /** Which ids it has changed, in the order of the text. */
  readonly renumbered: readonly Renumbered[];
}

export interface Renumbered {
  readonly from: string;
  readonly to: string;
}

/**
 * What to paste over a span of a file so that no id is declared twice; undefined when the text may be pasted as it is. Whether it
 * declares something depends on where it stands: in a text or a comment it does not.
 */
export function pasteInto(world: World, file: number, { start, end }: Span, text: string): Pasting | undefined {
  const { model } = withFiles(
    world,
    world.model.files.map((each, index) =>
      index === file ? { ...each, document: each.document.edit(start, end, text) } : each,
    ),
  );
  const pasted = { start, end: start + text.length };
  const inside = itemsTouching(model, file, pasted);
  const ids = freeIds(model, takenIds(model, file, inside, pasted));
  if (ids.size === 0) return undefined;
  const edits = inside.flatMap((item) => editsOf(model, item, ids, pasted));
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return {
    text: applyEdits(
      text,
      shifted.sort((a, b) => a.start - b.start),
    ),
    renumbered: [...ids].map(([from, to]) => ({ from, to })),
  };
}

/** In the order of the text. */
function itemsTouching(model: Model, file: number, span: Span): readonly Item[] {
  const { document } = model.files[file]!;
  const first = document.segmentAt(span.start);
  const last = document.segmentAt(span.end);
  return Array.from({ length: last - first + 1 }, (_, index) => model.itemsIn(file, first + index)).flat();
}

/** The items that are declared in the pasted text by an id that an item outside of it has as well. */
function takenIds(model: Model, file: number, items: readonly Item[], pasted: Span): ReadonlyMap<string, Item> {
  const isPasted = (item: Item): boolean => {
    const { id } = item.declaration;
    return item.file === file && id !== undefined && isIn(offsetsOf(model, placeIn(item, id)), pasted);
  };
  const taken = new Map<string, Item>();
  for (const item of items)
    if (item.id !== undefined && item.kind && isPasted(item) && !taken.has(item.id))
      if (model.duplicates.get(item.id)?.some((other) => !isPasted(other))) taken.set(item.id, item);
  return taken;
}

/** A free id for each, no two the same. */
function freeIds(model: Model, taken: ReadonlyMap<string, Item>): ReadonlyMap<string, string> {
  const given = new Set<string>();
  const skipped = new Map<string, number>();
  const ids = new Map<string, string>();
  for (const [id, { kind }] of taken) {
    const shape = id.replace(/\d+$/, '');
    for (let skip = skipped.get(shape) ?? 0; !ids.has(id); skip++) {
      const free = nextId(model, kind!, id, skip);
      skipped.set(shape, skip + 1);
      if (given.has(fold(free))) continue;
      given.add(fold(free));
      ids.set(id, free);
    }
  }
  return ids;
}

/** The item's own id, and its references to pasted items, as far as they stand in the pasted text. */
function editsOf(model: Model, item: Item, ids: ReadonlyMap<string, string>, pasted: Span): readonly Edit[] {
  const own = item.declaration.id;
  const words = [
    ...(own && item.id !== undefined ? [{ ...own, id: item.id }] : []),
    ...item.references.map(({ reference }) => reference),
  ];
  return words.flatMap(({ start, end, id }) => {
    const to = ids.get(id);
    const place = offsetsOf(model, placeIn(item, { start, end }));
    return to !== undefined && isIn(place, pasted) ? [{ ...place, text: to }] : [];
  });
}

function offsetsOf({ files }: Model, { file, segment, start, end }: Place): Span {
  const shift = files[file]!.document.offsetOf(segment);
  return { start: start + shift, end: end + shift };
}

const isIn = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
