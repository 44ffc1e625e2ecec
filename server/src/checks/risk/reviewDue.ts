import { valueOf } from '../../kinds/facts';
import { formatDay, MINUTES_PER_DAY, type PlanDay } from '../../kinds/time';
import { placeOfField } from '../places';
import type { CheckContext, ModelCheck } from '../check';

import { Calling, inBoth } from '../wording';
import { openRisks } from '../../schedule/forecast/openRisks';

/** An open risk whose review date has passed. */
export const reviewDue: ModelCheck = {
  code: 'risk/review-due',
  severity: 'warning',
  find: (model, context) => {
    const now = dayOfPlan(context);
    if (now === undefined) return [];
    return openRisks(model).flatMap((item) => {
      const review = valueOf(item, 'review');
      if (review?.type !== 'date' || review.day >= now) return [];
      return [
        {
          place: placeOfField(item, 'review'),
          id: item.id,
          message: inBoth((tongue) =>
            tongue === 'zh'
              ? `${Calling(item, 'zh')} 应在 ${formatDay(review.day)} 复查：请复查并写上下一次日期。`
              : `${Calling(item, 'en')} was to be reviewed on ${formatDay(review.day)}: review it and write the next date.`,
          ),
        },
      ];
    });
  },
};

/** The status date where the project states one, otherwise today. */
function dayOfPlan({ today, schedule }: CheckContext): PlanDay | undefined {
  const { statusDate } = schedule.plan.network.spec;
  return statusDate === undefined ? today : Math.ceil(statusDate / MINUTES_PER_DAY) - 1;
}
