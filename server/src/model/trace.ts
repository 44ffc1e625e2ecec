/** Traceability: the strands that a promised requirement needs, found by the roles of links, so that a team's own kinds count too. */
import { enumOf } from '../kinds/facts';
import type { LinkRole, TracePart } from '../kinds/table';
import { columnOf } from './columns';
import type { Item, ItemIndex, Model } from './model';

/** Why, how we will know, how, and when. */
export type Strand = 'origin' | 'criterion' | 'work' | 'milestone';

export const STRANDS: readonly Strand[] = ['origin', 'criterion', 'work', 'milestone'];

const byPart = new WeakMap<Model, ReadonlyMap<TracePart, readonly Item[]>>();

/** Items of the kinds that play a part, in the order of the text; the same array for the same model. */
export function itemsOfPart(model: Model, part: TracePart): readonly Item[] {
  let parts = byPart.get(model);
  if (!parts) byPart.set(model, (parts = groupByPart(model)));
  return parts.get(part) ?? [];
}

function groupByPart({ items, kinds, table }: Model): ReadonlyMap<TracePart, readonly Item[]> {
  const parts = new Map<TracePart, Item[]>();
  const ofKind = table.kinds.map(({ trace }): Item[] | undefined => {
    if (trace === undefined) return undefined;
    const known = parts.get(trace) ?? [];
    parts.set(trace, known);
    return known;
  });
  for (let item = 0; item < kinds.length; item++) ofKind[kinds[item]!]?.push(items[item]!);
  return parts;
}

/** Items of a kind. */
export function itemsOfKind({ items, kinds, table }: Model, key: string): readonly Item[] {
  const number = table.kind(key)?.number;
  const found: Item[] = [];
  for (let item = 0; item < kinds.length; item++) if (kinds[item] === number) found.push(items[item]!);
  return found;
}

/** Does a link of one of the roles lead to the item? */
export const hasIncoming = ({ linkTable: { incoming, role } }: Model, item: ItemIndex, ...roles: LinkRole[]): boolean =>
  incoming(item).some((link) => roles.includes(role(link)!));

/** Does a link of one of the roles come from the item? One that leads nowhere counts: that is another finding. */
export const hasOutgoing = ({ linkTable: { outgoing, role } }: Model, item: ItemIndex, ...roles: LinkRole[]): boolean =>
  outgoing(item).some((link) => roles.includes(role(link)!));

/** Is the requirement to be met at all? Those that will not be, or were dropped, need no origin, criterion, work or milestone. */
export const isPromised = (item: Pick<Item, 'fields'>): boolean =>
  enumOf(item, 'priority') !== 'wont' && enumOf(item, 'status') !== 'dropped';

/** What is said of an item's priority, as bits of `prioritiesOf`. */
export const PRIORITY = { PROMISED: 1, MUST: 2, COULD: 4 } as const;

/** By item, whether it is promised, a must or a could, as bits: what looks at all items reads these. */
export const prioritiesOf = columnOf((item) => {
  const priority = enumOf(item, 'priority');
  return (
    (isPromised(item) ? PRIORITY.PROMISED : 0) |
    (priority === 'must' ? PRIORITY.MUST : priority === 'could' ? PRIORITY.COULD : 0)
  );
});

/**
 * Does the requirement have the strand? An origin is its own or that of one which it refines; a criterion, work and a
 * milestone are its own or those of a deliverable that satisfies it. A link that leads nowhere breaks the origin without
 * taking it away: that it leads nowhere is the finding.
 */
export const hasStrand = (model: Model, requirement: ItemIndex, strand: Strand): boolean =>
  (strandsOf(model)[requirement]! & BITS[strand]) !== 0;

const BITS: Readonly<Record<Strand, number>> = { origin: 1, criterion: 2, work: 4, milestone: 8 };

const ROLES: Readonly<Record<Strand, LinkRole>> = {
  origin: 'origin',
  criterion: 'verification',
  work: 'realization',
  milestone: 'delivery',
};

/** The role of the links that make a strand. */
export const roleOfStrand = (strand: Strand): LinkRole => ROLES[strand];

const INCOMING: readonly Strand[] = ['criterion', 'work', 'milestone'];

const known = new WeakMap<Model, Uint8Array>();

/** For each item the strands that lead to it, as bits. */
export function strandsOf(model: Model): Uint8Array {
  let strands = known.get(model);
  if (!strands) known.set(model, (strands = findStrands(model)));
  return strands;
}

/** The bit of a strand in `strandsOf`. */
export const bitOfStrand = (strand: Strand): number => BITS[strand];

function findStrands({ items, linkTable: { from, to, role, withRole, incoming } }: Model): Uint8Array {
  const strands = new Uint8Array(items.length);
  // By forEach, as the iterator of an array of numbers makes an object at each step.
  for (const strand of INCOMING)
    withRole(ROLES[strand]).forEach((link) => {
      if (to[link]! >= 0) strands[to[link]!]! |= BITS[strand];
    });
  withRole('satisfaction').forEach((link) => {
    if (to[link]! >= 0) strands[to[link]!]! |= strands[from[link]!]!;
  });
  const withOrigin: ItemIndex[] = [];
  withRole('origin').forEach((link) => withOrigin.push(from[link]!));
  withRole('refinement').forEach((link) => {
    if (to[link]! < 0) withOrigin.push(from[link]!);
  });
  // From the origins down: a search upward from each requirement would take the square of a chain's length.
  for (let item = withOrigin.pop(); item !== undefined; item = withOrigin.pop()) {
    if ((strands[item]! & BITS.origin) !== 0) continue;
    strands[item]! |= BITS.origin;
    for (const link of incoming(item)) if (role(link) === 'refinement') withOrigin.push(from[link]!);
  }
  return strands;
}
