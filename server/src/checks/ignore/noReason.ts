import type { SegmentCheck } from '../check';
import { inBoth } from '../wording';
import { hasReason } from './suppressions';

/** A suppression that does not say why; it suppresses nothing. */
export const noReason: SegmentCheck = {
  code: 'ignore/no-reason',
  severity: 'warning',
  find: ({ suppressions, items }) =>
    suppressions
      .filter((one) => !hasReason(one))
      .map(({ item, phrase: { start, end }, suppression: { code } }) => ({
        start,
        end,
        id: items[item]!.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `忽略 \`${code}\` 没有写明理由，因此不起作用：请在代码后面用引号写出理由。`
            : `This ignores \`${code}\` without saying why, so it has no effect: give the reason in quotes behind the code.`,
        ),
      })),
};
