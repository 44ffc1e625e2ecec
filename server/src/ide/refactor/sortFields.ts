import type { Block, Span } from '../../language/ast';
import { replacing, type RepairEdit } from '../../checks/repair/repair';
import { textAt } from '../../checks/repair/source';
import { calling, inBoth } from '../../checks/wording';
import type { FieldFacts } from '../../kinds/facts';
import { endOf, tokenize } from '../../language/tokens';
import type { Item, Model } from '../../model/model';
import { linesOf } from './lines';
import type { Offer } from './refactoring';

/**
 * Brings the fields of items into the order of the kind table, unknown ones last. Comments move with their field, texts and nested
 * items stay where they are.
 */
export const sortFields: Offer = ({ world: { model }, items }) => {
  const edits = items.flatMap((item) => sorting(model, item));
  const [first] = items;
  if (edits.length === 0 || !first) return [];
  const title = inBoth((tongue) => {
    const what = items.length === 1 ? calling(first, tongue) : tongue === 'zh' ? '所选条目' : 'the selected items';
    return tongue === 'zh' ? `按标准顺序排列${what} 的字段` : `Sort the fields of ${what}`;
  });
  return [{ key: `sort ${first.index} ${items.length}`, kind: 'rewrite', title, edits: () => edits }];
};

function sorting(model: Model, item: Item): readonly RepairEdit[] {
  const { fields, kind, declaration } = item;
  const rankOf = ({ field }: FieldFacts): number => (field && kind ? kind.fields.indexOf(field) : Infinity);
  const wanted = fields
    .map((_, index) => index)
    .sort((a, b) => compare(rankOf(fields[a]!), rankOf(fields[b]!)) || a - b);
  if (!declaration.block || wanted.every((from, index) => from === index)) return [];
  const text = textAt(model, item);
  const slots = onLines(text, fields) ?? inLine(text, fields, declaration.block);
  if (!slots) return [];
  return slots.flatMap(({ start, end }, index) => {
    const { content } = slots[wanted[index]!]!;
    return content === text.slice(start, end) ? [] : [replacing(item, { start, end }, content)];
  });
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Where a field stands, and what is written there when it goes elsewhere. */
interface Slot extends Span {
  readonly content: string;
}

/** Fields that have their lines for themselves. A comma behind one goes, for a text block may come to stand behind that. */
function onLines(text: string, fields: readonly FieldFacts[]): readonly Slot[] | undefined {
  const slots = fields.flatMap(({ node }) => {
    const lines = linesOf(text, node);
    if (!lines) return [];
    const { start, end, comma } = lines;
    const content = comma ? text.slice(start, comma.start) + text.slice(comma.end, end) : text.slice(start, end);
    return [{ start, end, content }];
  });
  return slots.length === fields.length ? slots : undefined;
}

/** Fields that share lines, if no comment stands between them: nobody could say whose it is. */
function inLine(text: string, fields: readonly FieldFacts[], block: Block): readonly Slot[] | undefined {
  const inside = [...fields.map(({ node }) => node), ...block.declarations, ...block.texts];
  const isLoose = tokenize(text).comments.some(
    (comment) =>
      comment.startOffset > block.open &&
      comment.startOffset < block.close &&
      !inside.some(({ start, end }) => start <= comment.startOffset && endOf(comment) <= end),
  );
  return isLoose
    ? undefined
    : fields.map(({ node: { start, end } }) => ({ start, end, content: text.slice(start, end) }));
}
