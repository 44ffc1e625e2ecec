/** What the checks on things that led to nothing share: somebody said something, and no link takes it up. */
import { isBare } from '../../kinds/facts';
import { placeOfHead, type Item, type Model } from '../../model/model';
import type { CheckContext, ModelCheck } from '../check';
import type { Repair } from '../repair/repair';
import { Calling, inBoth } from '../wording';
import { withoutSlips } from './slips';

interface Unused {
  readonly code: string;
  /** The items that somebody has to take up. */
  readonly items: (model: Model) => readonly Item[];
  /** Is the item taken up? */
  readonly isUsed: (model: Model, item: Item) => boolean;
  /** Completes the sentence that begins with the item. */
  readonly lack: { readonly en: string; readonly zh: string };
  /** What may take it up. */
  readonly suggest: (model: Model, item: Item, context: CheckContext) => readonly Repair[];
}

export const unusedCheck = ({ code, items, isUsed, lack, suggest }: Unused): ModelCheck => ({
  code,
  severity: 'warning',
  find: (model, context) =>
    withoutSlips(
      model,
      // Links to a name that several items have lead to the first; that the others get none is no second defect.
      items(model).filter((item) => !isBare(item) && !isUsed(model, item) && !isLaterDuplicate(model, item)),
      'origin',
    ).map((item) => ({
      place: placeOfHead(item),
      id: item.id,
      message: inBoth((tongue) => `${Calling(item, tongue)} ${lack[tongue]}`),
      suggestions: () => suggest(model, item, context),
    })),
});

export const isLaterDuplicate = ({ duplicates }: Model, { id, index }: Item): boolean =>
  id !== undefined && duplicates.size > 0 && duplicates.get(id)?.[0]?.index !== index && duplicates.has(id);
