import type { ReferenceFacts } from '../../kinds/facts';
import type { Kind } from '../../kinds/table';
import type { Tongue } from '../../kinds/tongue';
import { placeIn, type Item, type ItemIndex, type Model } from '../../model/model';
import { nextId } from '../../model/nextId';
import type { ModelCheck, ModelFinding } from '../check';
import { nearest } from '../../kinds/near';
import { createItem } from '../repair/declaration';
import { replacing, type Repair } from '../repair/repair';
import { changing } from '../repair/words';
import { inBoth, kindList, nameOf } from '../wording';

/** A reference to an item that does not exist. */
export const unresolvedName: ModelCheck = {
  code: 'name/unresolved',
  severity: 'error',
  find: (model) => {
    const { from, to, facts } = model.linkTable;
    const nearestTo = nearestIn(model);
    const findings: ModelFinding[] = [];
    to.forEach((target, link) => {
      // Only a written reference can lead nowhere.
      if (target < 0) findings.push(finding(model, from[link]!, facts[link]!.reference!, nearestTo));
    });
    return findings;
  },
};

type NearestTo = (reference: ReferenceFacts) => string | undefined;

function finding(model: Model, from: ItemIndex, facts: ReferenceFacts, nearestTo: NearestTo): ModelFinding {
  const { items, table } = model;
  const { field, reference } = facts;
  const item = items[from]!;
  // Nobody means the item itself.
  const nearTo = (): string | undefined => [nearestTo(facts)].find((id) => id !== item.id);
  return {
    place: placeIn(item, reference),
    id: item.id,
    repairs: () => [...renaming(item, facts, nearTo()), ...creations(model, item, facts)],
    message: inBoth((tongue) => {
      const near = nearTo();
      const expected = field.targets ? kindList(field.targets, table.kinds, tongue) : '';
      return tongue === 'zh'
        ? `没有编号为 \`${reference.id}\` 的条目${expected ? `（应为：${expected}）` : ''}${near ? `，是否指 \`${near}\`？` : '。'}`
        : `There is no item \`${reference.id}\`${expected ? ` (expected: ${expected})` : ''}${near ? `; did you mean \`${near}\`?` : '.'}`;
    }),
  };
}

const renaming = (item: Item, { reference }: ReferenceFacts, near: string | undefined): readonly Repair[] =>
  near === undefined ? [] : [{ title: changing(near), edits: [replacing(item, reference, near)], sure: false }];

/** More would be a list that nobody reads. */
const MOST_KINDS = 3;

/** The item that is missing, of each kind that the field leads to; where the field leads anywhere, of the one that has such ids. */
const creations = (
  model: Model,
  item: Item,
  { field: { targets }, reference: { id } }: ReferenceFacts,
): readonly Repair[] =>
  model.table.kinds
    .filter(({ key }) => (targets ? targets.has(key) : true))
    .filter((kind) => (targets && targets.size <= MOST_KINDS) || hasSuchIds(model, kind, id))
    .flatMap((kind) => {
      const edits = createItem(model, { kind: kind.key, id, title: id, fields: requiredOf(kind) }, item);
      const name = (tongue: Tongue): string => nameOf(kind.names, tongue);
      return edits.length > 0 && kind.fields.every((field) => !field.required || field.values.length > 0)
        ? [{ title: { en: `Create ${name('en')} \`${id}\``, zh: `新建${name('zh')} \`${id}\`` }, edits, sure: false }]
        : [];
    });

/** Required fields with the first value that each lists. */
const requiredOf = ({ fields }: Kind): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap(({ key, required, values }) => (required && values[0] ? [[key, values[0].key]] : [])),
  );

/** Do ids of the kind begin as this one does? */
const hasSuchIds = (model: Model, kind: Kind, id: string): boolean =>
  withoutNumber(nextId(model, kind)) === withoutNumber(id) && /\d$/.test(id);

const withoutNumber = (id: string): string => id.replace(/(?<!\d)\d+$/, '');

/**
 * The id that was probably meant, of an item of a kind that the field leads to. Many references may lead to the same missing
 * item, and comparing one with all ids takes time, so what was found is kept.
 */
function nearestIn({ items }: Model): NearestTo {
  const known = new Map<string, string | undefined>();
  return ({ field, reference: { id } }) => {
    const key = `${[...(field.targets ?? [])].join()} ${id}`;
    if (!known.has(key)) {
      const fitting = items.filter(({ kind }) => !field.targets || (kind && field.targets.has(kind.key)));
      known.set(
        key,
        nearest(
          id,
          fitting.flatMap((item) => item.id ?? []),
        ),
      );
    }
    return known.get(key);
  };
}
