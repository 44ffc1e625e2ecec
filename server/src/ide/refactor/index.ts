/** Refactorings of items and files; a new one is a line here. */
import { keepsWords } from '../../checks/repair/keeps';
import type { RepairEdit } from '../../checks/repair/repair';
import { addedTo } from '../../checks/repair/verify';
import type { FileSpan } from '../codeActions';
import { edited, type World } from '../world';
import { askedAt } from './asked';
import { moveInto } from './moveInto';
import { moveOut } from './moveOut';
import { moveToFile } from './moveToFile';
import type { Offer, Refactoring } from './refactoring';
import { sortFields } from './sortFields';
import { translateKeywords } from './translateKeywords';

export type { Refactoring } from './refactoring';

const offers: readonly Offer[] = [moveOut, moveInto, moveToFile, sortFields, translateKeywords];

/** What may be done about what a span of a file means. Nothing is offered for declarations that cannot be read whole. */
export function refactoringsIn(world: World, span: FileSpan): readonly Refactoring[] {
  const asked = askedAt(world, span);
  const { segments } = world.model.files[span.file]!.document;
  const isReadable = asked.items.every(({ segment }) =>
    segments[segment]!.problems.every(({ code }) => code === FULL_WIDTH),
  );
  return isReadable ? offers.flatMap((offer) => offer(asked)) : [];
}

/** A matter of spelling: what it marks is read like its ASCII twin. */
const FULL_WIDTH = 'syntax/full-width';

/**
 * The edits of a refactoring, tried on the whole project first: undefined if they would change nothing, add an error, or lose an
 * item, a comment or a text block. That may be when a severity is set for some files only, or when a text looks like a declaration
 * at its new indentation.
 */
export function soundEdits(world: World, { edits }: Refactoring): readonly RepairEdit[] | undefined {
  const list = edits();
  if (list.length === 0) return undefined;
  const after = edited(world, list);
  const isSound =
    after.model.items.length === world.model.items.length &&
    keepsWords(segmentsOf(world, after), segmentsOf(after, world)) &&
    addedTo(errorsOf(world), errorsOf(after)).length === 0;
  return isSound ? list : undefined;
}

const errorsOf = ({ findings }: World) => findings.filter(({ severity }) => severity === 'error');

/** The segments of the files that differ between two worlds of the same files. */
const segmentsOf = ({ model }: World, other: World) => ({
  segments: model.files.flatMap(({ document }, file) =>
    document === other.model.files[file]!.document ? [] : document.segments,
  ),
});
