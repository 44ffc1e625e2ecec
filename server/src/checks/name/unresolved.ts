import type { Link, Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { nearest } from '../../kinds/near';
import { inBoth, kindList } from '../wording';

/** A reference to an item that does not exist. */
export const unresolvedName: ModelCheck = {
  code: 'name/unresolved',
  severity: 'error',
  find: (model) => {
    let ids: string[] | undefined;
    const nearestTo = memoize((word: string) => nearest(word, (ids ??= idsOf(model))));
    return model.links.flatMap((link) => (link.to < 0 ? [finding(model, link, nearestTo)] : []));
  },
};

function finding(model: Model, link: Link, nearestTo: (id: string) => string | undefined): ModelFinding {
  const reference = link.reference!.reference; // only a written reference can lead nowhere
  const near = nearestTo(reference.id);
  return {
    item: model.items[link.from]!,
    span: reference,
    message: inBoth((tongue) => {
      const expected = link.field.targets ? kindList(link.field.targets, model.table.kinds, tongue) : '';
      return tongue === 'zh'
        ? `没有编号为 \`${reference.id}\` 的条目${expected ? `（应为：${expected}）` : ''}${near ? `，是否指 \`${near}\`？` : '。'}`
        : `There is no item \`${reference.id}\`${expected ? ` (expected: ${expected})` : ''}${near ? `; did you mean \`${near}\`?` : '.'}`;
    }),
  };
}

const idsOf = ({ items }: Model): string[] => items.flatMap(({ id }) => (id === undefined ? [] : [id]));

/** Many references may lead to the same missing item, and comparing one with all ids takes time. */
function memoize<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}
