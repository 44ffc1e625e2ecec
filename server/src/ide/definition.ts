import { placeOfHead, type Model, type Place } from '../model/model';
import { itemAt, spotAt, type Cursor } from './spot';

/** Where the item under the cursor is declared; every place, when several items have its id. */
export function definitionAt(model: Model, cursor: Cursor): readonly Place[] {
  const item = itemAt(model, spotAt(model, cursor));
  if (!item) return [];
  const all = item.id === undefined ? undefined : model.duplicates.get(item.id);
  return (all ?? [item]).map(placeOfHead);
}
