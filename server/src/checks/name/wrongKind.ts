import { headWord } from '../../kinds/facts';
import { placeIn } from '../../model/model';
import type { ModelCheck } from '../check';
import { calling, inBoth, kindList } from '../wording';

/** A reference to an item of a kind that its field does not lead to. */
export const wrongKind: ModelCheck = {
  code: 'name/wrong-kind',
  severity: 'error',
  find: ({ links, items, table }) =>
    links.flatMap(({ from, to, field, reference }) => {
      const target = items[to];
      if (!reference || !target?.kind || !field.targets || field.targets.has(target.kind.key)) return [];
      return [
        {
          item: items[from]!,
          span: reference.reference,
          message: inBoth((tongue) =>
            tongue === 'zh'
              ? `\`${reference.reference.id}\` 是${calling(target, tongue)}；此处应为：${kindList(field.targets!, table.kinds, tongue)}。`
              : `\`${reference.reference.id}\` is the ${calling(target, tongue)}; expected: ${kindList(field.targets!, table.kinds, tongue)}.`,
          ),
          related: [
            {
              place: placeIn(target, headWord(target)),
              message: inBoth((tongue) => (tongue === 'zh' ? '引用的条目' : 'The item referred to')),
            },
          ],
        },
      ];
    }),
};
