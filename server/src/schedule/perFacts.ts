import type { ItemFacts } from '../kinds/facts';

/**
 * A function of one declaration alone, answered once: as long as neither the text of its segment nor the kind table
 * changes, the answer is the same object. Items are made anew where they stand elsewhere, but their list of fields is the facts'.
 */
export function perFacts<T extends object>(read: (item: ItemFacts) => T): (item: ItemFacts) => T {
  const known = new WeakMap<ItemFacts['fields'], T>();
  return (item) => {
    let answer = known.get(item.fields);
    if (answer === undefined) known.set(item.fields, (answer = read(item)));
    return answer;
  };
}
