/** What is computed, written between the words: when an item starts and ends, how far it may slip, what an id is called. */
import { headWord } from '../kinds/facts';
import type { Tongue } from '../kinds/tongue';
import type { Span } from '../language/ast';
import { placeIn, type Item, type Place } from '../model/model';
import { itemDates, itemSlack } from './dates';
import { whyOf } from './why';
import type { World } from './world';

export interface Hint {
  /** Empty; the hint stands there. */
  readonly place: Place;
  readonly type: 'dates' | 'slack' | 'title';
  readonly text: string;
  /** The item that the hint speaks of. */
  readonly item: number;
}

/** Which hints are wanted. */
export type HintTypes = Readonly<Record<Hint['type'], boolean>>;

/** The hints of the segments that a span of a file touches, in the order of the text. */
export function hintsIn(world: World, file: number, span: Span, types: HintTypes, tongue: Tongue): readonly Hint[] {
  const { model } = world;
  const { document } = model.files[file]!;
  const hints: Hint[] = [];
  const last = document.segmentAt(span.end);
  for (let segment = document.segmentAt(span.start); segment <= last; segment++)
    for (const item of model.itemsIn(file, segment)) {
      hints.push(...planHints(world, item, types, tongue));
      if (types.title) hints.push(...titleHints(world, item));
    }
  return hints;
}

/** Why the date is where it is; undefined when the hint speaks of no date. */
export function hintReason({ schedule }: World, item: number, tongue: Tongue): string | undefined {
  const entry = schedule.of(item);
  return entry && whyOf(schedule, entry, tongue);
}

/** Behind the title: what the plan says of the item. */
function planHints(world: World, item: Item, types: HintTypes, tongue: Tongue): readonly Hint[] {
  const entry = world.schedule.of(item.index);
  if (entry?.start === undefined) return [];
  const { end } = item.declaration.title ?? headWord(item);
  const place = placeIn(item, { start: end, end });
  const hint = (type: Hint['type'], text: string): readonly Hint[] => [{ place, type, text, item: item.index }];
  return [
    ...(types.dates ? hint('dates', itemDates(world, entry, tongue)) : []),
    ...(types.slack ? hint('slack', itemSlack(world.schedule, entry, tongue)) : []),
  ].filter(({ text }) => text !== '');
}

/** Longer titles are cut: a hint must not push the text out of sight. */
const MOST_SIGNS = 40;

/** Behind each reference: what its item is called. */
const titleHints = ({ model }: World, item: Item): readonly Hint[] =>
  item.references.flatMap(({ reference, idNumber }): readonly Hint[] => {
    const target = model.items[model.indexOfId(idNumber)];
    if (!target || target.title === '') return [];
    const place = placeIn(item, { start: reference.end, end: reference.end });
    return [{ place, type: 'title', text: shortened(target.title), item: target.index }];
  });

function shortened(title: string): string {
  if (title.length <= MOST_SIGNS) return title;
  const signs = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment);
  return signs.length <= MOST_SIGNS ? title : `${signs.slice(0, MOST_SIGNS - 1).join('')}…`;
}
