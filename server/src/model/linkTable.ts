/** The links of a model as flat arrays. */
import type { LinkFacts } from '../kinds/facts';
import type { Field, KindTable, LinkRole } from '../kinds/table';
import type { ItemIndex } from './item';
import type { PlacedRun } from './runs';

/** Links are numbered from 0 by the item they come from; entry n of each array belongs to link n. */
export interface LinkTable {
  /** Item that the link comes from. */
  readonly from: Int32Array;
  /** Item that it leads to, or -1 when no item has that name. */
  readonly to: Int32Array;
  /** Number of the link's field. */
  readonly field: Int32Array;
  readonly facts: readonly LinkFacts[];
  /** The part that the link plays in traceability. */
  readonly role: (link: number) => LinkRole | undefined;
  /** Numbers of the links that play a part in traceability, in their order. */
  readonly withRole: (role: LinkRole) => Int32Array;
  /** Numbers of the links that come from an item. */
  readonly outgoing: (item: ItemIndex) => Int32Array;
  /** Numbers of the links that lead to an item. */
  readonly incoming: (item: ItemIndex) => Int32Array;
}

/** Puts the links of all runs together. `first` holds the item of each id number, or -1. */
export function linkItems(
  runs: readonly PlacedRun[],
  itemCount: number,
  first: Int32Array,
  table: KindTable,
): LinkTable {
  const count = runs.reduce((sum, { facts }) => sum + facts.links.length, 0);
  const [from, to, field] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  let next = 0;
  for (const { facts: run, firstItem } of runs) {
    field.set(run.field, next);
    for (let link = 0; link < run.links.length; link++, next++) {
      from[next] = firstItem + run.from[link]!;
      const target = run.to[link]!;
      to[next] = target < 0 ? firstItem - 1 - target : first[target]!;
    }
  }
  const { roles, numbers, names } = rolesOf(table);
  let byRole: ((number: number) => Int32Array) | undefined;
  return {
    from,
    to,
    field,
    facts: ([] as LinkFacts[]).concat(...runs.map((run) => run.facts.links)),
    role: (link) => roles[field[link]!],
    withRole: (role) =>
      (byRole ??= numbersBy(
        field.map((by) => numbers[by]!),
        names.length,
      ))(names.indexOf(role)),
    outgoing: numbersBy(from, itemCount),
    incoming: numbersBy(to, itemCount),
  };
}

/** By the number of each field. */
export function fieldsOf(table: KindTable): readonly Field[] {
  const fields = new Array<Field>(table.fieldCount);
  for (const kind of table.kinds) for (const field of kind.fields) fields[field.number] = field;
  return fields;
}

interface Roles {
  /** By the number of a field. */
  readonly roles: readonly (LinkRole | undefined)[];
  /** By the number of a field, the index of its role in `names`, or -1. */
  readonly numbers: Int32Array;
  readonly names: readonly LinkRole[];
}

const knownRoles = new WeakMap<KindTable, Roles>();

function rolesOf(table: KindTable): Roles {
  let known = knownRoles.get(table);
  if (!known) {
    const roles = fieldsOf(table).map(({ link }) => link?.role);
    const names = [...new Set(roles.filter((role) => role !== undefined))];
    const numbers = Int32Array.from(roles, (role) => (role === undefined ? -1 : names.indexOf(role)));
    knownRoles.set(table, (known = { roles, numbers, names }));
  }
  return known;
}

/** The indices of the entries by their value, from 0 to `count` - 1 (others are left out), in their order. */
function numbersBy(values: Int32Array, count: number): (value: number) => Int32Array {
  let known: Grouping | undefined;
  return (value) => {
    const { starts, grouped } = (known ??= groupByValue(values, count));
    return value < 0 ? NONE : grouped.subarray(starts[value], starts[value + 1]);
  };
}

const NONE = new Int32Array();

export interface Grouping {
  readonly starts: Int32Array;
  readonly grouped: Int32Array;
}

/** The indices of the entries by their value: those of value n are `grouped[starts[n]]` … `grouped[starts[n + 1] - 1]`, in their order. */
export function groupByValue(values: Int32Array, count: number): Grouping {
  const starts = new Int32Array(count + 1);
  for (const value of values) if (value >= 0) starts[value + 1]!++;
  for (let value = 0; value < count; value++) starts[value + 1]! += starts[value]!;
  const next = starts.slice();
  const grouped = new Int32Array(starts[count]!);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value >= 0) grouped[next[value]!++] = index;
  }
  return { starts, grouped };
}
