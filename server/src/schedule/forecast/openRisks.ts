import { enumOf, isBare } from '../../kinds/facts';
import type { Item, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';

/** Risks that are neither closed nor have occurred. */
export const openRisks = (model: Model): readonly Item[] =>
  itemsOfPart(model, 'risk').filter(
    (item) => !isBare(item) && !['closed', 'occurred'].includes(enumOf(item, 'status') ?? 'open'),
  );
