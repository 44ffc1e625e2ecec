/** Repairs applied to specs. */
import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/checks/check';
import { editsByFile } from '../../server/src/checks/repair/apply';
import type { Repair, RepairEdit } from '../../server/src/checks/repair/repair';
import { addedTo, areMended, findingKey } from '../../server/src/checks/repair/verify';
import { applied } from '../../server/src/ide/mend';
import type { World } from '../../server/src/ide/world';
import { applyEdits } from '../../server/src/language/format/edits';
import type { Model, Place } from '../../server/src/model/model';

/** The texts of a model's files after edits. */
export function repaired(model: Model, edits: readonly RepairEdit[]): readonly string[] {
  const byFile = editsByFile(model, edits);
  return model.files.map(({ document }, file) => applyEdits(document.text, byFile.get(file) ?? []));
}

/**
 * Proves all repairs that a world's findings offer: each removes its finding, leaves no more errors than there were, and what it
 * writes has no finding of its own. Where the text could not be read or understood before, mending may uncover what else is wrong;
 * any other repair adds no finding at all.
 */
export function proveRepairs(world: World): void {
  for (const finding of world.findings)
    for (const repair of finding.repairs(world.model)) {
      const after = applied(world, [{ repair }]);
      const said = `${finding.code} ${finding.id ?? ''} "${repair.title.en}"`;
      const text = `${textsOf(world)}\n=>\n${textsOf(after)}\n${after.findings.map((other) => `${other.code} ${other.message.en}`).join('\n')}`;
      assert.notEqual(repair.edits.length, 0, `${said} changes nothing`);
      assert.ok(areMended([finding], world.findings, after.findings), `${said} mends nothing:\n${text}`);
      const judged = UNCOVERING[familyOf(finding)];
      const added = (judged ? changedSince : addedTo)(world.findings, after.findings);
      const wrong = added.filter(
        (other) => !judged || (judged.includes(familyOf(other)) && isWritten(world, repair, after, other.place)),
      );
      assert.deepEqual(
        wrong.map(({ code, message }) => `${code} ${message.en}`),
        [],
        `${said} adds findings:\n${text}`,
      );
    }
}

const familyOf = ({ code }: Finding): string => code.split('/')[0]!;

/** Families whose repairs may uncover what could not be read before, with the families that must say nothing of what a repair wrote. */
const UNCOVERING: Readonly<Record<string, readonly string[]>> = {
  syntax: ['syntax'],
  kind: ['syntax', 'kind', 'name', 'quality'],
  name: ['syntax', 'kind', 'name', 'quality'],
};

const textsOf = ({ model }: World): string => model.files.map(({ document }) => document.text).join('\n----\n');

/** Findings that do not say the same as any before. */
function changedSince(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const known = before.map(findingKey);
  return after.filter((finding) => {
    const index = known.indexOf(findingKey(finding));
    if (index >= 0) known.splice(index, 1);
    return index < 0;
  });
}

/** Does the place touch what the repair wrote? */
function isWritten({ model }: World, { edits }: Repair, after: World, place: Place): boolean {
  if (place.file < 0) return false;
  const shift = after.model.files[place.file]!.document.offsetOf(place.segment);
  let moved = 0;
  return (editsByFile(model, edits).get(place.file) ?? []).some(({ start, end, text }) => {
    const from = start + moved;
    moved += text.length - (end - start);
    return text.length > 0 && place.start + shift < from + text.length && from < place.end + shift;
  });
}
