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
  const seen = new Set<ItemIndex>();
  const pending = [requirement];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (seen.has(item)) continue;
    seen.add(item);
    if (model.outgoing(item).some(isRole('origin'))) return true;
    pending.push(...model.outgoing(item).filter(isRole('refinement')).flatMap(targetOf));
  }
  return false;
}

/** How we will know: is it verified by a criterion, itself or through a deliverable that satisfies it? */
export const hasCriterion = (model: Model, requirement: ItemIndex): boolean =>
  isReached(model, requirement, 'verification');

/** How: is it realized by work, itself or through a deliverable that satisfies it? */
export const hasWork = (model: Model, requirement: ItemIndex): boolean =>
  isReached(model, requirement, 'realization');

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

const targetOf = ({ to }: Link): readonly ItemIndex[] => (to < 0 ? [] : [to]);
