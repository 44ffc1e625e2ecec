/**
 * The plan by its phases: below a phase what stands in it, then the requirements that its work serves; at last what stands in
 * no phase. Below any item stands what is written in it, and what has to hold before it is covered.
 */
import type { LinkRole } from '../../kinds/table';
import type { Text } from '../../kinds/tongue';
import { coverageOf } from '../../model/coverage';
import type { ItemIndex, Model } from '../../model/model';
import { itemsOfPart } from '../../model/trace';
import { scheduledTypeOf } from '../../schedule/taskFacts';
import type { World } from '../world';
import type { Gathering, Group } from './gathering';
import { keyOf } from './itemKeys';

export function byPhase({ model }: World): Gathering {
  const coverage = coverageOf(model);
  const served = servedRequirements(model);
  const below = (item: ItemIndex): readonly ItemIndex[] => [
    ...new Set([...partsOf(model, item), ...(served.get(item) ?? []), ...coverage.below(item)]),
  ];
  const phases = model.items.filter(
    ({ kind, index }) => isPhase(model, index) && kind && phaseAround(model, index) < 0,
  );
  const groups = phases.map((phase): Group => {
    const parts = below(phase.index);
    return {
      name: keyOf(model, phase),
      label: { en: phase.title, zh: phase.title },
      item: phase.index,
      members: parts,
      roots: parts,
    };
  });
  const loose = looseItems(model, served);
  return { groups: [...groups, { name: OUTSIDE, label: IN_NO_PHASE, members: loose, roots: loose }], below };
}

/** No id and no other key is empty. */
const OUTSIDE = '';
const IN_NO_PHASE: Text = { en: 'In no phase', zh: '不在任何阶段' };

const isPhase = ({ items }: Model, item: ItemIndex): boolean => scheduledTypeOf(items[item]?.kind) === 'phase';

/** The innermost phase around an item, or -1. */
function phaseAround(model: Model, item: ItemIndex): ItemIndex {
  let around = model.items[item]!.parent;
  while (around >= 0 && !isPhase(model, around)) around = model.items[around]!.parent;
  return around;
}

/** What stands directly inside; sections and the like are looked through. */
const partsOf = (model: Model, item: ItemIndex): readonly ItemIndex[] =>
  model
    .children(item)
    .flatMap(({ index, kind }) => (kind && kind.contains === undefined ? partsOf(model, index) : [index]));

const SERVING: readonly LinkRole[] = ['realization', 'delivery', 'satisfaction'];

/** By phase, the requirements that the work, milestones and deliverables directly in it serve, also through a deliverable. */
function servedRequirements(model: Model): ReadonlyMap<ItemIndex, readonly ItemIndex[]> {
  const { withRole, from, to, outgoing, role } = model.linkTable;
  const found = new Map<ItemIndex, Set<ItemIndex>>();
  const add = (phase: ItemIndex, requirement: ItemIndex): void => {
    if (model.items[requirement]?.kind?.trace !== 'requirement') return;
    const known = found.get(phase) ?? new Set<ItemIndex>();
    found.set(phase, known.add(requirement));
  };
  for (const serving of SERVING)
    for (const link of withRole(serving)) {
      const phase = phaseAround(model, from[link]!);
      const target = to[link]!;
      if (phase < 0 || target < 0) continue;
      add(phase, target);
      for (const next of outgoing(target)) if (role(next) === 'satisfaction') add(phase, to[next]!);
    }
  return new Map([...found].map(([phase, requirements]) => [phase, [...requirements].sort((a, b) => a - b)]));
}

/** Work, milestones and deliverables outside of phases, then requirements that nothing in a phase serves. */
function looseItems(model: Model, served: ReadonlyMap<ItemIndex, readonly ItemIndex[]>): readonly ItemIndex[] {
  const isPlanned = (item: ItemIndex): boolean => PLANNED.has(model.items[item]?.kind?.trace);
  const isInside = (item: ItemIndex): boolean => {
    for (let around = model.items[item]!.parent; around >= 0; around = model.items[around]!.parent)
      if (isPlanned(around) || isPhase(model, around)) return true;
    return false;
  };
  const inPhase = new Set([...served.values()].flat());
  return [
    ...model.items.filter(({ index }) => isPlanned(index) && !isInside(index)),
    ...itemsOfPart(model, 'requirement').filter(({ index }) => !inPhase.has(index)),
  ].map(({ index }) => index);
}

const PLANNED: ReadonlySet<unknown> = new Set(['work', 'milestone', 'deliverable']);
