import { placeOfHead, type Item, type Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { renumbering } from '../repair/renumber';
import { inBoth } from '../wording';

/** Places named besides the finding's own; a thousand copies of one id need not each list all others. */
const MOST_RELATED = 10;

/** One id that several items have: each of them but the first is reported, with the others named. */
export const duplicateName: ModelCheck = {
  code: 'name/duplicate',
  severity: 'error',
  find: (model) =>
    [...model.duplicates.values()].flatMap((items) => items.slice(1).map((item) => finding(model, item, items))),
};

function finding(model: Model, item: Item, items: readonly Item[]): ModelFinding {
  const others = items.slice(0, MOST_RELATED).filter((other) => other !== item);
  return {
    place: placeOfHead(item),
    id: item.id,
    message: inBoth((tongue) =>
      tongue === 'zh'
        ? `编号 \`${item.id ?? ''}\` 已被使用；一个编号只能属于一个条目。`
        : `The id \`${item.id ?? ''}\` is taken; an id belongs to one item only.`,
    ),
    repairs: () => renumbering(model, item),
    related: () =>
      others.map((other) => ({
        place: placeOfHead(other),
        message: inBoth((tongue) =>
          tongue === 'zh' ? `这里也使用了 \`${other.id ?? ''}\`` : `\`${other.id ?? ''}\` is declared here too`,
        ),
      })),
  };
}
