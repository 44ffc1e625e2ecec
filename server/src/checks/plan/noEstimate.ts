import { fieldOf, isBare } from '../../kinds/facts';
import { placeOfHead, type Item } from '../../model/model';
import { indicesPerPlan } from '../../schedule/perPlan';
import { TASK_SAYS } from '../../schedule/taskFacts';
import type { ModelCheck } from '../check';
import { hasMisspeltField } from '../misspelt';
import { Calling, inBoth } from '../wording';

/** A task that says neither how much work it is nor how long it takes: it cannot be scheduled. */
export const noEstimate: ModelCheck = {
  code: 'plan/no-estimate',
  severity: 'warning',
  find: (_, { schedule }) =>
    withoutEstimate(schedule)
      .map((index) => schedule.scheduled[index]!)
      .filter((item) => !isBare(item) && !triesToSay(item))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 没有估算：请写 \`工作量\` 或 \`工期\`，否则无法排期。`
            : `${Calling(item, 'en')} has no estimate: without \`effort\` or \`duration\` it cannot be scheduled.`,
        ),
      })),
};

/** What cannot be read, or is misspelt, has its finding already. */
const triesToSay = (item: Item): boolean =>
  SAYING.some((key) => fieldOf(item, key) !== undefined) || hasMisspeltField(item, ...SAYING);

const SAYING = ['effort', 'duration', 'end', 'actual'];

const withoutEstimate = indicesPerPlan(
  TASK_SAYS.TASK,
  TASK_SAYS.ESTIMATED | TASK_SAYS.DONE,
  ({ plan }, index) => plan.network.summary[index] === 0,
);
