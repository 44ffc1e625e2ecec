/** The links of a model as flat arrays. */
import type { LinkFacts } from '../kinds/facts';
import type { LinkRole } from '../kinds/table';
import { linksByRole, linksBySource, rolesAt, rolesOfSources, type Frame } from './frame';
import { groupByValue, isSame, type Grouping } from './grouping';
import type { ItemIndex } from './item';
import { rolesOf } from './roles';
import type { PlacedRun } from './runs';

/** Links are numbered from 0 by the item they come from; entry n of each array belongs to link n. */
export interface Links {
  /** Item that the link comes from. */
  readonly from: Int32Array;
  /** Item that it leads to, or -1 when no item has that name. */
  readonly to: Int32Array;
  /** Number of the link's field. */
  readonly field: Int32Array;
  /** The part that the link plays in traceability. */
  readonly role: (link: number) => LinkRole | undefined;
  /** Numbers of the links that play a part in traceability, in their order. */
  readonly withRole: (role: LinkRole) => Int32Array;
  /** Numbers of the links that come from an item. */
  readonly outgoing: (item: ItemIndex) => Int32Array;
  /** Numbers of the links that lead to an item. */
  readonly incoming: (item: ItemIndex) => Int32Array;
  /** All links by the item that they lead to, for those who go through very many. */
  readonly byTarget: () => Grouping;
  /** By item, the roles (as in `rolesAsBits`) of the links that come from it, even if they lead nowhere. */
  readonly rolesFrom: () => Int32Array;
  /** By item, the roles of the links that lead to it. */
  readonly rolesTo: () => Int32Array;
  readonly rolesAsBits: (roles: readonly LinkRole[]) => number;
}

/** Links with what is written. */
export interface LinkTable extends Links {
  readonly facts: readonly LinkFacts[];
}

let scratch = new Int32Array();

/**
 * The links of all runs. `first` holds the item of each id number, or -1. Known ones, if they are the same: they are put
 * together in one array for all times, as arrays of this size wear out the garbage collector.
 */
export function linkItems(runs: readonly PlacedRun[], frame: Frame, first: Int32Array, known: readonly Links[]): Links {
  const count = frame.from.length;
  if (scratch.length < count) scratch = new Int32Array(2 * count);
  let next = 0;
  for (const { facts, firstItem } of runs)
    for (let link = 0; link < facts.to.length; link++, next++) {
      const target = facts.to[link]!;
      scratch[next] = target < 0 ? firstItem - 1 - target : first[target]!;
    }
  const to = scratch.subarray(0, count);
  return known.find((links) => links.from === frame.from && isSame(links.to, to)) ?? linksBetween(frame, to.slice());
}

/** The links with all that is read off them when somebody asks. */
function linksBetween(frame: Frame, to: Int32Array): Links {
  const { from, field, kinds, table } = frame;
  const { roles, names } = rolesOf(table);
  const byTarget = once(() => groupByValue(to, kinds.length));
  return {
    from,
    to,
    field,
    role: (link) => roles[field[link]!],
    withRole: (role) => groupOf(linksByRole(frame), names.indexOf(role)),
    outgoing: (item) => groupOf(linksBySource(frame), item),
    incoming: (item) => groupOf(byTarget(), item),
    byTarget,
    rolesFrom: () => rolesOfSources(frame),
    rolesTo: once(() => rolesAt(frame, to)),
    rolesAsBits: (wanted) => wanted.reduce((bits, role) => bits | (1 << names.indexOf(role)), 0),
  };
}

function once<T extends object>(compute: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= compute());
}

const groupOf = ({ starts, grouped }: Grouping, value: number): Int32Array =>
  value < 0 ? NONE : grouped.subarray(starts[value], starts[value + 1]);

const NONE = new Int32Array();
