import { insertBehind, isClose } from '../../checks/repair/declaration';
import { inserting, type RepairEdit } from '../../checks/repair/repair';
import { indentationAt, isBroken, lineBreakAt, textAt } from '../../checks/repair/source';
import { calling, inBoth } from '../../checks/wording';
import type { Item, Model } from '../../model/model';
import type { World } from '../world';
import { takingOut, linesOf, transplanted, type Lines } from './lines';
import type { Offer } from './refactoring';

/** More would be a list that nobody reads. */
const MOST_FILES = 5;

/**
 * Moves an item of the top level, with its comments and all that stands in it, to another file of the project: one offer for each
 * file where it may belong, those with the most items of its kind first. Ids are the project's, so no reference changes.
 */
export const moveToFile: Offer = ({ world, head: item }) => {
  const { model } = world;
  const lines = item && item.parent < 0 ? linesOf(textAt(model, item), item.declaration) : undefined;
  if (!item || !lines) return [];
  return likelyFiles(model, item).map((file) => {
    const path = pathOf(world, file);
    const title = inBoth((tongue) =>
      tongue === 'zh' ? `将${calling(item, 'zh')} 移到 ${path}` : `Move ${calling(item, 'en')} to ${path}`,
    );
    const edits = () => [...takingOut(model, item, lines), ...insertInto(model, item, lines, file)];
    return { key: `move ${item.index} ${model.files[file]!.uri}`, kind: 'move', title, edits };
  });
};

/** Other files, best first, whose end can be read. */
function likelyFiles({ files, items }: Model, { kind, file: own }: Item): readonly number[] {
  const counts = files.map(() => ({ same: 0, all: 0 }));
  for (const item of items) {
    const count = counts[item.file]!;
    count.all++;
    if (kind && item.kind === kind) count.same++;
  }
  return [...files.keys()]
    .filter((file) => file !== own)
    .sort((a, b) => counts[b]!.same - counts[a]!.same || counts[b]!.all - counts[a]!.all || a - b)
    .slice(0, MOST_FILES);
}

function pathOf({ root, model }: World, file: number): string {
  const { uri } = model.files[file]!;
  return decodeURIComponent(
    uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1),
  );
}

/** Behind the last item of its kind, else behind the last item, else at the file's end; nothing if that cannot be read whole. */
function insertInto(model: Model, item: Item, lines: Lines, file: number): readonly RepairEdit[] {
  const text = textAt(model, item);
  const { segments } = model.files[file]!.document;
  const others = model.items.filter((other) => other.file === file && other.parent < 0);
  const neighbour = others.findLast(({ kind }) => item.kind && kind === item.kind) ?? others.at(-1);
  const at = neighbour ?? { file, segment: segments.length - 1 };
  if (segments[at.segment]!.problems.length > 0) return [];
  const indentation = neighbour ? indentationAt(textAt(model, neighbour), neighbour.declaration.start) : '';
  const lineBreak = lineBreakAt(model, at);
  const written = text.slice(lines.start, lines.end);
  const moved = transplanted(written, indentationAt(text, item.declaration.start), indentation, lineBreak);
  if (neighbour) {
    const isLine = neighbour.kind === item.kind && !isBroken(text, item.declaration) && isClose(model, neighbour);
    return [insertBehind(model, neighbour, moved, isLine)];
  }
  const rest = textAt(model, at);
  const gap = rest.trim() === '' ? '' : rest.endsWith('\n') || rest.endsWith('\r') ? lineBreak : lineBreak.repeat(2);
  return [inserting(at, rest.length, `${gap}${moved}${lineBreak}`)];
}
