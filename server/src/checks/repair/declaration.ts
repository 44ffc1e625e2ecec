/** Items, written into specs and taken out of them. */
import type { Kind } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import { quoted } from '../../kinds/values/source';
import type { Item, ItemIndex, Model } from '../../model/model';
import { nextId } from '../../model/nextId';
import { nameOf } from '../wording';
import { fieldText, indentationIn } from './field';
import { inserting, replacing, type RepairEdit } from './repair';
import { contentEnd, indentationAt, isBroken, isOnlyComments, lineBreakAt, lineEnd, lineStart, textAt } from './source';

/** An item to be written. */
export interface NewItem {
  /** Canonical name: "criterion". */
  readonly kind: string;
  /** The next free one if not given. */
  readonly id?: string;
  /** Without quotes. */
  readonly title: string;
  /** Values as they are written, by canonical field name; the key of an enum value stands for its name: `{ verify: 'test' }`. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Writes an item into another, behind what that holds already, in its tongue. No edits if there is no such kind. */
export function createChild(model: Model, parent: Item, child: NewItem): readonly RepairEdit[] {
  const declaration = declarationText(model, child, parent.tongue);
  return declaration === undefined ? [] : insertChild(model, parent, declaration);
}

/**
 * Writes an item that stands by itself: behind the last one of its kind in the file of `near`, or in the file that holds most
 * of them; the first people and calendars go behind the project, and any other first one behind what `near` belongs to.
 */
export function createItem(model: Model, item: NewItem, near: Item): readonly RepairEdit[] {
  const kind = model.table.kind(item.kind);
  const neighbour = kind && neighbourOf(model, kind, near);
  const declaration = declarationText(model, item, near.tongue);
  if (!neighbour || declaration === undefined) return [];
  return [insertBehind(model, neighbour, declaration, neighbour.kind === kind && isClose(model, neighbour))];
}

/** `criterion AC-1 "Title" { verify: test }`, or undefined if there is no such kind. */
function declarationText(model: Model, item: NewItem, tongue: Tongue): string | undefined {
  const kind = model.table.kind(item.kind);
  if (!kind) return undefined;
  const id = item.id ?? (kind.anonymous ? undefined : nextId(model, kind));
  const fields = Object.entries(item.fields ?? {}).flatMap(([key, value]) => {
    const field = kind.field(key);
    return field ? fieldText(field, value, tongue) : [];
  });
  const block = fields.length > 0 ? `{ ${fields.join(', ')} }` : undefined;
  return [nameOf(kind.names, tongue), id, quoted(item.title.replace(/\s+/g, ' ').trim()), block]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Writes a declaration into an item's block, on a line of its own. */
export function insertChild(model: Model, parent: Item, declaration: string): readonly RepairEdit[] {
  const { start, end, block } = parent.declaration;
  const text = textAt(model, parent);
  const outer = `${lineBreakAt(model, parent)}${indentationAt(text, start)}`;
  const inner = `${lineBreakAt(model, parent)}${indentationIn(model, parent)}`;
  if (!block) return [inserting(parent, end, ` {${inner}${declaration}${outer}}`)];
  const from = block.open + 1;
  const to = block.close < 0 ? end : block.close;
  const last = contentEnd(text, to, from);
  if (last === from)
    return [replacing(parent, { start: from, end: to }, `${inner}${declaration}${block.close < 0 ? '' : outer}`)];
  if (block.close < 0 || isBroken(text, { start: last, end: to }))
    return [inserting(parent, last, `${inner}${declaration}`)];
  const tail = replacing(parent, { start: last, end: to }, `${inner}${declaration}${outer}`);
  if (isBroken(text, { start: from, end: last })) return [tail];
  // What stood on one line gets lines of its own, for a nested declaration begins one.
  const blanks = text.slice(from, last).length - text.slice(from, last).trimStart().length;
  return [replacing(parent, { start: from, end: from + blanks }, inner), tail];
}

/** Writes a declaration behind an item, as far indented as that; `close` without an empty line between them. */
export function insertBehind(model: Model, item: Item, declaration: string, close = item.parent >= 0): RepairEdit {
  const text = textAt(model, item);
  const line = `${lineBreakAt(model, item)}${indentationAt(text, item.declaration.start)}`;
  const end = contentEnd(text, item.declaration.end);
  const rest = text.slice(end, lineEnd(text, end));
  const gap = close ? line : `${lineBreakAt(model, item)}${line}`;
  if (isOnlyComments(rest)) return inserting(item, end + rest.trimEnd().length, `${gap}${declaration}`);
  return inserting(item, end, `${gap}${declaration}${line}`);
}

/** The item behind which a new one of a kind stands best. */
function neighbourOf(model: Model, kind: Kind, near: Item): Item | undefined {
  const others = model.items.filter((item) => item.kind === kind && isFree(model, item));
  const here = others.findLast(({ file }) => file === near.file);
  const elsewhere = here ?? others.findLast(({ file }) => file === mostFrequent(others.map((other) => other.file)));
  if (elsewhere) return elsewhere;
  const project = kind.trace === undefined ? model.items.find((item) => item.kind?.topLevelOnly) : undefined;
  return project ?? outermost(model, near);
}

/** Does the item stand at the top level, or in others that only group? */
function isFree(model: Model, { kind, parent }: Item): boolean {
  if (parent < 0) return true;
  const around = model.items[parent]!;
  const groups = around.kind?.contains === undefined || (around.kind.key === 'phase' && kind?.key !== 'phase');
  const implied = around.kind?.contains?.get(kind?.key ?? '');
  return groups && implied === undefined && isFree(model, around);
}

function mostFrequent(files: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function outermost({ items }: Model, item: Item): Item {
  let index: ItemIndex = item.index;
  while (items[index]!.parent >= 0) index = items[index]!.parent;
  return items[index]!;
}

/** Does the item stand on one line, directly below another? Then its author puts no empty lines between such. */
export function isClose(model: Model, { file, segment, declaration }: Item): boolean {
  const { segments } = model.files[file]!.document;
  const { text } = segments[segment]!;
  if (isBroken(text, declaration)) return false;
  const start = lineStart(text, declaration.start);
  const above = start > 0 ? text.slice(0, start) : (segments[segment - 1]?.text ?? '');
  return above !== '' && !/(?:^|[\r\n])[^\S\r\n]*(?:\r\n|\n|\r)$/.test(above);
}
