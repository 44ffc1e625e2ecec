import type { FieldFacts, ItemFacts } from '../../kinds/facts';
import type { Segment } from '../../language/segment';
import type { Item, Model } from '../../model/model';
import type { SegmentCheck, SegmentFinding } from '../check';
import { removeField } from '../repair/field';
import { inserting, type Repair } from '../repair/repair';
import { sourceOf } from '../repair/source';
import { inBoth } from '../wording';

/** A field written twice in one item. */
export const duplicateField: SegmentCheck = {
  code: 'kind/duplicate-field',
  severity: 'error',
  find: ({ items, segment }) => items.flatMap((item, index) => findIn(item, index, segment)),
};

const findIn = ({ id, fields }: ItemFacts, index: number, { problems }: Segment): readonly SegmentFinding[] =>
  fields.flatMap((given, position) => {
    const { field, node } = given;
    const first = fields.find((other) => other.field === field);
    if (!field || !first || first === given) return [];
    const { start, end, text } = node.name;
    const message = inBoth((tongue) =>
      tongue === 'zh'
        ? `字段 \`${text}\` 已经写过了${field.repeat ? '；多个值写在同一个字段里，用逗号分隔' : ''}。`
        : `The field \`${text}\` is written twice${field.repeat ? '; several values stand in one field, separated by commas' : ''}.`,
    );
    const isBroken = [first, given].some(({ node: other }) =>
      problems.some(
        (problem) => problem.code !== 'syntax/full-width' && problem.start < other.end && other.start < problem.end,
      ),
    );
    const repairs: SegmentFinding['repairs'] = (model, at) =>
      // What cannot be read has no end that is sure.
      isBroken ? [] : mending(model, model.itemsIn(at.file, at.segment)[index]!, first, fields[position]!);
    return [{ start, end, id, message, repairs }];
  });

/** The values move to the first one if it may have several; otherwise the later one goes. */
function mending(model: Model, item: Item, first: FieldFacts, second: FieldFacts): readonly Repair[] {
  const removal = removeField(model, item, second.node);
  const name = first.node.name.text;
  const written = ({ node }: FieldFacts): readonly string[] =>
    node.phrases.map((phrase) => sourceOf(model, item, phrase));
  const known = written(first);
  const added = written(second).filter((value) => !known.includes(value));
  const last = first.node.phrases.at(-1);
  if (added.length === 0 || !first.field?.repeat || !last) {
    const title = { en: `Remove the second \`${name}\``, zh: `删除重复的 \`${name}\`` };
    return [{ title, edits: removal, sure: added.length === 0 }];
  }
  const title = { en: `Merge into the first \`${name}\``, zh: `合并到前面的 \`${name}\`` };
  return [{ title, edits: [inserting(item, last.end, `, ${added.join(', ')}`), ...removal], sure: true }];
}
