import { headWord } from '../../kinds/facts';
import type { FactsRun } from '../../kinds/factsRun';
import { placeIn, type Item } from '../../model/model';
import { fold } from '../../model/nextId';
import type { ModelCheck, ModelFinding } from '../check';
import { renumbering } from '../repair/renumber';
import { calling, inBoth } from '../wording';

/** Ids that differ only by case, width or Unicode form: each but the first is reported. */
export const lookalike: ModelCheck = {
  code: 'name/lookalike',
  severity: 'warning',
  find: (model) => {
    const first = new Map<string, Item>();
    const findings: ModelFinding[] = [];
    for (const { facts, firstItem } of model.runs)
      foldedIn(facts).forEach((folded, index) => {
        if (folded === undefined) return;
        const item = model.items[firstItem + index]!;
        const other = first.get(folded);
        if (!other) first.set(folded, item);
        // Of those with one id, `name/duplicate` speaks.
        else if (other.id !== item.id && model.byId(item.id!) === item)
          findings.push({ ...finding(item, other), repairs: () => renumbering(model, item) });
      });
    return findings;
  },
};

const byRun = new WeakMap<FactsRun, readonly (string | undefined)[]>();

/** Ids as they look, kept as long as the text is. */
function foldedIn(run: FactsRun): readonly (string | undefined)[] {
  let folded = byRun.get(run);
  if (!folded) byRun.set(run, (folded = run.items.map(({ id }) => (id === undefined ? undefined : fold(id)))));
  return folded;
}

const finding = (item: Item, other: Item): ModelFinding => ({
  place: placeIn(item, headWord(item)),
  id: item.id,
  message: inBoth((tongue) =>
    tongue === 'zh'
      ? `编号 \`${item.id}\` 与 \`${other.id}\` 看起来一样，只是大小写、全半角或字符编码不同。`
      : `The id \`${item.id}\` looks like \`${other.id}\`: they differ only by case, width or Unicode form.`,
  ),
  related: [
    {
      place: placeIn(other, headWord(other)),
      message: inBoth((tongue) =>
        tongue === 'zh' ? `相似的${calling(other, 'zh')}` : `It looks like this ${calling(other, 'en')}`,
      ),
    },
  ],
});
