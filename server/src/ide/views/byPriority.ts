/** Items by their priority, the highest first; below an item what has to hold before it is covered. */
import { nameOf } from '../../checks/wording';
import { enumOf } from '../../kinds/facts';
import type { EnumValue } from '../../kinds/table';
import type { Text } from '../../kinds/tongue';
import { coverageOf } from '../../model/coverage';
import type { Item, ItemIndex } from '../../model/model';
import type { World } from '../world';
import { rootsOf, type Gathering } from './gathering';

export function byPriority({ model }: World): Gathering {
  const { below } = coverageOf(model);
  const labels = new Map<string, Text>();
  const members = new Map<string, ItemIndex[]>();
  for (const kind of model.table.kinds)
    for (const { key, names } of kind.field('priority')?.values ?? [])
      if (!labels.has(key)) labels.set(key, { en: nameOf(names, 'en'), zh: nameOf(names, 'zh') });
  for (const name of [...labels.keys(), NONE]) members.set(name, []);
  for (const item of model.items)
    if (prioritiesOf(item).length > 0) members.get(enumOf(item, 'priority') ?? NONE)!.push(item.index);
  const groups = [...members].map(([name, own]) => ({
    name,
    label: labels.get(name) ?? NO_PRIORITY,
    members: own,
    roots: rootsOf(own, below),
  }));
  return { groups, below };
}

/** The priorities that an item may have. */
const prioritiesOf = ({ kind }: Item): readonly EnumValue[] => kind?.field('priority')?.values ?? [];

/** No word of a table begins so. */
const NONE = '-';
const NO_PRIORITY: Text = { en: 'No priority', zh: '无优先级' };
