import { formatDay } from '../../kinds/time';
import type { ModelCheck } from '../check';
import { inBoth } from '../wording';
import { dayOfChecking, hasReason, isExpired, suppressionsOf } from './suppressions';

/** A suppression whose last day has passed; it suppresses nothing any more. */
export const expired: ModelCheck = {
  code: 'ignore/expired',
  severity: 'warning',
  find: (model, context) => {
    const day = dayOfChecking(model, context);
    return suppressionsOf(model)
      .filter((one) => hasReason(one) && isExpired(one, day))
      .map(({ item, place, suppression: { code, until = 0 } }) => ({
        place,
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `对 \`${code}\` 的忽略已于 ${formatDay(until)} 到期，不再起作用。`
            : `This ignored \`${code}\` until ${formatDay(until)}; that day has passed, so it has no effect any more.`,
        ),
      }));
  },
};
