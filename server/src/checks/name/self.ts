import { placeIn } from '../../model/model';
import type { ModelCheck } from '../check';
import { removeValue } from '../repair/field';
import { Calling, inBoth } from '../wording';

/** A reference of an item to itself. */
export const selfReference: ModelCheck = {
  code: 'name/self',
  severity: 'error',
  find: (model) => {
    const { from, to, facts } = model.linkTable;
    return facts.flatMap(({ reference: written }, link) => {
      if (!written || from[link] !== to[link]) return [];
      const item = model.items[from[link]!]!;
      const { reference } = written;
      return [
        {
          place: placeIn(item, reference),
          id: item.id,
          message: inBoth((tongue) =>
            tongue === 'zh' ? `${Calling(item, 'zh')} 引用了自己。` : `${Calling(item, 'en')} refers to itself.`,
          ),
          repairs: () => [
            {
              title: { en: `Remove \`${reference.id}\``, zh: `删除 \`${reference.id}\`` },
              edits: removeValue(model, item, reference),
              sure: false,
            },
          ],
        },
      ];
    });
  },
};
