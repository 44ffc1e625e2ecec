/** The items of a project, gathered as somebody wants to see them, as a tree that unfolds row by row. */
import type { Tongue } from '../../kinds/tongue';
import type { Item, ItemIndex } from '../../model/model';
import type { World } from '../world';
import { perObject } from '../../language/perObject';
import { byCoverage } from './byCoverage';
import { byPhase } from './byPhase';
import { byPriority } from './byPriority';
import { filterItems, type Filtered } from './filter';
import type { Gathering, Group } from './gathering';
import { itemOfKey } from './itemKeys';
import { itemRow, limited } from './itemRow';
import type { Grouping, TreeRow } from './types';

/** What somebody wants to see of a project. */
export interface ExplorerQuestion {
  readonly grouping: Grouping;
  /** Words that must all be found in an item; empty for no filter. */
  readonly filter: string;
  /** Names of the rows down to the one whose rows are wanted. */
  readonly path: readonly string[];
}

const GATHERINGS: Readonly<Record<Grouping, (world: World) => Gathering>> = {
  phase: byPhase,
  priority: byPriority,
  coverage: byCoverage,
};

/** The rows below a path, the groups if it is empty; a path that leads nowhere any more has nothing below it. */
export function explorerRows(world: World, { grouping, filter, path }: ExplorerQuestion, tongue: Tongue) {
  const gathering = gatheringOf(world, grouping);
  const filtered = filterItems(world, grouping, gathering, filter, tongue);
  const view: View = { world, gathering, filtered, tongue };
  const [name, ...keys] = path;
  if (name === undefined) return groupRows(view);
  const group = gathering.groups.find((each) => each.name === name);
  if (!group) return [];
  const passed = keys.flatMap((key) => itemOfKey(world.model, key) ?? []);
  if (passed.length < keys.length) return [];
  const around = group.item === undefined ? passed : [world.model.items[group.item]!, ...passed];
  return itemRows(view, group, around);
}

interface View {
  readonly world: World;
  readonly gathering: Gathering;
  readonly filtered: Filtered;
  readonly tongue: Tongue;
}

const gatheringsOf = perObject<World, Map<Grouping, Gathering>>(() => new Map());

function gatheringOf(world: World, grouping: Grouping): Gathering {
  const gatherings = gatheringsOf(world);
  let gathering = gatherings.get(grouping);
  if (!gathering) gatherings.set(grouping, (gathering = GATHERINGS[grouping](world)));
  return gathering;
}

function groupRows({ world, gathering, filtered, tongue }: View): readonly TreeRow[] {
  const { groups } = gathering;
  const shown = groups.filter((group) => isGroupKept(filtered, group));
  return limited(shown, tongue, (group): TreeRow => {
    const below = group.roots.length === 0 ? {} : { below: filtered.isOn ? ('shown' as const) : ('hidden' as const) };
    if (group.item !== undefined)
      return { ...itemRow(world, world.model.items[group.item]!, tongue), name: group.name, ...below };
    const label = group.label[tongue];
    const count = group.members.filter(filtered.keeps).length;
    return {
      name: group.name,
      label,
      description: String(count),
      spoken: `${label}, ${count}`,
      look: 'group',
      ...(group.mark && { mark: group.mark }),
      ...below,
    };
  });
}

const isGroupKept = ({ isOn, keeps }: Filtered, { item, roots, members }: Group): boolean =>
  isOn ? roots.some(keeps) || (item !== undefined && keeps(item)) : item !== undefined || members.length > 0;

function itemRows({ world, gathering, filtered, tongue }: View, group: Group, around: readonly Item[]) {
  const passed = new Set(around.map(({ index }) => index));
  const last = around.at(-1);
  const isTop = last === undefined || (around.length === 1 && group.item !== undefined);
  const all = isTop ? group.roots : gathering.below(last.index);
  // Below what is searched for, everything is shown.
  const shown = around.some(({ index }) => filtered.matches(index)) ? all : all.filter(filtered.keeps);
  return limited(shown, tongue, (index: ItemIndex): TreeRow => {
    const row = itemRow(world, world.model.items[index]!, tongue);
    // What stands further up already is not unfolded again, or it would never end.
    if (passed.has(index) || gathering.below(index).length === 0) return row;
    return { ...row, below: filtered.isOn && !filtered.matches(index) ? 'shown' : 'hidden' };
  });
}
