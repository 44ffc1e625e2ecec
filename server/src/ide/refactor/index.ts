/** Refactorings of items and files; a new one is a line here. */
import { keepsWords } from '../../checks/repair/keeps';
import type { RepairEdit } from '../../checks/repair/repair';
import { addedTo } from '../../checks/repair/verify';
import type { FileSpan } from '../codeActions';
import { isReadable } from '../readable';
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
  const areReadable = asked.items.every(({ segment }) => isReadable(segments[segment]!));
  return areReadable ? offers.flatMap((offer) => offer(asked)) : [];
}

/**
 * The edits of a refactoring, tried on the whole project first: undefined if they would change nothing, add an error, lose an
 * item, a comment or a text block, or let a link lead elsewhere. That may be when a severity is set for some files only, when a
 * text looks like a declaration at its new indentation, or when the declaration that goes away ended a broken one above it.
 */
export function soundEdits(world: World, { edits }: Refactoring): readonly RepairEdit[] | undefined {
  const list = edits();
  if (list.length === 0) return undefined;
  const after = edited(world, list);
  const isSound =
    sameLines(linksOf(after), linksOf(world)) &&
    after.model.items.length === world.model.items.length &&
    keepsWords(segmentsOf(world, after), segmentsOf(after, world)) &&
    addedTo(errorsOf(world), errorsOf(after)).length === 0;
  return isSound ? list : undefined;
}

/** "AC-1 verifies REQ-1", whether written or meant by where the item stands. */
const linksOf = ({ model: { links, items } }: World): readonly string[] =>
  links()
    .map(
      ({ from, to, field, reference }) => `${items[from]!.id} ${field.key} ${reference?.reference.id ?? items[to]?.id}`,
    )
    .sort();

const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, index) => line === b[index]);

const errorsOf = ({ findings }: World) => findings.filter(({ severity }) => severity === 'error');

/** The segments of the files that differ between two worlds of the same files. */
const segmentsOf = ({ model }: World, other: World) => ({
  segments: model.files.flatMap(({ document }, file) =>
    document === other.model.files[file]!.document ? [] : document.segments,
  ),
});
