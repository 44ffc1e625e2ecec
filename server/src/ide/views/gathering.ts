/** What an explorer shows: groups, and what stands below each item. */
import type { Text } from '../../kinds/tongue';
import type { ItemIndex } from '../../model/model';
import type { CoverageMark } from '../traceTree';

export interface Group {
  /** Differs from that of other groups: "must", or the key of an item. */
  readonly name: string;
  readonly label: Text;
  /** The group is an item itself, such as a phase. */
  readonly item?: ItemIndex;
  readonly mark?: CoverageMark;
  /** All that belong to it; those that stand below others are counted too. */
  readonly members: readonly ItemIndex[];
  /** What is shown directly below the group, in the order of the text. */
  readonly roots: readonly ItemIndex[];
}

export interface Gathering {
  readonly groups: readonly Group[];
  /** What is shown below an item, in any group. */
  readonly below: (item: ItemIndex) => readonly ItemIndex[];
}

/** The members that no other member leads down to; of a circle its first, so that each member can be reached. */
export function rootsOf(members: readonly ItemIndex[], below: Gathering['below']): readonly ItemIndex[] {
  const own = new Set(members);
  const led = new Set<ItemIndex>();
  for (const member of members) for (const each of below(member)) if (each !== member) led.add(each);
  const roots = members.filter((member) => !led.has(member));
  const reached = new Set<ItemIndex>();
  const reach = (from: ItemIndex): void => {
    const stack = [from];
    for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
      if (reached.has(each) || !own.has(each)) continue;
      reached.add(each);
      stack.push(...below(each));
    }
  };
  roots.forEach(reach);
  for (const member of members)
    if (!reached.has(member)) {
      roots.push(member);
      reach(member);
    }
  return roots.sort((a, b) => a - b);
}
