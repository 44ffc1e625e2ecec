/** Columns: a small number for each item, read off its facts and kept by run, so that a revision reads only what changed. */
import type { ItemFacts } from '../kinds/facts';
import type { FactsRun } from '../kinds/factsRun';
import { perObject } from '../language/perObject';
import type { Model } from './model';
import { perModel } from './perModel';

/** A column of bytes by item; the same object for the same model. What `read` returns must depend on the facts alone. */
export function columnOf(read: (item: ItemFacts) => number): (model: Model) => Uint8Array {
  const ofRun = perObject(({ items }: FactsRun) => Uint8Array.from(items, read));
  return perModel(({ items, runs }) => {
    const column = new Uint8Array(items.length);
    for (const { facts, firstItem } of runs) column.set(ofRun(facts), firstItem);
    return column;
  });
}
