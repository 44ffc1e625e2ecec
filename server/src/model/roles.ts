/** The parts that links play in traceability, as numbers. */
import type { Field, KindTable, LinkRole } from '../kinds/table';
import { perObject } from '../language/perObject';

/** By the number of each field. */
export function fieldsOf(table: KindTable): readonly Field[] {
  const fields = new Array<Field>(table.fieldCount);
  for (const kind of table.kinds) for (const field of kind.fields) fields[field.number] = field;
  return fields;
}

export interface Roles {
  /** By the number of a field. */
  readonly roles: readonly (LinkRole | undefined)[];
  /** By the number of a field, the index of its role in `names`, or -1. */
  readonly numbers: Int32Array;
  readonly names: readonly LinkRole[];
}

export const rolesOf = perObject((table: KindTable): Roles => {
  const roles = fieldsOf(table).map(({ link }) => link?.role);
  const names = [...new Set(roles.filter((role) => role !== undefined))];
  const numbers = Int32Array.from(roles, (role) => (role === undefined ? -1 : names.indexOf(role)));
  return { roles, numbers, names };
});
