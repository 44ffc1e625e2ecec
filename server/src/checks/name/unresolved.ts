import type { ReferenceFacts } from '../../kinds/facts';
import { placeIn, type ItemIndex, type Model } from '../../model/model';
import type { ModelCheck, ModelFinding } from '../check';
import { nearest } from '../../kinds/near';
import { inBoth, kindList } from '../wording';

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

function finding({ items, table }: Model, from: ItemIndex, facts: ReferenceFacts, nearestTo: NearestTo): ModelFinding {
  const { field, reference } = facts;
  const item = items[from]!;
  return {
    place: placeIn(item, reference),
    id: item.id,
    message: inBoth((tongue) => {
      const near = nearestTo(facts);
      const expected = field.targets ? kindList(field.targets, table.kinds, tongue) : '';
      return tongue === 'zh'
        ? `没有编号为 \`${reference.id}\` 的条目${expected ? `（应为：${expected}）` : ''}${near ? `，是否指 \`${near}\`？` : '。'}`
        : `There is no item \`${reference.id}\`${expected ? ` (expected: ${expected})` : ''}${near ? `; did you mean \`${near}\`?` : '.'}`;
    }),
  };
}

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
