/** References that lead nowhere by a slip of the pen: one finding for one defect. */
import { distance } from 'fastest-levenshtein';
import type { LinkRole } from '../../kinds/table';
import { columnOf } from '../../model/columns';
import type { Item, Model } from '../../model/model';

/** With more of both than this, hardly any reference is a slip, and comparing all with all takes time. */
const MOST_COMPARISONS = 100_000;

/**
 * The items without those to which a slip of the pen denies a link, which has a finding with a repair of its own: a reference
 * of the role leads nowhere, and to an id that differs by one sign, or in case; or a field whose name is misspelt names them.
 */
export function withoutSlips(model: Model, all: readonly Item[], role: LinkRole): readonly Item[] {
  if (all.length === 0) return all;
  const misspelt = inUnknownFields(model);
  const items = misspelt.size === 0 ? all : all.filter(({ id }) => id === undefined || !misspelt.has(id));
  const dangling = danglingIds(model, role);
  if (dangling.length === 0 || dangling.length * items.length > MOST_COMPARISONS) return items;
  return items.filter(({ id }) => id === undefined || !dangling.some((other) => isSlip(id, other)));
}

function danglingIds({ linkTable: { to, withRole, facts } }: Model, wanted: LinkRole): readonly string[] {
  const ids = new Set<string>();
  for (const link of withRole(wanted)) if (to[link]! < 0) ids.add(facts[link]!.reference!.reference.id);
  return [...ids];
}

const hasUnknownField = columnOf(({ kind, fields }) => (kind && fields.some(({ field }) => !field) ? 1 : 0));

/** The words of all fields that their kinds do not have. */
function inUnknownFields(model: Model): ReadonlySet<string> {
  const words = new Set<string>();
  hasUnknownField(model).forEach((has, index) => {
    if (has === 0) return;
    for (const { field, node } of model.items[index]!.fields)
      if (!field) for (const { atoms } of node.phrases) for (const { text } of atoms) words.add(text);
  });
  return words;
}

const isSlip = (id: string, written: string): boolean =>
  Math.abs(id.length - written.length) <= 1 && distance(id.toLowerCase(), written.toLowerCase()) <= 1;
