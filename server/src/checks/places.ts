/** Places and sentences that checks on items and links share. */
import { fieldOf, headWord } from '../kinds/facts';
import { placeIn, type Item, type Model, type Place } from '../model/model';
import type { Text } from '../kinds/tongue';
import type { Related } from './check';
import { calling, Calling, inBoth } from './wording';

/** Where a link is written: its reference, or the head of the item that implies it by where it stands. */
export function placeOfLink({ items, linkTable: { from, facts } }: Model, link: number): Place {
  const item = items[from[link]!]!;
  return placeIn(item, facts[link]!.reference?.reference ?? headWord(item));
}

/** The first of the fields that the item has, or its head. */
export function placeOfField(item: Item, ...keys: readonly string[]): Place {
  const field = keys.map((key) => fieldOf(item, key)).find((found) => found !== undefined);
  return placeIn(item, field?.node ?? headWord(item));
}

/** The link as a sentence: "Task T-4 realizes requirement REQ-4", "任务 T-4 实现需求 REQ-4". */
function linkSentence({ items, linkTable: { from, to, facts } }: Model, link: number): Text {
  const { field, reference } = facts[link]!;
  const [item, target] = [items[from[link]!]!, items[to[link]!]];
  return inBoth((tongue) => {
    const other = target ? calling(target, tongue) : (reference?.reference.id ?? '');
    const reading = field.link?.reading[tongue] ?? field.key;
    return tongue === 'zh' ? `${Calling(item, 'zh')} ${reading}${other}` : `${Calling(item, 'en')} ${reading} ${other}`;
  });
}

/** The link as a place that belongs to a finding. */
export const relatedLink = (model: Model, link: number): Related => ({
  place: placeOfLink(model, link),
  message: linkSentence(model, link),
});
