/** The threads of an item as a tree that unfolds row by row: where it comes from, what came of it, what is missing. */
import { gapWords } from '../../checks/gapWords';
import { nameOf } from '../../checks/wording';
import type { Text, Tongue } from '../../kinds/tongue';
import { coverageOf } from '../../model/coverage';
import type { Item, ItemIndex, Model } from '../../model/model';
import { resolvePath, pathFolders } from '../paths';
import { itemAt, spotAt, type Cursor } from '../spot';
import { threadsDown, threadsUp, type Neighbour } from '../threadNeighbours';
import type { World } from '../world';
import { itemOfKey, keyOf } from './itemKeys';
import { itemRow, limited, rowItem } from './itemRow';
import type { ItemAddress, TreeRow } from './types';

/** The item that the cursor names, or else the innermost one around it. */
export function addressAt({ model, root }: World, cursor: Cursor): ItemAddress | undefined {
  const spot = spotAt(model, cursor);
  const item = itemAt(model, spot) ?? spot.item;
  return item && { root, key: keyOf(model, item) };
}

/**
 * The rows below a path: of an empty one the item itself and the sections that have something to say. Undefined when there
 * is no such item any more; a path that leads nowhere any more has nothing below it.
 */
export function traceRows(
  world: World,
  key: string,
  path: readonly string[],
  tongue: Tongue,
): readonly TreeRow[] | undefined {
  const item = itemOfKey(world.model, key);
  if (!item) return undefined;
  const [name, ...further] = path;
  if (name === undefined)
    return [
      itemRow(world, item, tongue),
      ...Object.entries(SECTIONS).flatMap(([section, { label, isShown, rows }]): TreeRow[] => {
        const below = rows(world, item, [], tongue);
        if (below.length === 0) return [];
        return [sectionRow(section, label[tongue], isShown)];
      }),
    ];
  return Object.hasOwn(SECTIONS, name) ? SECTIONS[name]!.rows(world, item, further, tongue) : [];
}

interface Section {
  readonly label: Text;
  readonly isShown: boolean;
  readonly rows: (world: World, item: Item, path: readonly string[], tongue: Tongue) => readonly TreeRow[];
}

const SECTIONS: Readonly<Record<string, Section>> = {
  up: {
    label: { en: 'Where it comes from', zh: '来源' },
    isShown: true,
    rows: (world, item, path, tongue) => threadRows(world, item, path, threadsUp, tongue),
  },
  down: {
    label: { en: 'What came of it', zh: '落实' },
    isShown: true,
    rows: (world, item, path, tongue) => threadRows(world, item, path, threadsDown, tongue),
  },
  missing: { label: { en: 'What is missing', zh: '缺口' }, isShown: true, rows: gapRows },
  other: { label: { en: 'Other links', zh: '其他关联' }, isShown: false, rows: otherRows },
};

const sectionRow = (name: string, label: string, isShown: boolean): TreeRow => ({
  name,
  label,
  description: '',
  spoken: label,
  look: 'group',
  below: isShown ? 'shown' : 'hidden',
});

type Next = (model: Model, item: ItemIndex) => readonly Neighbour[];

function threadRows(world: World, item: Item, path: readonly string[], next: Next, tongue: Tongue): readonly TreeRow[] {
  const { model } = world;
  const passed = [item, ...path.flatMap((key) => itemOfKey(model, key) ?? [])];
  if (passed.length <= path.length) return [];
  const found = next(model, passed.at(-1)!.index);
  const isShown = path.length < SHOWN_DEPTH && found.length <= SHOWN_ROWS;
  return limited(found, tongue, (neighbour) => {
    const row = neighbourRow(world, passed.at(-1)!, neighbour, tongue);
    if (!neighbour.item || next(model, neighbour.item.index).length === 0) return row;
    // What stands further up already is not unfolded again, or it would never end.
    if (passed.some(({ index }) => index === neighbour.item?.index)) return circular(row, tongue);
    return { ...row, below: isShown ? 'shown' : 'hidden' };
  });
}

/** So many layers unfold by themselves, where there are few rows. */
const SHOWN_DEPTH = 2;
const SHOWN_ROWS = 8;

const circular = (row: TreeRow, tongue: Tongue): TreeRow => ({
  ...row,
  description: `${row.description} ${tongue === 'zh' ? '（循环）' : '(circle)'}`.trim(),
});

function neighbourRow(world: World, from: Item, { item, reading, written, isDocument }: Neighbour, tongue: Tongue) {
  if (item) return itemRow(world, item, tongue, reading[tongue]);
  return isDocument
    ? documentRow(world, from, reading[tongue], written)
    : unresolvedRow(reading[tongue], written, tongue);
}

function unresolvedRow(reading: string, written: string, tongue: Tongue): TreeRow {
  const missing = tongue === 'zh' ? '不存在' : 'does not exist';
  const label = `${reading} ${written}`;
  return {
    name: `?${written}`,
    label,
    description: missing,
    spoken: `${label}, ${missing}`,
    look: 'unresolved',
  };
}

function documentRow({ model, root }: World, { file }: Item, reading: string, written: string): TreeRow {
  const label = `${reading} ${written}`;
  const addresses = written.includes('://')
    ? [written]
    : pathFolders(model.files[file]!.uri, root, written).flatMap((folder) => resolvePath(folder, written) ?? []);
  return { name: `"${written}"`, label, description: '', spoken: label, look: 'document', addresses };
}

/** Gaps that are named; of more than a few nobody reads the last. */
const MOST_GAPS = 10;

function gapRows({ model }: World, { index }: Item, path: readonly string[], tongue: Tongue): readonly TreeRow[] {
  const coverage = coverageOf(model);
  if (path.length > 0 || coverage.partOf(index) === undefined || !coverage.isNeeded(index)) return [];
  return coverage.weakest(index, MOST_GAPS).map((gap, at) => {
    const label = gapWords(model, gap, tongue);
    return {
      name: String(at),
      label,
      description: '',
      spoken: label,
      look: 'gap',
      item: rowItem(model, model.items[gap.item]!),
    };
  });
}

/** Links that are no threads: people, dependencies, risks. Each item once. */
function otherRows(world: World, item: Item, path: readonly string[], tongue: Tongue): readonly TreeRow[] {
  if (path.length > 0) return [];
  const { model } = world;
  const threads = [...threadsUp(model, item.index), ...threadsDown(model, item.index)];
  const known = new Set([item.index, ...threads.map((each) => each.item?.index)]);
  const rows: { readonly to: Item; readonly reading: string }[] = [];
  const add = (to: ItemIndex, reading: string): void => {
    if (to < 0 || known.has(to)) return;
    known.add(to);
    rows.push({ to: model.items[to]!, reading });
  };
  for (const { to, field } of model.outgoing(item.index))
    add(to, field.link?.reading[tongue] ?? nameOf(field.names, tongue));
  for (const { from, field } of model.incoming(item.index))
    add(from, field.link?.inverse[tongue] ?? `← ${nameOf(field.names, tongue)}`);
  return limited(rows, tongue, ({ to, reading }) => itemRow(world, to, tongue, reading));
}
