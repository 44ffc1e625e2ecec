import { placeIn, placeOfHead, type Model, type Place } from '../model/model';
import { itemAt, spotAt, type Cursor } from './spot';

/** Every place that refers to the item under the cursor, and the declaration itself if asked for. */
export function referencesAt(model: Model, cursor: Cursor, withDeclaration: boolean): readonly Place[] {
  const item = itemAt(model, spotAt(model, cursor));
  if (!item) return [];
  const references = model
    .incoming(item.index)
    .flatMap(({ from, reference }) => (reference ? [placeIn(model.items[from]!, reference.reference)] : []));
  return withDeclaration ? [placeOfHead(item), ...references] : references;
}
