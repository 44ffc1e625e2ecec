import { headWord, type ReferenceFacts } from '../../kinds/facts';
import type { KindTable } from '../../kinds/table';
import { fieldsOf } from '../../model/linkTable';
import { placeIn, type Item } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { calling, inBoth, kindList } from '../wording';

/** A reference to an item of a kind that its field does not lead to. */
export const wrongKind: ModelCheck = {
  code: 'name/wrong-kind',
  severity: 'error',
  find: ({ linkTable: { from, to, field, facts }, items, kinds, table }) => {
    const allowed = allowedIn(table);
    const findings: ModelFinding[] = [];
    for (let link = 0; link < to.length; link++) {
      const kind = to[link]! < 0 ? -1 : kinds[to[link]!]!;
      if (kind < 0 || allowed(field[link]!, kind)) continue;
      const { reference } = facts[link]!;
      if (reference) findings.push(finding(items[from[link]!]!, reference, items[to[link]!]!, table));
    }
    return findings;
  },
};

/** May a field, by its number, lead to a kind? */
function allowedIn(table: KindTable): (field: number, kind: number) => boolean {
  const fields = fieldsOf(table);
  const rows: (Uint8Array | undefined)[] = [];
  return (field, kind) => {
    const row = (rows[field] ??= Uint8Array.from(table.kinds, ({ key }) =>
      fields[field]!.targets?.has(key) === false ? 0 : 1,
    ));
    return row[kind] === 1;
  };
}

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
  related: [
    {
      place: placeIn(target, headWord(target)),
      message: inBoth((tongue) => (tongue === 'zh' ? '引用的条目' : 'The item referred to')),
    },
  ],
});
