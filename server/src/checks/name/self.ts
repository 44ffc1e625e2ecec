import type { Reference } from '../../kinds/value';
import { placeIn, type Item, type Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { removeValue } from '../repair/field';
import { Calling, inBoth } from '../wording';

/** A reference of an item to itself. */
export const selfReference: ModelCheck = {
  code: 'name/self',
  severity: 'error',
  find: (model) => {
    const { from, to, facts } = model.linkTable;
    const findings: ModelFinding[] = [];
    for (let link = 0; link < from.length; link++) {
      if (from[link] !== to[link]) continue;
      const written = facts[link]!.reference;
      if (written) findings.push(finding(model, model.items[from[link]!]!, written.reference));
    }
    return findings;
  },
};

const finding = (model: Model, item: Item, reference: Reference): ModelFinding => ({
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
});
