/** What to write where items are dropped into a text. */
import { nameOf } from '../../checks/wording';
import type { Field } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import type { Item } from '../../model/model';
import { contextAt, type Context, type ValuePlace } from '../completion/context';
import type { Cursor } from '../spot';
import type { World } from '../world';

export interface Drop {
  readonly text: string;
  /** Where to write it, as an offset in the file: beside the word into which somebody dropped. */
  readonly offset: number;
  /** Names of fields of which one has to stand before the text, the likeliest first; empty if none has to. */
  readonly fields: readonly string[];
}

/**
 * In a field that may refer to the items, another value of its list. Where a field may begin, the fields that would lead to
 * them. Elsewhere the ids as they are.
 */
export function dropItems({ model }: World, cursor: Cursor, ids: readonly string[], tongue: Tongue): Drop {
  const context = contextAt(model, cursor, tongue);
  const { place, word, segment, file } = context;
  const { document } = model.files[file]!;
  const start = document.offsetOf(segment);
  const items = ids.flatMap((id) => model.byId(id) ?? []);
  const list = ids.join(', ');
  if (place.type === 'value' && admits(place.field, items)) {
    const { text, at } = inList(document.segments[segment]!.text, place, word.cursor, list);
    return { text, offset: start + at, fields: [] };
  }
  const fields = fieldsFor(context, items).map(({ names }) => nameOf(names, context.tongue));
  const indent = place.type === 'member' && place.indents && fields.length > 0 ? '  ' : '';
  return { text: fields.length > 0 ? `${indent}: ${list}` : list, offset: start + word.cursor, fields };
}

const admits = ({ targets, link }: Field, items: readonly Item[]): boolean =>
  targets ? items.every(({ kind }) => kind && targets.has(kind.key)) : link !== undefined;

/** Parted by commas from the values before and behind; a value is never cut in two. */
function inList(source: string, { facts }: ValuePlace, cursor: number, list: string): { text: string; at: number } {
  const { phrases } = facts.node;
  const before = phrases.findLast(({ start }) => start < cursor);
  const next = phrases.find(({ start }) => start >= cursor);
  if (before && (cursor <= before.end || !COMMA.test(source.slice(before.end, cursor))))
    return { text: `, ${list}`, at: before.end };
  const lead = /[:：,，、]/.test(source[cursor - 1] ?? '') ? ' ' : '';
  return { text: `${lead}${list}${next ? ', ' : ''}`, at: cursor };
}

const COMMA = /[,，、]/;

/** Fields that are not written yet and would lead to all of the items. */
function fieldsFor({ place, item, word }: Context, items: readonly Item[]): readonly Field[] {
  if (place.type !== 'member' || place.field !== 'whole' || word.typed !== '' || items.length === 0) return [];
  const written = new Set(item?.fields.map(({ field }) => field));
  return (item?.kind?.fields ?? []).filter(
    (field) =>
      field.link &&
      !written.has(field) &&
      field.targets &&
      admits(field, items) &&
      (field.repeat || items.length === 1),
  );
}
