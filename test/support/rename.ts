/** Renaming applied to worlds. */
import type { Renaming } from '../../server/src/ide/rename';
import { withFiles, type World } from '../../server/src/ide/world';
import { SourceDocument } from '../../server/src/language/document';
import { applyEdits } from '../../server/src/language/format/edits';

/** The texts of a world's files after a renaming; the mentions in texts and comments only if they are confirmed. */
export function renamedTexts(
  { model }: World,
  { id, places, mentions }: Renaming,
  confirmed = false,
): readonly string[] {
  const all = [...places, ...(confirmed ? mentions.map(({ place }) => place) : [])];
  return model.files.map(({ document }, file) => {
    const edits = all
      .filter((place) => place.file === file)
      .map(({ segment, start, end }) => {
        const shift = document.offsetOf(segment);
        return { start: start + shift, end: end + shift, text: id };
      });
    return applyEdits(
      document.text,
      edits.sort((a, b) => a.start - b.start),
    );
  });
}

/** The world of those texts. */
export const renamedWorld = (world: World, renaming: Renaming, confirmed = false): World => {
  const texts = renamedTexts(world, renaming, confirmed);
  return withFiles(
    world,
    world.model.files.map((file, index) => ({ ...file, document: new SourceDocument(texts[index]!) })),
  );
};
