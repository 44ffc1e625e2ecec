/** References that lead nowhere by a slip of the pen: one finding for one defect. */
import { distance } from 'fastest-levenshtein';
import type { LinkRole } from '../../kinds/table';
import type { Item, Model } from '../../model/model';

/** With more of both than this, hardly any reference is a slip, and comparing all with all takes time. */
const MOST_COMPARISONS = 100_000;

/**
 * The items without those whose id differs by one sign, or in case, from the target of a reference of the role that leads
 * nowhere: that reference was most likely meant for them, and its own finding, with its repair, says so.
 */
export function withoutSlips(model: Model, items: readonly Item[], role: LinkRole): readonly Item[] {
  if (items.length === 0) return items;
  const dangling = danglingIds(model, role);
  if (dangling.length === 0 || dangling.length * items.length > MOST_COMPARISONS) return items;
  return items.filter(({ id }) => id === undefined || !dangling.some((other) => isSlip(id, other)));
}

function danglingIds({ linkTable: { to, withRole, facts } }: Model, wanted: LinkRole): readonly string[] {
  const ids = new Set<string>();
  for (const link of withRole(wanted)) if (to[link]! < 0) ids.add(facts[link]!.reference!.reference.id);
  return [...ids];
}

const isSlip = (id: string, written: string): boolean =>
  Math.abs(id.length - written.length) <= 1 && distance(id.toLowerCase(), written.toLowerCase()) <= 1;
