/** Links, written and taken away. */
import type { Field, LinkRole } from '../../kinds/table';
import type { Item, Model } from '../../model/model';
import { calling, inBoth } from '../wording';
import { addValue, removeValue } from './field';
import { suggestion, type Repair, type RepairEdit } from './repair';

/** Lets one item refer to another in its field of a role. No edits if it has no such field, or the other has no id. */
export function linkTo(model: Model, from: Item, role: LinkRole, to: Item): readonly RepairEdit[] {
  const field = linkField(from, role, to);
  return field && to.id !== undefined ? addValue(model, from, field.key, to.id) : [];
}

const linkField = ({ kind }: Item, role: LinkRole, to: Item): Field | undefined =>
  kind?.fields.find(({ link, targets }) => link?.role === role && (!targets || (to.kind && targets.has(to.kind.key))));

/** Writes where an item comes from. */
export const comingFrom = (model: Model, item: Item, origin: Item): Repair =>
  suggestion(
    inBoth((tongue) =>
      tongue === 'zh'
        ? `写明${calling(item, 'zh')} 来自${calling(origin, 'zh')}`
        : `Let ${calling(item, 'en')} come from ${calling(origin, 'en')}`,
    ),
    linkTo(model, item, 'origin', origin),
  );

/** All the links at once; nothing if one of them is not written, but meant by where an item stands. */
export function removingLinks(model: Model, links: readonly number[]): readonly Repair[] {
  const edits = links.map((link) => withoutLink(model, link));
  if (edits.some(({ length }) => length === 0)) return [];
  const title =
    links.length === 1 ? { en: 'Remove the link', zh: '删除该链接' } : { en: 'Remove the links', zh: '删除这些链接' };
  return [suggestion(title, edits.flat())];
}

/** "Remove the link from task T-1 to task T-2". */
export const removingLink = (model: Model, link: number): Repair => {
  const { items, linkTable } = model;
  const [from, to] = [items[linkTable.from[link]!]!, items[linkTable.to[link]!]!];
  return suggestion(
    inBoth((tongue) =>
      tongue === 'zh'
        ? `删除${calling(from, 'zh')} 到${calling(to, 'zh')} 的链接`
        : `Remove the link from ${calling(from, 'en')} to ${calling(to, 'en')}`,
    ),
    withoutLink(model, link),
  );
};

function withoutLink(model: Model, link: number): readonly RepairEdit[] {
  const { from, facts } = model.linkTable;
  const written = facts[link]!.reference;
  return written ? removeValue(model, model.items[from[link]!]!, written.reference) : [];
}
