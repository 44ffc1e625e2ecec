import { placeOfHead, type Item } from '../../model/model';
import { fold } from '../../model/nextId';
import { twinsBy } from '../../model/twins';
import type { ModelCheck, ModelFinding } from '../check';
import { renumbering } from '../repair/renumber';
import { calling, inBoth } from '../wording';

/** Ids that differ only by case, width or Unicode form: each but the first is reported. */
export const lookalike: ModelCheck = {
  code: 'name/lookalike',
  severity: 'warning',
  find: (model) =>
    looksLike(model)
      // Of those with one id, `name/duplicate` speaks.
      .filter(({ item, first }) => first.id !== item.id && model.byId(item.id!) === item)
      .map(({ item, first }) => ({ ...finding(item, first), repairs: () => renumbering(model, item) })),
};

const looksLike = twinsBy(({ id }) => (id === undefined ? undefined : fold(id)));

const finding = (item: Item, other: Item): ModelFinding => ({
  place: placeOfHead(item),
  id: item.id,
  message: inBoth((tongue) =>
    tongue === 'zh'
      ? `编号 \`${item.id}\` 与 \`${other.id}\` 看起来一样，只是大小写、全半角或字符编码不同。`
      : `The id \`${item.id}\` looks like \`${other.id}\`: they differ only by case, width or Unicode form.`,
  ),
  related: () => [
    {
      place: placeOfHead(other),
      message: inBoth((tongue) =>
        tongue === 'zh' ? `相似的${calling(other, 'zh')}` : `It looks like this ${calling(other, 'en')}`,
      ),
    },
  ],
});
