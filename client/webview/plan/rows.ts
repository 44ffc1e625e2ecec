import type { BarType, TimelineBar } from '../../../server/src/ide/timeline/types';
import { clamp } from '../clamp';
import { isFiltering, keptBars } from './filter';
import { groupKey, groupsOf, isGroupKey, type Group } from './groups';
import type { Filter, Grouping } from '../messages';
import type { Plan } from './plan';
import type { Message, Texts } from '../texts';

/** Pixels. */
export const rowHeight = 26;

/** One line of the tree grid: a bar, or the heading of a group. */
export interface Row {
  /** Unique among the rows. */
  readonly key: string;
  readonly bar: TimelineBar | undefined;
  /** Index of the bar, or -1. */
  readonly barIndex: number;
  readonly group: Group | undefined;
  /** Depth of nesting, 0 at the top. */
  readonly level: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
}

/** All rows as numbers: there may be 100,000, of which a window is looked at. */
export interface RowList {
  readonly plan: Plan;
  readonly count: number;
  /** By row: index of its bar, or -1 - index of its group. */
  readonly entries: Int32Array;
  readonly groups: readonly Group[];
  /** By bar: the row that shows it, or the one around it that is collapsed; -1 when it is filtered out. */
  readonly rowOfBar: Int32Array;
  readonly collapsed: ReadonlySet<string>;
  /** By row: its group, when rows are gathered under groups and not nested. */
  readonly groupOf: Int32Array | undefined;
}

export interface RowsInput {
  readonly plan: Plan;
  readonly grouping: Grouping;
  readonly filter: Filter;
  readonly collapsed: ReadonlySet<string>;
  readonly texts: Texts;
}

/** `before` are the rows of an earlier plan, looked at in the same way: as long as the same bars stand in the same order, they hold. */
export function listRows({ plan, grouping, filter, collapsed: closed, texts }: RowsInput, before?: RowList): RowList {
  if (before && grouping === 'text' && !isFiltering(filter) && hasSameRows(before, plan)) return { ...before, plan };
  const kept = keptBars(plan, filter);
  // What is searched for is shown, wherever it is.
  const collapsed = filter.search.trim() === '' ? closed : new Set<string>();
  return grouping === 'text'
    ? nestedRows(plan, kept, collapsed, texts)
    : groupedRows(plan, groupsOf(plan, grouping, kept, texts), collapsed);
}

const hasSameRows = (before: RowList, { holds, indexOf }: Plan): boolean =>
  before.groupOf === undefined && before.plan.holds === holds && before.plan.indexOf === indexOf;

/** As written, and what stands outside of the plan under headings of its own. */
function nestedRows(plan: Plan, kept: Uint8Array | undefined, collapsed: ReadonlySet<string>, texts: Texts): RowList {
  const { bars, holders } = plan.timeline;
  const entries = new Int32Array(bars.length + Object.keys(headings).length);
  const rowOfBar = new Int32Array(bars.length).fill(-1);
  const closed = new Uint8Array(bars.length);
  const groups: (Group & { readonly bars: number[] })[] = [];
  let count = 0;
  let heading = -1;
  for (let index = 0; index < bars.length; index++) {
    if (kept?.[index] === 0) continue;
    const { type, key } = bars[index]!;
    const holder = holders[index]!;
    const title = holder < 0 ? headings[type] : undefined;
    if (title !== undefined && groups.at(-1)?.key !== groupKey(type)) {
      heading = count;
      entries[count++] = -1 - groups.length;
      groups.push({ key: groupKey(type), title: texts.t(title), id: undefined, bars: [] });
    }
    const group = groups.at(-1);
    group?.bars.push(index);
    const isHidden = holder >= 0 ? closed[holder] === 1 : group !== undefined && collapsed.has(group.key);
    rowOfBar[index] = !isHidden ? count : holder >= 0 ? rowOfBar[holder]! : heading;
    closed[index] = isHidden || (plan.holds[index] === 1 && collapsed.has(key)) ? 1 : 0;
    if (!isHidden) entries[count++] = index;
  }
  return { plan, count, entries, groups, rowOfBar, collapsed, groupOf: undefined };
}

const headings: Partial<Record<BarType, Message>> = {
  deliverable: 'Deliverables',
  signoff: 'Sign-offs',
  cadence: 'Meetings and reports',
  risk: 'Reviews of risks',
};

function groupedRows(plan: Plan, groups: readonly Group[], collapsed: ReadonlySet<string>): RowList {
  const size = groups.reduce((sum, { bars }) => sum + bars.length + 1, 0);
  const entries = new Int32Array(size);
  const groupOf = new Int32Array(size);
  const rowOfBar = new Int32Array(plan.timeline.bars.length).fill(-1);
  let count = 0;
  groups.forEach(({ key, bars }, group) => {
    const heading = count;
    const isClosed = collapsed.has(key);
    entries[count++] = -1 - group;
    for (const bar of bars) {
      // The first row counts for links and for the cursor.
      if (rowOfBar[bar]! < 0) rowOfBar[bar] = isClosed ? heading : count;
      if (!isClosed) entries[count++] = bar;
    }
    groupOf.fill(group, heading, count);
  });
  return { plan, count, entries, groups, rowOfBar, collapsed, groupOf };
}

