import type { TimelineBar } from '../../../server/src/ide/timeline/types';
import type { Filter } from '../messages';
import { isLate, type Plan } from './plan';

export const noFilter: Filter = { search: '', critical: false, late: false, person: undefined };

export const isFiltering = ({ search, critical, late, person }: Filter): boolean =>
  search.trim() !== '' || critical || late || person !== undefined;

/**
 * By bar: 1 if it is shown because it matches, or because something inside or around it does: a match shows the way to it,
 * and a phase that is searched for shows what is in it. Undefined when everything is.
 */
export function keptBars({ timeline: { bars, holders }, holds }: Plan, filter: Filter): Uint8Array | undefined {
  if (!isFiltering(filter)) return undefined;
  const words = filter.search.trim().toLowerCase();
  const kept = new Uint8Array(bars.length);
  const found = new Uint8Array(bars.length);
  bars.forEach((bar, index) => {
    const holder = holders[index]!;
    const isFound = contains(bar, words) || (holder >= 0 && found[holder] === 1);
    found[index] = isFound ? 1 : 0;
    // What a phase or parent task is, is said of its parts.
    if (isFound && (holds[index] === 0 || (words !== '' && !hasConditions(filter))) && meets(bar, filter))
      kept[index] = 1;
  });
  for (let index = bars.length - 1; index >= 0; index--)
    if (kept[index] === 1 && holders[index]! >= 0) kept[holders[index]!] = 1;
  return kept;
}

const hasConditions = ({ critical, late, person }: Filter): boolean => critical || late || person !== undefined;

const contains = ({ id = '', title }: TimelineBar, words: string): boolean =>
  words === '' || title.toLowerCase().includes(words) || id.toLowerCase().includes(words);

const meets = (bar: TimelineBar, { critical, late, person }: Filter): boolean =>
  (!critical || bar.critical === true) &&
  (!late || isLate(bar)) &&
  (person === undefined || (bar.assignees?.includes(person) ?? false));
