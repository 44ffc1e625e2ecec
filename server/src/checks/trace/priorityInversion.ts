import { fieldOf } from '../../kinds/facts';
import { placeOfHead, type Item, type Model } from '../../model/model';
import { isPromised, prioritiesOf, PRIORITY } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { Calling, calling, inBoth, nameOf } from '../wording';
import { placeOfLink } from '../places';
import { replacing, suggestion, type Repair } from '../repair/repair';

/** A requirement that depends on one which may fall away: a must on a could, or any promised one on what will not be done. */
export const priorityInversion: ModelCheck = {
  code: 'trace/priority-inversion',
  severity: 'warning',
  find: (model) => {
    const { from, to, withRole } = model.linkTable;
    const priorities = prioritiesOf(model);
    const findings: ModelFinding[] = [];
    for (const link of withRole('dependency')) {
      const [item, other] = [from[link]!, to[link]!];
      if (other >= 0 && isInverted(priorities[item]!, priorities[other]!))
        findings.push(finding(model, link, model.items[item]!, model.items[other]!));
    }
    return findings;
  },
};

const isInverted = (item: number, other: number): boolean =>
  (item & PRIORITY.PROMISED) !== 0 &&
  ((other & PRIORITY.PROMISED) === 0 || ((item & PRIORITY.MUST) !== 0 && (other & PRIORITY.COULD) !== 0));

const finding = (model: Model, link: number, item: Item, other: Item): ModelFinding => ({
  place: placeOfLink(model, link),
  id: item.id,
  message: inBoth((tongue) => {
    if (tongue === 'zh')
      return isPromised(other)
        ? `${Calling(item, 'zh')} 优先级为“必须”，却依赖只是“可以”的${calling(other, 'zh')}。`
        : `${Calling(item, 'zh')} 已承诺，却依赖不会实现的${calling(other, 'zh')}。`;
    return isPromised(other)
      ? `${Calling(item, 'en')} is a must, but depends on ${calling(other, 'en')}, which is only a could.`
      : `${Calling(item, 'en')} is promised, but depends on ${calling(other, 'en')}, which will not be done.`;
  }),
  related: () => [{ place: placeOfHead(other), message: inBoth((tongue) => Calling(other, tongue)) }],
  suggestions: () => (isPromised(other) ? raising(other) : []),
});

/** What will not be done is no could that can be raised: taking it up again is another decision. */
function raising(other: Item): readonly Repair[] {
  const given = fieldOf(other, 'priority');
  const must = given?.field?.values.find(({ key }) => key === 'must');
  const phrase = given?.values[0]?.phrase;
  if (!must || !phrase) return [];
  const title = inBoth((tongue) =>
    tongue === 'zh'
      ? `把${calling(other, 'zh')} 提升为“${nameOf(must.names, 'zh')}”`
      : `Raise ${calling(other, 'en')} to \`${nameOf(must.names, 'en')}\``,
  );
  return [suggestion(title, [replacing(other, phrase, nameOf(must.names, other.tongue))])];
}
