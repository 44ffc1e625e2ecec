import { fieldOf } from '../kinds/facts';
import type { FactsRun } from '../kinds/factsRun';
import { perObject } from '../language/perObject';
import type { Item, Model } from './model';

/** The revision of an item as written, without quotes; undefined when it states none. */
export const revisionOf = (item: Item): string | undefined =>
  fieldOf(item, 'revision')?.values[0]?.phrase.atoms[0]?.text;

/** Numbers of the links that were made for a certain revision of what they lead to. */
export function pinnedLinks({ runs }: Model): readonly number[] {
  const pinned: number[] = [];
  let firstLink = 0;
  for (const { facts } of runs) {
    for (const link of pinnedIn(facts)) pinned.push(firstLink + link);
    firstLink += facts.links.length;
  }
  return pinned;
}

const pinnedIn = perObject(({ links }: FactsRun): readonly number[] =>
  links.flatMap(({ reference }, link) => (reference?.reference.revision === undefined ? [] : [link])),
);
