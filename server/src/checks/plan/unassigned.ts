import { isBare } from '../../kinds/facts';
import type { ModelCheck } from '../check';
import { hasMisspeltField } from '../misspelt';
import { Calling, inBoth } from '../wording';
import { placeOfHead } from '../places';

/** A task that nobody does. A plan without people is left alone, and so are a summary task and work that is done. */
export const unassigned: ModelCheck = {
  code: 'plan/unassigned',
  severity: 'warning',
  find: (_, { schedule: { facts, scheduled, plan, people } }) =>
    people.persons.length === 0
      ? []
      : scheduled
          .filter((item, index) => {
            const { type, assigned, progress } = facts[index]!;
            const isOpen = type === 'task' && assigned.length === 0 && progress !== 1;
            return isOpen && plan.network.summary[index] === 0 && !isBare(item);
          })
          .filter((item) => !hasMisspeltField(item, 'assign'))
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
