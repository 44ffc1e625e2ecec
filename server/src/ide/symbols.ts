import type { TracePart } from '../kinds/table';
import { placeIn, placeOfHead, type Item, type Model, type Place } from '../model/model';

/** An item as lists of symbols show it. */
export interface ItemSymbol {
  /** Id, or else title, or else kind as written. */
  readonly name: string;
  /** Title, when the id is the name. */
  readonly detail: string;
  readonly part: TracePart | 'group' | 'other';
  /** The whole declaration. */
  readonly place: Place;
  /** The word to select. */
  readonly selection: Place;
}

/** One entry of the outline. */
export interface OutlineEntry extends ItemSymbol {
  readonly children: readonly OutlineEntry[];
}

/** The outline of a file: its items as they stand in each other. */
export const outlineOf = (model: Model, file: number): readonly OutlineEntry[] =>
  model.files[file]!.document.segments.flatMap((_, segment) =>
    model
      .itemsIn(file, segment)
      .filter(({ parent }) => parent < 0)
      .map((item) => entryOf(model, item)),
  );

const entryOf = (model: Model, item: Item): OutlineEntry => ({
  ...symbolOf(item),
  children: model.children(item.index).map((child) => entryOf(model, child)),
});

export function symbolOf(item: Item): ItemSymbol {
  return {
    name: item.id ?? (item.title || item.declaration.kind.text),
    detail: item.id === undefined ? item.declaration.kind.text : item.title,
    part: item.kind?.trace ?? (item.kind && !item.kind.contains ? 'group' : 'other'),
    place: placeIn(item, item.declaration),
    selection: placeOfHead(item),
  };
}
