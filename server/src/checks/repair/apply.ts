/** Repairs applied to texts. */
import type { Edit } from '../../language/format/edits';
import type { Model } from '../../model/model';
import type { RepairEdit } from './repair';

/** The edits of each file, as offsets in the file, in the order of the text; equal ones count once. */
export function editsByFile({ files }: Model, edits: readonly RepairEdit[]): ReadonlyMap<number, readonly Edit[]> {
  const byFile = new Map<number, Edit[]>();
  for (const { place, text } of edits) {
    const shift = files[place.file]!.document.offsetOf(place.segment);
    const edit = { start: place.start + shift, end: place.end + shift, text };
    const others = byFile.get(place.file);
    if (!others) byFile.set(place.file, [edit]);
    else if (!others.some((other) => isSame(other, edit))) others.push(edit);
  }
  for (const list of byFile.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return byFile;
}

const isSame = (a: Edit, b: Edit): boolean => a.start === b.start && a.end === b.end && a.text === b.text;

/** Do two edits touch the same text? Insertions at one offset do: their order would be chance. */
export const overlaps = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end;
