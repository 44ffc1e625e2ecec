/** Items of a project by a few letters of their id or title. */
import type { Item, Model } from '../model/model';

/** More would be a list that nobody reads. */
const MOST = 500;

/**
 * The items whose id or title fits a query, the best first, then in the order of the text: the id itself, what begins with the
 * query, what contains it, and what has its signs in this order. Case does not matter; an empty query fits everything.
 */
export function itemsLike(model: Model, query: string): readonly Item[] {
  const wanted = query.trim().toLowerCase();
  const ranks: Item[][] = Array.from({ length: WORST }, () => []);
  for (const item of model.items) ranks[rankOf(item, wanted)]?.push(item);
  return ranks.flat().slice(0, MOST);
}

/** From here on an item does not fit. */
const WORST = 5;

function rankOf({ id = '', title }: Item, wanted: string): number {
  if (wanted === '') return id === '' ? WORST : 0;
  const [low, words] = [id.toLowerCase(), title.toLowerCase()];
  if (low === wanted) return 0;
  if (low.startsWith(wanted)) return 1;
  if (words.startsWith(wanted)) return 2;
  if (low.includes(wanted) || words.includes(wanted)) return 3;
  return hasInOrder(low, wanted) || hasInOrder(words, wanted) ? 4 : WORST;
}

function hasInOrder(text: string, signs: string): boolean {
  let at = 0;
  for (let next = 0; next < text.length && at < signs.length; next++) if (text[next] === signs[at]) at++;
  return at === signs.length;
}
