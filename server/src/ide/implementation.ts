import type { LinkRole } from '../kinds/table';
import { placeOfHead, type Model, type Place } from '../model/model';
import { itemAt, spotAt, type Cursor } from './spot';

/** Links by which something promised is made real, and shown to be. */
const ROLES: readonly LinkRole[] = ['realization', 'satisfaction', 'verification'];

/** Where that stands which realizes, satisfies or verifies the item under the cursor, in the order of the text. */
export function implementationsAt(model: Model, cursor: Cursor): readonly Place[] {
  const item = itemAt(model, spotAt(model, cursor));
  if (!item) return [];
  const { incoming, role, from } = model.linkTable;
  const found = new Set<number>();
  for (const link of incoming(item.index)) if (ROLES.includes(role(link)!)) found.add(from[link]!);
  return [...found].sort((a, b) => a - b).map((index) => placeOfHead(model.items[index]!));
}
