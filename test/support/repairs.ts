/** Repairs applied to specs. */
import { editsByFile } from '../../server/src/checks/repair/apply';
import type { RepairEdit } from '../../server/src/checks/repair/repair';
import { applyEdits } from '../../server/src/language/format/edits';
import type { Model } from '../../server/src/model/model';

/** The texts of a model's files after edits. */
export function repaired(model: Model, edits: readonly RepairEdit[]): readonly string[] {
  const byFile = editsByFile(model, edits);
  return model.files.map(({ document }, file) => applyEdits(document.text, byFile.get(file) ?? []));
}
