/** How an item looks as a row of a tree. */
import { nameOf } from '../../checks/wording';
import type { Tongue } from '../../kinds/tongue';
import type { Item, ItemIndex, Model } from '../../model/model';
import { perModel } from '../../model/perModel';
import { scheduledTypeOf } from '../../schedule/taskFacts';
import { itemDates } from '../dates';
import { coverageWords } from '../itemCard';
import { drawnItems } from '../timeline/items';
import { markOf, statusWords, type CoverageMark } from '../traceTree';
import type { World } from '../world';
import { keyOf } from './itemKeys';
import type { Look, RowItem, TreeRow } from './types';

/** In words that stand before the id: "verified by". */
export function itemRow(world: World, item: Item, tongue: Tongue, reading = ''): TreeRow {
  const { model } = world;
  const kind = item.kind ? nameOf(item.kind.names, tongue) : item.declaration.kind.text;
  const name = item.id ?? (item.title || kind);
  const title = item.id === undefined ? '' : item.title;
  const status = statusWords(item, tongue).join(tongue === 'zh' ? '，' : ', ');
  const mark = markOf(model, item);
  const dates = datesOf(world, item, tongue);
  const said = [title, status, dates].filter((part) => part !== '');
  const spoken = [`${reading} ${kind} ${name}`.trim(), ...said, coverageWords(model, item, tongue)];
  return {
    name: keyOf(model, item),
    label: reading === '' ? name : `${reading} ${name}`,
    description: `${said.join(' · ')}${mark ? MARKS[mark] : ''}`.trim(),
    spoken: spoken.filter((part) => part !== '').join(tongue === 'zh' ? '，' : ', '),
    look: lookOf(item),
    ...(mark && { mark }),
    item: rowItem(model, item),
  };
}

/** As in the cards of items. */
const MARKS: Readonly<Record<CoverageMark, string>> = {
  covered: ' ✓',
  shallow: ' ◐',
  uncovered: ' ✗',
  'not-needed': '',
};

function datesOf(world: World, item: Item, tongue: Tongue): string {
  const entry = scheduledTypeOf(item.kind) && world.schedule.of(item.index);
  return entry?.start === undefined ? '' : itemDates(world, entry, tongue);
}

function lookOf({ kind }: Item): Look {
  if (scheduledTypeOf(kind) === 'phase') return 'phase';
  return kind?.trace ?? 'other';
}

export const rowItem = (model: Model, item: Item): RowItem => ({
  key: keyOf(model, item),
  ...(item.id !== undefined && { id: item.id }),
  hasBar: barsOf(model).has(item.index),
});

const barsOf = perModel((model): ReadonlySet<ItemIndex> => new Set(drawnItems(model).map(({ item }) => item.index)));

/** More rows below one row are of no use to anybody. */
const MOST = 500;

/** The first rows, and one that counts the others. */
export function limited<T>(all: readonly T[], tongue: Tongue, row: (each: T) => TreeRow): readonly TreeRow[] {
  const rest = all.length - MOST;
  const rows = all.slice(0, MOST).map(row);
  if (rest <= 0) return rows;
  const label = tongue === 'zh' ? `… 还有 ${rest} 项` : `… ${rest} more`;
  return [...rows, { name: '…', label, description: '', spoken: label, look: 'more' }];
}
