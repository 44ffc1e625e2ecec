/** What the four checks on a requirement's strands share: they look at promised requirements only. */
import { isBare } from '../../kinds/facts';
import type { Field } from '../../kinds/table';
import type { Text } from '../../kinds/tongue';
import { columnOf } from '../../model/columns';
import { placeOfHead, type Item, type Model } from '../../model/model';
import { bitOfStrand, isPromised, roleOfStrand, strandsOf, type Strand } from '../../model/trace';
import type { CheckContext, ModelCheck, ModelFinding } from '../check';
import type { Repair } from '../repair/repair';
import { hasMisspelt } from '../misspelt';
import { Calling, inBoth } from '../wording';
import { withoutSlips } from './slips';
import { isLaterDuplicate } from './unused';

/** What may give the requirement its strand. */
export type SuggestStrand = (model: Model, requirement: Item, context: CheckContext) => readonly Repair[];

/** A check that a promised requirement has one strand. `lack` completes the sentence that begins with the requirement. */
export const strandCheck = (strand: Strand, lack: Text, suggest: SuggestStrand): ModelCheck => ({
  code: `trace/no-${strand}`,
  severity: 'warning',
  find: (model, context): ModelFinding[] => {
    const lacking = itemsWithout(model, strand)
      // Links to a name that several items have lead to the first; that the others get none is no second defect.
      .filter((item) => (strand === 'origin' ? !hasMisspelt(item, isOrigin) : !isLaterDuplicate(model, item)));
    return withoutSlips(model, lacking, roleOfStrand(strand)).map((item) => ({
      place: placeOfHead(item),
      id: item.id,
      message: inBoth((tongue) => `${Calling(item, tongue)} ${lack[tongue]}`),
      suggestions: () => suggest(model, item, context),
    }));
  },
});

const isOrigin = ({ link }: Field): boolean => link?.role === 'origin' || link?.role === 'refinement';

/** By item, 1 for requirements that need strands. */
const needStrands = columnOf((item) =>
  item.kind?.trace === 'requirement' && isPromised(item) && !isBare(item) ? 1 : 0,
);

function itemsWithout(model: Model, strand: Strand): readonly Item[] {
  const [needs, strands, bit] = [needStrands(model), strandsOf(model), bitOfStrand(strand)];
  const items: Item[] = [];
  for (let item = 0; item < needs.length; item++)
    if (needs[item] === 1 && (strands[item]! & bit) === 0) items.push(model.items[item]!);
  return items;
}
