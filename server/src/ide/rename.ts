/** Renames an item: its id, every reference to it in all files and, where somebody confirms it, what names it in texts. */
import type { Text } from '../kinds/tongue';
import type { Span } from '../language/ast';
import type { SourceDocument } from '../language/document';
import { scanName } from '../language/scan';
import { inBoth } from '../checks/wording';
import { placeIn, placeOfHead, type Item, type Model, type Place } from '../model/model';
import { rangeOf } from '../model/range';
import { pathInRoot } from '../model/roots';
import { mentionsOf, type Mention } from './mentions';
import { spotAt, type Cursor } from './spot';
import { withFiles, type World } from './world';

/** An id that can be renamed, as it stands under the cursor. */
export interface Renamable {
  readonly item: Item;
  readonly id: string;
  readonly place: Place;
}

export interface Renaming {
  /** As it is written: "REQ-2" for "REQ－2". */
  readonly id: string;
  /** The declaration and all references, in the order of the files. */
  readonly places: readonly Place[];
  /** Where texts and comments name the item; none of them changes what the spec says to machines. */
  readonly mentions: readonly Mention[];
}

/** Why nothing is renamed. */
export interface Refusal {
  readonly refused: Text;
}

/** The id under the cursor, at its declaration or at a reference; undefined where no id stands. */
export function renamableAt(model: Model, cursor: Cursor): Renamable | Refusal | undefined {
  const spot = spotAt(model, cursor);
  if (spot.reference) {
    const { reference } = spot.reference;
    const item = model.byId(reference.id);
    return item ? { item, id: reference.id, place: placeIn(spot, reference) } : { refused: unknown(reference.id) };
  }
  const word = spot.item?.declaration.id;
  return spot.item && word && spot.head === 'id'
    ? { item: spot.item, id: word.text, place: placeIn(spot, word) }
    : undefined;
}

/**
 * What renaming the item under the cursor changes. Refused when the name is none, when an item or a reference has it already, or
 * when some text would then say something else.
 */
export function renameAt(world: World, cursor: Cursor, name: string): Renaming | Refusal {
  const found = renamableAt(world.model, cursor);
  if (!found) return { refused: NOTHING };
  if ('refused' in found) return found;
  const id = idOf(name);
  if (scanName(id, 0) !== id.length || id === '') return { refused: noName(name) };
  if (id === found.id) return { id, places: [], mentions: [] };
  const taken = takenBy(world.model, id);
  if (taken) return { refused: conflict(world, id, taken) };
  const places = placesOf(world.model, found.item);
  const changed = changedBy(world, found.item, places, id);
  if (changed) return { refused: otherMeaning(world, id, changed) };
  return { id, places, mentions: mentionsOf(world.model, found.id) };
}

/** What Chinese input methods type for a hyphen or a full stop is meant as one: full-width signs are in no id. */
const idOf = (name: string): string =>
  name
    .trim()
    .replace(/[－‐‑]/gu, '-')
    .replace(/．/gu, '.');

/** The declaration and the references that mean it: of several items with one id, they mean the first. */
export function placesOf(model: Model, item: Item): readonly Place[] {
  const { from, facts, incoming } = model.linkTable;
  const references = Array.from(incoming(item.index)).flatMap((link) => {
    const reference = facts[link]!.reference?.reference;
    return reference ? [placeIn(model.items[from[link]!]!, reference)] : [];
  });
  return [placeOfHead(item), ...references].sort(
    (a, b) => a.file - b.file || a.segment - b.segment || a.start - b.start,
  );
}

/** An item with the id, or a reference to it that leads nowhere and would come to mean the renamed item. */
function takenBy(model: Model, id: string): Taken | undefined {
  const item = model.byId(id);
  if (item) return { by: 'item', place: placeOfHead(item) };
  const { from, to, facts } = model.linkTable;
  const link = facts.findIndex(({ reference }, at) => to[at]! < 0 && reference?.reference.id === id);
  return link < 0
    ? undefined
    : { by: 'reference', place: placeIn(model.items[from[link]!]!, facts[link]!.reference!.reference) };
}

