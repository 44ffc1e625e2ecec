import type { ReferenceFacts } from '../../kinds/facts';
import type { KindTable } from '../../kinds/table';
import { fieldsOf } from '../../model/roles';
import { placeIn, placeOfHead, type Item } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { calling, inBoth, kindList } from '../wording';
import { perObject } from '../../language/perObject';

/** A reference to an item of a kind that its field does not lead to. */
export const wrongKind: ModelCheck = {
  code: 'name/wrong-kind',
  severity: 'error',
  find: ({ linkTable: { from, to, field, facts }, items, kinds, table }) => {
    const rows = allowedIn(table);
    const findings: ModelFinding[] = [];
    for (let link = 0; link < to.length; link++) {
      const kind = to[link]! < 0 ? -1 : kinds[to[link]!]!;
      if (kind < 0 || rows[field[link]!]![kind] === 1) continue;
      const { reference } = facts[link]!;
      if (reference) findings.push(finding(items[from[link]!]!, reference, items[to[link]!]!, table));
    }
    return findings;
  },
};

/** By the numbers of a field and of a kind, 1 if the field may lead there. */
const allowedIn = perObject((table: KindTable): readonly Uint8Array[] =>
  fieldsOf(table).map(({ targets }) =>
    Uint8Array.from(table.kinds, ({ key }) => (targets?.has(key) === false ? 0 : 1)),
  ),
);

const finding = (
  item: Item,
  { reference, field }: ReferenceFacts,
  target: Item,
  { kinds }: KindTable,
): ModelFinding => ({
  place: placeIn(item, reference),
  id: item.id,
  message: inBoth((tongue) =>
    tongue === 'zh'
      ? `\`${reference.id}\` 是${calling(target, tongue)}；此处应为：${kindList(field.targets!, kinds, tongue)}。`
      : `\`${reference.id}\` is the ${calling(target, tongue)}; expected: ${kindList(field.targets!, kinds, tongue)}.`,
  ),
  related: () => [
    {
      place: placeOfHead(target),
      message: inBoth((tongue) => (tongue === 'zh' ? '引用的条目' : 'The item referred to')),
    },
  ],
});
