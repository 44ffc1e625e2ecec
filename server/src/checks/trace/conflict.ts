import { isPromised } from '../../model/trace';
import type { ModelCheck } from '../check';
import { Calling, calling, inBoth } from '../wording';
import { placeOfLink } from '../places';
import { placeOfHead } from '../../model/model';

/** Two requirements that conflict, and both are promised. Reported once, where the conflict is written first. */
export const conflict: ModelCheck = {
  code: 'trace/conflict',
  severity: 'warning',
  find: (model) => {
    const { from, to, withRole } = model.linkTable;
    const seen = new Set<string>();
    return [...withRole('conflict')].flatMap((link) => {
      if (to[link]! < 0 || to[link] === from[link]) return [];
      const [item, other] = [model.items[from[link]!]!, model.items[to[link]!]!];
      const pair = [item.index, other.index].sort((a, b) => a - b).join();
      if (seen.has(pair) || !isPromised(item) || !isPromised(other)) return [];
      seen.add(pair);
      return [
        {
          place: placeOfLink(model, link),
          id: item.id,
          message: inBoth((tongue) =>
            tongue === 'zh'
              ? `${Calling(item, 'zh')} 与${calling(other, 'zh')} 冲突，但两者都已承诺：请放弃其一（优先级“不做”或状态“已取消”）。`
              : `${Calling(item, 'en')} conflicts with ${calling(other, 'en')}, and both are promised: one of them has to become \`wont\` or \`dropped\`.`,
          ),
          related: () => [{ place: placeOfHead(other), message: inBoth((tongue) => Calling(other, tongue)) }],
        },
      ];
    });
  },
};