/** What a row is called, and its id where that says more. */
export function nameOfRow(
  { bar, group }: Pick<Row, 'bar' | 'group'>,
  { t }: Texts,
): { name: string; id: string | undefined } {
  const { title, id } = (group ?? bar)!;
  const name = title || id || t('Untitled');
  return { name, id: id === name ? undefined : id };
}

/** The row at an index. Throws if there is none. */
export function rowAt(list: RowList, index: number): Row {
  const entry = list.entries[index]!;
  return entry < 0 ? groupRow(list, list.groups[-1 - entry]!) : barRow(list, index, entry);
}

function groupRow({ collapsed }: RowList, group: Group): Row {
  const expandable = group.bars.length > 0;
  const expanded = expandable && !collapsed.has(group.key);
  return { key: group.key, bar: undefined, barIndex: -1, group, level: 0, expandable, expanded };
}

function barRow({ plan, collapsed, groups, groupOf }: RowList, index: number, entry: number): Row {
  const bar = plan.timeline.bars[entry]!;
  if (groupOf) {
    const heading = groups[groupOf[index]!]!;
    return {
      key: bar.key + heading.key,
      bar,
      barIndex: entry,
      group: undefined,
      level: 1,
      expandable: false,
      expanded: false,
    };
  }
  const expandable = plan.holds[entry] === 1;
  const level = levelOf(plan, entry);
  return {
    key: bar.key,
    bar,
    barIndex: entry,
    group: undefined,
    level,
    expandable,
    expanded: expandable && !collapsed.has(bar.key),
  };
}

/** Counted from the holders, and one more under a heading. */
function levelOf({ timeline: { bars, holders } }: Plan, index: number): number {
  let level = 0;
  let bar = index;
  for (; holders[bar]! >= 0; bar = holders[bar]!) level++;
  return headings[bars[bar]!.type] ? level + 1 : level;
}

/** Index of the row of a key, or of the row around it that is collapsed; -1 if there is none. */
export function rowOf(list: RowList | undefined, key: string | undefined): number {
  if (!list || key === undefined) return -1;
  if (isGroupKey(key))
    return list.entries.subarray(0, list.count).findIndex((entry) => entry < 0 && list.groups[-1 - entry]!.key === key);
  const [barKey = '', ...heading] = key.split('\n');
  const bar = list.plan.indexOf(barKey);
  if (bar < 0) return -1;
  if (list.groupOf && heading.length > 0) {
    const first = rowOf(list, `\n${heading.join('\n')}`);
    for (let row = first + 1; first >= 0 && row < list.count && list.entries[row]! >= 0; row++)
      if (list.entries[row] === bar) return row;
  }
  return list.rowOfBar[bar]!;
}

/** Index of the row that a row stands in, or -1. */
export function parentRow(list: RowList, index: number): number {
  const { level } = rowAt(list, index);
  let row = index - 1;
  while (row >= 0 && rowAt(list, row).level >= level) row--;
  return level === 0 ? -1 : row;
}

/** Keys of everything that can be collapsed. */
export const expandableKeys = ({ plan, groups }: RowList): readonly string[] => [
  ...groups.map(({ key }) => key),
  ...plan.timeline.bars.flatMap(({ key }, index) => (plan.holds[index] === 1 ? [key] : [])),
];

/** Rows `[first, last)`. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** The rows that a view of `height` pixels shows when it is scrolled down by `top`, with one more on either side. */
export function rowWindow(top: number, height: number, count: number): RowWindow {
  const first = clamp(Math.floor(top / rowHeight) - 1, 0, count);
  return { first, last: clamp(Math.ceil((top + height) / rowHeight) + 1, first, count) };
}

/**
 * Which of the drawn elements shows a row: scrolling writes anew what is in them and makes none. Windows of about the same size
 * have the same number of them. They are to stand in the order of their slots, so that none has to move.
 */
export const slotOf = (index: number, { first, last }: RowWindow): number =>
  index % (Math.ceil((last - first + 1) / 8) * 8);

export const rowsIn = (list: RowList, { first, last }: RowWindow): readonly Row[] =>
  Array.from({ length: last - first }, (_, offset) => rowAt(list, first + offset));

/** The least scrolling that brings the row fully into view. */
export function topToShow(index: number, top: number, height: number): number {
  const rowTop = index * rowHeight;
  return clamp(top, rowTop + rowHeight - height, rowTop);
}

/** The highest sensible `top`. */
export const maximumTop = (count: number, height: number): number => Math.max(0, count * rowHeight - height);
