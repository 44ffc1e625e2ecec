/** What the four checks on a requirement's strands share: they look at promised requirements only. */
import { isBare } from '../../kinds/facts';
import { hasStrand, isPromised, itemsOfPart, roleOfStrand, type Strand } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { Calling, inBoth } from '../wording';
import { placeOfHead } from '../places';
import { withoutSlips } from './slips';
import { isLaterDuplicate } from './unused';

/** A check that a promised requirement has one strand. `lack` completes the sentence that begins with the requirement. */
export const strandCheck = (strand: Strand, lack: { readonly en: string; readonly zh: string }): ModelCheck => ({
  code: `trace/no-${strand}`,
  severity: 'warning',
  find: (model): ModelFinding[] => {
    const lacking = itemsOfPart(model, 'requirement')
      .filter((item) => !hasStrand(model, item.index, strand) && isPromised(item) && !isBare(item))
      // Links to a name that several items have lead to the first; that the others get none is no second defect.
      .filter((item) => strand === 'origin' || !isLaterDuplicate(model, item));
    return withoutSlips(model, lacking, roleOfStrand(strand)).map((item) => ({
      place: placeOfHead(item),
      id: item.id,
      message: inBoth((tongue) => `${Calling(item, tongue)} ${lack[tongue]}`),
    }));
  },
});
