/** People of a project, as the timeline shows them. */
import { valuesOf } from '../kinds/facts';
import { MINUTES_PER_DAY } from '../kinds/time';
import type { Model } from '../model/model';
import type { NonWorkingDays, TimelinePerson } from './timeline.types';

/** Everybody who has an id, with their leave. */
export const peopleOf = (model: Model): readonly TimelinePerson[] =>
  model.items.flatMap((item): TimelinePerson[] => {
    if (item.kind?.key !== 'person' || item.id === undefined) return [];
    const leave = valuesOf(item, 'leave').flatMap((value): NonWorkingDays[] =>
      value.type === 'period' && value.from !== undefined && value.to !== undefined
        ? [
            {
              from: Math.floor(value.from / MINUTES_PER_DAY),
              to: Math.ceil(value.to / MINUTES_PER_DAY) - 1,
              ...(value.name === undefined ? {} : { name: value.name }),
            },
          ]
        : [],
    );
    return [{ id: item.id, title: item.title, ...(leave.length === 0 ? {} : { leave }) }];
  });
