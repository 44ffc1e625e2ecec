/** What the four checks on a requirement's strands share: they look at promised requirements only. */
import { headWord, isBare } from '../../kinds/facts';
import { placeIn } from '../../model/model';
import { hasStrand, isPromised, itemsOfPart, type Strand } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { Calling, inBoth } from '../wording';

/** A check that a promised requirement has one strand. `lack` completes the sentence that begins with the requirement. */
export const strandCheck = (strand: Strand, lack: { readonly en: string; readonly zh: string }): ModelCheck => ({
  code: `trace/no-${strand}`,
  severity: 'warning',
  find: (model): ModelFinding[] =>
    itemsOfPart(model, 'requirement')
      .filter((item) => !hasStrand(model, item.index, strand) && isPromised(item) && !isBare(item))
      .map((item) => ({
        place: placeIn(item, headWord(item)),
        id: item.id,
        message: inBoth((tongue) => `${Calling(item, tongue)} ${lack[tongue]}`),
      })),
});
