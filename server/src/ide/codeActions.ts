/** What can be done about findings, as an editor offers it: quick fixes, suppressions, and all that mends itself. */
import type { Finding } from '../checks/check';
import { addValue } from '../checks/repair/field';
import { replacing, type RepairEdit } from '../checks/repair/repair';
import { addedTo } from '../checks/repair/verify';
import { isSuppressible } from '../kinds/config/codes';
import type { Text } from '../kinds/tongue';
import type { Item, Model, Place } from '../model/model';
import { mend } from './mend';
import { isReadable } from './readable';
import { touches } from './spot';
import { edited, type World } from './world';

export interface QuickFix {
  readonly title: Text;
  readonly finding: Finding;
  readonly edits: readonly RepairEdit[];
  /** Is it certain to be what was meant? */
  readonly preferred: boolean;
}

/** A span of a file, in UTF-16 code units from its start. */
export interface FileSpan {
  readonly file: number;
  readonly start: number;
  readonly end: number;
}

/** The findings that a span of a file touches, in the order of the text. */
function findingsIn({ findings, model }: World, { file, start, end }: FileSpan): readonly Finding[] {
  const { document } = model.files[file]!;
  return findings.filter(({ place }) => {
    if (place.file !== file) return false;
    const shift = document.offsetOf(place.segment);
    return place.start + shift <= end && start <= place.end + shift;
  });
}

/**
 * The repairs of the findings that a span touches, best first; a repair that several findings share is offered once. Beside a
 * declaration that cannot be read whole, only those that make no new error: nobody can tell beforehand how the rest
 * of it would then be read.
 */
export function quickFixesIn(world: World, span: FileSpan): readonly QuickFix[] {
  const offered = new Set<string>();
  return findingsIn(world, span).flatMap((finding) =>
    finding.repairs(world.model).flatMap(({ title, edits, sure }): QuickFix[] => {
      const key = JSON.stringify([title.en, edits]);
      if (offered.has(key)) return [];
      offered.add(key);
      const places = [finding.place, ...edits.map(({ place }) => place)];
      const isSafe = places.every((place) => standsReadable(world.model, place)) || !addsErrors(world, finding, edits);
      return isSafe ? [{ title, finding, edits, preferred: sure }] : [];
    }),
  );
}

/** Can the declaration around a place be read whole, and those beside it, with which it may grow together? */
function standsReadable({ files }: Model, { file, segment }: Place): boolean {
  const segments = files[file]?.document.segments ?? [];
  return segments.slice(Math.max(0, segment - 1), segment + 2).every(isReadable);
}

const addsErrors = (world: World, { code: mended }: Finding, edits: readonly RepairEdit[]): boolean =>
  addedTo(errorsOf(world), errorsOf(edited(world, edits))).some(({ code }) => !HIDES[mended]?.test(code));

/**
 * What a finding hides as long as it stands, which is no new error: nobody reads the fields of an unknown kind, the names in a value
 * that cannot be read, or where a link to nothing would lead.
 */
const HIDES: Readonly<Record<string, RegExp>> = {
  'kind/unknown': /^(?!syntax\/)/,
  'kind/unknown-field': /^(?!syntax\/)/,
  'kind/invalid-value': /^(?!syntax\/|kind\/)/,
  'name/unresolved': /^(?!syntax\/|kind\/)/,
};

const errorsOf = ({ findings }: World): readonly Finding[] => findings.filter(({ severity }) => severity === 'error');

/**
 * Ways to ignore the findings that a span touches, on the items that they are about. The reason is left empty, which counts as
 * no suppression until somebody has written one.
 */
export function suppressionsIn(world: World, span: FileSpan): readonly QuickFix[] {
  const offered = new Set<string>();
  return findingsIn(world, span).flatMap((finding): QuickFix[] => {
    const { code } = finding;
    const item = isSuppressible(code) ? itemOf(world.model, finding) : undefined;
    if (!item || offered.has(`${code} ${item.index}`)) return [];
    offered.add(`${code} ${item.index}`);
    const edits = addValue(world.model, item, 'ignore', `${code} ""`);
    if (edits.length === 0) return [];
    const title = { en: `Ignore \`${code}\` here, for a reason to be written`, zh: `在此忽略 \`${code}\`，并填写理由` };
    return [{ title, finding, edits, preferred: false }];
  });
}

/** The innermost item around a finding; none where the declaration cannot be read whole. */
const itemOf = ({ itemsIn, files }: Model, { place: { file, segment, start } }: Finding): Item | undefined =>
  isReadable(files[file]!.document.segments[segment]!)
    ? itemsIn(file, segment).findLast(({ declaration }) => touches(declaration, start))
    : undefined;

/** The edits that mend in one file all that can be mended unasked. */
export function mendingOf(world: World, file: number): readonly RepairEdit[] {
  const { document } = world.model.files[file]!;
  const edits = mend(world, (other) => other === file).edits.get(file) ?? [];
  return edits.map(({ start, end, text }) => {
    const segment = document.segmentAt(start);
    const shift = document.offsetOf(segment);
    return replacing({ file, segment }, { start: start - shift, end: end - shift }, text);
  });
}

/** Is there anything in the file that mends itself? */
export const isMendable = ({ findings, model }: World, file: number): boolean =>
  findings.some(({ place, repairs }) => place.file === file && repairs(model, 'sure').some(({ sure }) => sure));
