import { placeIn, placeOfHead, type Model, type Place } from '../model/model';
import { itemAt, spotAt, type Cursor } from './spot';

/** A place in the file of the cursor at which the item under the cursor is declared, or referred to. */
export interface Highlight {
  readonly place: Place;
  readonly isDeclaration: boolean;
}

/** All places of the file that name the item under the cursor, in the order of the text. */
export function highlightsAt(model: Model, cursor: Cursor): readonly Highlight[] {
  const item = itemAt(model, spotAt(model, cursor));
  if (!item) return [];
  const references = model
    .incoming(item.index)
    .flatMap(({ from, reference }) =>
      reference && model.items[from]!.file === cursor.file ? [placeIn(model.items[from]!, reference.reference)] : [],
    );
  const declaration = item.file === cursor.file ? [{ place: placeOfHead(item), isDeclaration: true }] : [];
  return [...declaration, ...references.map((place) => ({ place, isDeclaration: false }))].sort(
    ({ place: a }, { place: b }) => a.segment - b.segment || a.start - b.start,
  );
}
