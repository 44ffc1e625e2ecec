import type { SegmentCheck } from '../check';
import { inBoth } from '../wording';
import { demandTexts } from './demands';
import { placeholderIn } from './placeholder';
import { demandsIn } from './sentences';

/** Two demands in one requirement: they cannot be agreed, tested and delivered one by one. */
export const compound: SegmentCheck = {
  code: 'quality/compound',
  severity: 'hint',
  find: (facts) =>
    demandTexts(facts).flatMap(({ item, part, prose }) => {
      if (part !== 'statement' && part !== 'heading') return [];
      const demands = demandsIn(prose.text);
      const second = demands[1];
      if (!second || placeholderIn(prose)) return [];
      const message = inBoth((tongue) =>
        tongue === 'zh'
          ? `一条需求里有 ${demands.length} 项要求：请拆开，以便逐项确认、测试和交付。`
          : `${demands.length} demands in one requirement: split it, so that each can be agreed, tested and delivered by itself.`,
      );
      return [{ ...prose.spanOf(second.start, second.end), id: item.id, message }];
    }),
};
