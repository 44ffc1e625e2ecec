import { isBare } from '../../kinds/facts';
import type { Field } from '../../kinds/table';
import { placeOfHead, type Item, type ItemIndex, type Model } from '../../model/model';
import { isPromised, itemsOfPart } from '../../model/trace';
import { servingItems } from '../../model/purpose';
import type { ModelCheck } from '../check';
import { hasMisspelt } from '../misspelt';
import { Calling, calling, inBoth } from '../wording';
import { linkTo } from '../repair/links';
import { suggestion, type Repair } from '../repair/repair';

/** Work, or a deliverable, that serves no requirement: scope creep. A plan without any requirement has nothing to serve. */
export const noPurpose: ModelCheck = {
  code: 'trace/no-purpose',
  severity: 'warning',
  find: (model) => {
    if (itemsOfPart(model, 'requirement').length === 0) return [];
    const serving = servingItems(model);
    return candidates(model)
      .filter((item) => serving[item.index] === 0 && !isBare(item) && !hasMisspelt(item, isPurpose))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 不服务于任何需求：没有说明为什么要做（范围蔓延）。`
            : `${Calling(item, 'en')} serves no requirement: nothing says what it is for (scope creep).`,
        ),
        suggestions: () => servingEvident(model, item),
      }));
  },
};

const isPurpose = ({ link }: Field): boolean => link?.role === 'realization' || link?.role === 'satisfaction';

const candidates = (model: Model) => [...itemsOfPart(model, 'work'), ...itemsOfPart(model, 'deliverable')];

/** Only where one requirement is evident: the milestones that wait for the item, or deliver it, deliver no other. */
function servingEvident(model: Model, item: Item): readonly Repair[] {
  const [requirement, ...others] = requirementsAhead(model, item);
  if (requirement === undefined || others.length > 0) return [];
  const role = item.kind?.trace === 'work' ? 'realization' : 'satisfaction';
  return [
    suggestion(
      inBoth((tongue) =>
        tongue === 'zh' ? `写明它服务于${calling(requirement, 'zh')}` : `Let it serve ${calling(requirement, 'en')}`,
      ),
      linkTo(model, item, role, requirement),
    ),
  ];
}

function requirementsAhead({ items, linkTable: { from, to, role, incoming, outgoing } }: Model, item: Item): Item[] {
  const requirements = new Set<ItemIndex>();
  for (const link of incoming(item.index)) {
    if (role(link) !== 'sequence' && role(link) !== 'delivery') continue;
    for (const delivery of outgoing(from[link]!))
      if (role(delivery) === 'delivery' && to[delivery]! >= 0) requirements.add(to[delivery]!);
  }
  return [...requirements]
    .map((index) => items[index]!)
    .filter((other) => other.kind?.trace === 'requirement' && isPromised(other));
}
