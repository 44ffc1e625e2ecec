import { isBare } from '../../kinds/facts';
import { indicesPerPlan } from '../../schedule/perPlan';
import { TASK_SAYS } from '../../schedule/taskFacts';
import type { ModelCheck } from '../check';
import { hasMisspeltField } from '../misspelt';
import { Calling, inBoth } from '../wording';
import { placeOfHead } from '../../model/model';

/** A task that nobody does. A plan without people is left alone, and so are a summary task and work that is done. */
export const unassigned: ModelCheck = {
  code: 'plan/unassigned',
  severity: 'warning',
  find: (_, { schedule }) =>
    withoutPeople(schedule)
      .map((index) => schedule.scheduled[index]!)
      .filter((item) => !isBare(item) && !hasMisspeltField(item, 'assign'))
      .map((item) => ({
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `${Calling(item, 'zh')} 没有分配给任何人。`
            : `${Calling(item, 'en')} is assigned to nobody.`,
        ),
      })),
};

const withoutPeople = indicesPerPlan(
  TASK_SAYS.TASK,
  TASK_SAYS.ASSIGNED | TASK_SAYS.DONE,
  ({ plan, people }, index) => plan.network.summary[index] === 0 && people.persons.length > 0,
);