interface Taken {
  readonly by: 'item' | 'reference';
  readonly place: Place;
}

/**
 * The first place that would say something else after the renaming: `after: T-1 SS` when T-1 became `SS`. Found by reading the
 * texts as they would be, for no list of words that mean something somewhere would ever be whole.
 */
function changedBy(world: World, item: Item, places: readonly Place[], id: string): Place | undefined {
  const before = world.model;
  const after = withFiles(world, before.files.map(renamed(before, places, id))).model;
  const moved = before.items.findIndex((each, index) => {
    const now = after.items[index];
    const wanted = index === item.index ? id : each.id;
    return now?.id !== wanted || now?.kind !== each.kind || now?.parent !== each.parent;
  });
  if (moved >= 0 || after.items.length !== before.items.length) return headOf(before, Math.max(moved, 0));
  const { from, to, facts } = before.linkTable;
  const link = facts.findIndex((_, at) => after.linkTable.from[at] !== from[at] || after.linkTable.to[at] !== to[at]);
  if (link < 0 && after.linkTable.facts.length === facts.length) return undefined;
  const reference = facts[link]?.reference?.reference;
  return reference ? placeIn(before.items[from[link]!]!, reference) : headOf(before, from[link] ?? item.index);
}

const headOf = ({ items }: Model, index: number): Place => placeOfHead(items[index]!);

const renamed =
  ({ files }: Model, places: readonly Place[], id: string) =>
  (file: Model['files'][number], index: number): Model['files'][number] => {
    const own = places.filter((place) => place.file === index);
    if (own.length === 0) return file;
    const spans = own.map(({ segment, start, end }): Span => {
      const shift = files[index]!.document.offsetOf(segment);
      return { start: start + shift, end: end + shift };
    });
    // From the back, so that no edit moves one that is still to be made.
    const document = spans.reduceRight<SourceDocument>(
      (text, { start, end }) => text.edit(start, end, id),
      file.document,
    );
    return { ...file, document };
  };

/** "plan/tasks.delivery:12" */
function where({ root, model }: World, place: Place): string {
  const { uri, start } = rangeOf(model, place);
  return `${pathInRoot(root, uri)}:${start.line + 1}`;
}

const NOTHING: Text = { en: 'There is no id here to rename.', zh: '此处没有可以重命名的编号。' };

const unknown = (id: string): Text => ({
  en: `There is no item \`${id}\` that could be renamed.`,
  zh: `没有编号为 \`${id}\` 的条目，无法重命名。`,
});

const noName = (name: string): Text => ({
  en: `"${name}" cannot be an id: it begins with a letter or \`_\`, then letters, digits, \`_\` and single \`-\` or \`.\` between them.`,
  zh: `“${name}”不能作为编号：编号以字母、汉字或 \`_\` 开头，后面可以是字母、汉字、数字、\`_\`，中间可以用单个 \`-\` 或 \`.\` 连接。`,
});

const conflict = (world: World, id: string, { by, place }: Taken): Text =>
  inBoth((tongue) => {
    const at = where(world, place);
    if (by === 'item')
      return tongue === 'zh' ? `编号 \`${id}\` 已被使用：${at}。` : `The id \`${id}\` is taken: ${at}.`;
    return tongue === 'zh'
      ? `${at} 已经引用了尚不存在的 \`${id}\`，重命名后会指向该条目。`
      : `${at} refers to \`${id}\`, which does not exist; it would come to mean this item.`;
  });

const otherMeaning = (world: World, id: string, place: Place): Text => ({
  en: `With the id \`${id}\`, ${where(world, place)} would be read as something else.`,
  zh: `若使用编号 \`${id}\`，${where(world, place)} 的含义会改变。`,
});
