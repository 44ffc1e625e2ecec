/** Traceability: the strands that a promised requirement needs, found by the roles of links, so that a team's own kinds count too. */
import { enumOf } from '../kinds/facts';
import type { LinkRole, TracePart } from '../kinds/table';
import { columnOf } from './columns';
import { perFrame } from './frame';
import { fieldsOf } from './roles';
import type { Item, ItemIndex, Model } from './model';
import { perModel } from './perModel';
import { perShape, type Shape } from './shape';

/** Why, how we will know, how, and when. */
export type Strand = 'origin' | 'criterion' | 'work' | 'milestone';

export const STRANDS: readonly Strand[] = ['origin', 'criterion', 'work', 'milestone'];

/** Items of the kinds that play a part, in the order of the text; the same array for the same model. */
export function itemsOfPart(model: Model, part: TracePart): readonly Item[] {
  const parts = itemsByPart(model);
  let items = parts.get(part);
  if (!items)
    parts.set(part, (items = (indicesByPart(model.shape.frame).get(part) ?? []).map((item) => model.items[item]!)));
  return items;
}

const itemsByPart = perModel(() => new Map<TracePart, readonly Item[]>());

const indicesByPart = perFrame(({ kinds, table }): ReadonlyMap<TracePart, readonly ItemIndex[]> => {
  const parts = new Map<TracePart, ItemIndex[]>();
  const ofKind = table.kinds.map(({ trace }): ItemIndex[] | undefined => {
    if (trace === undefined) return undefined;
    const known = parts.get(trace) ?? [];
    parts.set(trace, known);
    return known;
  });
  for (let item = 0; item < kinds.length; item++) ofKind[kinds[item]!]?.push(item);
  return parts;
});

/** Items of a kind. */
export function itemsOfKind({ items, kinds, table }: Model, key: string): readonly Item[] {
  const number = table.kind(key)?.number;
  const found: Item[] = [];
  for (let item = 0; item < kinds.length; item++) if (kinds[item] === number) found.push(items[item]!);
  return found;
}

/** Does a link of one of the roles lead to the item? */
export const hasIncoming = ({ shape: { links } }: Model, item: ItemIndex, ...roles: LinkRole[]): boolean =>
  (links.rolesTo()[item]! & links.rolesAsBits(roles)) !== 0;

/** Does a link of one of the roles come from the item? One that leads nowhere counts: that is another finding. */
export const hasOutgoing = ({ shape: { links } }: Model, item: ItemIndex, ...roles: LinkRole[]): boolean =>
  (links.rolesFrom()[item]! & links.rolesAsBits(roles)) !== 0;

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

/** For each item the strands that lead to it, as bits. */
export const strandsOf = perShape(findStrands);

/** The bit of a strand in `strandsOf`. */
export const bitOfStrand = (strand: Strand): number => BITS[strand];

function findStrands({ kinds, links: { from, to, field, withRole, byTarget }, table }: Shape): Uint8Array {
  const strands = new Uint8Array(kinds.length);
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
  const refines = fieldsOf(table).map(({ link }) => link?.role === 'refinement');
  const { starts, grouped } = byTarget();
  // From the origins down: a search upward from each requirement would take the square of a chain's length.
  for (let item = withOrigin.pop(); item !== undefined; item = withOrigin.pop()) {
    if ((strands[item]! & BITS.origin) !== 0) continue;
    strands[item]! |= BITS.origin;
    for (let at = starts[item]!; at < starts[item + 1]!; at++) {
      const link = grouped[at]!;
      if (refines[field[link]!] === true) withOrigin.push(from[link]!);
    }
  }
  return strands;
}
