/** Fields and their values, written into items and taken out of them. */
import type { Block, Field as FieldNode, Span } from '../../language/ast';
import { Comma, endOf, tokenize } from '../../language/tokens';
import type { Field } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import type { Item, Model } from '../../model/model';
import { nameOf } from '../wording';
import { cutting, withComma } from './cut';
import { inserting, replacing, type RepairEdit } from './repair';
import {
  contentEnd,
  indentationAt,
  isBroken,
  isFirstOnLine,
  isOnlyComments,
  lineBreakAt,
  lineEnd,
  stepAt,
  textAt,
} from './source';

/** `priority: must`, `优先级: 必须`: the value may be the key of an enum value. */
export function fieldText({ names, values }: Field, value: string, tongue: Tongue): string {
  const known = values.find(({ key }) => key === value);
  return `${nameOf(names, tongue)}: ${known ? nameOf(known.names, tongue) : value}`;
}

/** Writes a field behind the item's other fields, in the item's tongue. No edits if its kind has no such field. */
export function addField(model: Model, item: Item, key: string, value: string): readonly RepairEdit[] {
  const field = item.kind?.field(key);
  return field ? [insertMember(model, item, fieldText(field, value, item.tongue))] : [];
}

/**
 * Adds a value, such as the id of another item, to a field that may repeat: `delivers: A` becomes `delivers: A, B`. An item without
 * the field gets it. No edits if the field takes one value only and has it.
 */
export function addValue(model: Model, item: Item, key: string, value: string): readonly RepairEdit[] {
  const given = item.fields.find(({ field }) => field?.key === key);
  if (!given) return addField(model, item, key, value);
  const { node, field } = given;
  const last = node.phrases.at(-1);
  if (last) return field?.repeat ? [inserting(item, last.end, `, ${value}`)] : [];
  return node.colon < 0 ? [] : [inserting(item, node.colon + 1, ` ${value}`)];
}

/** Takes a field out, with its comma. */
export const removeField = (model: Model, item: Item, field: FieldNode): readonly RepairEdit[] =>
  cutting(model, item, withComma(textAt(model, item), field));

/** Takes one value out of a field; the field goes with its only one. `value` is a span inside the value that is meant. */
export function removeValue(model: Model, item: Item, { start, end }: Span): readonly RepairEdit[] {
  const field = item.fields.find(({ node }) => node.start <= start && end <= node.end)?.node;
  const phrase = field?.phrases.find((other) => other.start <= start && end <= other.end);
  if (!field || !phrase) return [];
  return field.phrases.length === 1
    ? removeField(model, item, field)
    : cutting(model, item, withComma(textAt(model, item), phrase));
}

/** Writes the text of a field into an item, behind its other fields. */
function insertMember(model: Model, item: Item, member: string): RepairEdit {
  const { block, end } = item.declaration;
  const text = textAt(model, item);
  if (!block) return inserting(item, end, ` { ${member} }`);
  if (block.close >= 0 && !isBroken(text, { start: block.open, end: block.close }))
    return intoLine(item, text, block, member);
  const last = leadingFields(block).at(-1);
  const line = `${lineBreakAt(model, item)}${indentationIn(model, item)}`;
  return last ? behindField(item, text, last, { member, line }) : behindBrace(item, text, block, { member, line });
}

/** Indentation of what stands in an item's block: that of its first line, or one step more than the item's. */
export function indentationIn(model: Model, item: Item): string {
  const text = textAt(model, item);
  const { start, block } = item.declaration;
  const members = [...(block?.fields ?? []), ...(block?.declarations ?? []), ...(block?.texts ?? [])];
  const first = members.find((member) => isFirstOnLine(text, member.start));
  return first ? indentationAt(text, first.start) : indentationAt(text, start) + stepAt(model, item);
}

/** Fields that stand before all that is nested. */
function leadingFields({ fields, declarations, texts }: Block): readonly FieldNode[] {
  const limit = Math.min(declarations[0]?.start ?? Infinity, texts[0]?.start ?? Infinity);
  return fields.filter(({ start }) => start < limit);
}

/** `{ a: b }` becomes `{ a: b, member }`. */
function intoLine(item: Item, text: string, { open, close, fields }: Block, member: string): RepairEdit {
  const end = contentEnd(text, close, open + 1);
  if (end === open + 1) return replacing(item, { start: end, end: close }, ` ${member} `);
  const last = tokenize(text).tokens.findLast((token) => token.startOffset < close);
  const isBehindField = last !== undefined && last.tokenType !== Comma && endOf(last) === fields.at(-1)?.end;
  return inserting(item, end, `${isBehindField ? ',' : ''} ${member}`);
}

interface NewMember {
  readonly member: string;
  /** Line break and indentation. */
  readonly line: string;
}

function behindField(item: Item, text: string, { end }: FieldNode, { member, line }: NewMember): RepairEdit {
  const rest = text.slice(end, lineEnd(text, end));
  if (isOnlyComments(rest)) return inserting(item, end + rest.trimEnd().length, `${line}${member}`);
  const comma = /^\s*[,，、]/.exec(rest)?.[0];
  return inserting(item, end + (comma?.length ?? 0), `${comma ? '' : ','} ${member}`);
}

function behindBrace(item: Item, text: string, { open }: Block, { member, line }: NewMember): RepairEdit {
  const rest = text.slice(open + 1, lineEnd(text, open + 1));
  if (isOnlyComments(rest)) return inserting(item, open + 1 + rest.trimEnd().length, `${line}${member}`);
  const blanks = rest.length - rest.trimStart().length;
  return replacing(item, { start: open + 1, end: open + 1 + blanks }, `${line}${member}${line}`);
}
