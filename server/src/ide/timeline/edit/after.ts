/** The world as it would be after edits. */
import { editsByFile } from '../../../checks/repair/apply';
import type { RepairEdit } from '../../../checks/repair/repair';
import { withFiles, type World } from '../../world';

/** Only what the edits touch is read again. */
export function worldAfter(world: World, edits: readonly RepairEdit[]): World {
  const byFile = editsByFile(world.model, edits);
  const files = world.model.files.map((file, index) => {
    // From the end, so that the offsets of the others stay.
    const own = [...(byFile.get(index) ?? [])].reverse();
    const document = own.reduce((before, { start, end, text }) => before.edit(start, end, text), file.document);
    return own.length === 0 ? file : { ...file, document };
  });
  return withFiles(world, files);
}
