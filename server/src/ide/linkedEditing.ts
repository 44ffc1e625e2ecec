/** The id under the cursor and the same id elsewhere in its file, to be typed in all places at once. */
import type { Place } from '../model/model';
import { renamableAt, placesOf } from './rename';
import type { Cursor } from './spot';
import type { World } from './world';

/**
 * Declaration and references, when all of them stand in one file and are written alike. An id that another file has as well is
 * renamed instead: typing here would cut the links from there.
 */
export function linkedAt({ model }: World, cursor: Cursor): readonly Place[] | undefined {
  const found = renamableAt(model, cursor);
  if (!found || 'refused' in found || model.byId(found.id) !== found.item) return undefined;
  const places = placesOf(model, found.item);
  const isWhole = places.every(
    ({ file, segment, start, end }) =>
      file === cursor.file && model.files[file]!.document.segments[segment]!.text.slice(start, end) === found.id,
  );
  return isWhole && places.length > 1 && !model.duplicates.has(found.id) ? places : undefined;
}
