/** Traceability: the strands that a promised requirement needs, found by the roles of links, so that a team's own kinds count too. */
import { enumOf } from '../kinds/facts';
import type { LinkRole } from '../kinds/table';
import type { Item, ItemIndex, Link, Model } from './model';

/** Items of the kinds that play the requirement's part. */
export const requirementsOf = (model: Model): readonly Item[] =>
  model.items.filter(({ kind }) => kind?.trace === 'requirement');

/** Is the requirement to be met at all? Those that will not be, or were dropped, need no origin, criterion, work or milestone. */
export const isPromised = (item: Item): boolean =>
  enumOf(item, 'priority') !== 'wont' && enumOf(item, 'status') !== 'dropped';

/** Why: does it, or a requirement that it refines, come from anything? */
export function hasOrigin(model: Model, requirement: ItemIndex): boolean {
  let known = origins.get(model);
  if (!known) origins.set(model, (known = itemsWithOrigin(model)));
  return known.has(requirement);
}

const origins = new WeakMap<Model, ReadonlySet<ItemIndex>>();

/** Found for all at once, from the origins down: a search upward from each would take the square of a chain's length. */
function itemsWithOrigin(model: Model): ReadonlySet<ItemIndex> {
  const found = new Set<ItemIndex>();
  const pending = model.links.filter(isRole('origin')).map(({ from }) => from);
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (found.has(item)) continue;
    found.add(item);
    for (const link of model.incoming(item)) if (isRefinement(link)) pending.push(link.from);
  }
  return found;
}

/** How we will know: is it verified by a criterion, itself or through a deliverable that satisfies it? */
export const hasCriterion = (model: Model, requirement: ItemIndex): boolean =>
  isReached(model, requirement, 'verification');

/** How: is it realized by work, itself or through a deliverable that satisfies it? */
export const hasWork = (model: Model, requirement: ItemIndex): boolean => isReached(model, requirement, 'realization');

/** When: is it delivered by a milestone, itself or through a deliverable that satisfies it? */
export const hasMilestone = (model: Model, requirement: ItemIndex): boolean =>
  isReached(model, requirement, 'delivery');

function isReached(model: Model, requirement: ItemIndex, role: LinkRole): boolean {
  const incoming = model.incoming(requirement);
  return (
    incoming.some(isRole(role)) ||
    incoming.filter(isRole('satisfaction')).some(({ from }) => model.incoming(from).some(isRole(role)))
  );
}

const isRole =
  (role: LinkRole) =>
  ({ field }: Link): boolean =>
    field.link?.role === role;

const isRefinement = isRole('refinement');
