import { fieldOf } from '../kinds/facts';
import type { Item } from './model';

/** The revision of an item as written, without quotes; undefined when it states none. */
export const revisionOf = (item: Item): string | undefined =>
  fieldOf(item, 'revision')?.values[0]?.phrase.atoms[0]?.text;
