/** What the four checks on a requirement's strands share: they look at promised requirements only. */
import { headWord, isBare } from '../../kinds/facts';
import type { ItemIndex, Model } from '../../model/model';
import { isPromised, requirementsOf } from '../../model/trace';
import type { ModelCheck, ModelFinding } from '../check';
import { Calling, inBoth } from '../wording';

/** A check that a promised requirement has one strand. `lack` completes the sentence that begins with the requirement. */
export const strandCheck = (
  code: string,
  has: (model: Model, requirement: ItemIndex) => boolean,
  lack: { readonly en: string; readonly zh: string },
): ModelCheck => ({
  code,
  severity: 'warning',
  find: (model): ModelFinding[] =>
    requirementsOf(model)
      .filter((item) => isPromised(item) && !isBare(item) && !has(model, item.index))
      .map((item) => ({
        item,
        span: headWord(item),
        message: inBoth((tongue) => `${Calling(item, tongue)} ${lack[tongue]}`),
      })),
});
