/** People of a project, as the timeline shows them. */
import { valuesOf } from '../../kinds/facts';
import { dayOf, MINUTES_PER_DAY, type PlanMinute } from '../../kinds/time';
import type { Item } from '../../model/model';
import { bookingsByPerson, type Booking } from '../../schedule/analysis/bookings';
import { loadsOf, type DayLoad } from '../../schedule/analysis/loads';
import type { ModelSchedule } from '../../schedule/fromModel';
import type { LoadRun, NonWorkingDays, TimelinePerson } from './types';

/** Everybody who has an id, with their leave and the work that is asked of them between two instants. */
export function timelinePeople(
  schedule: ModelSchedule,
  start: PlanMinute,
  finish: PlanMinute,
): readonly TimelinePerson[] {
  const { model, people } = schedule;
  const bookings = bookingsByPerson(schedule);
  return people.persons.flatMap((index): TimelinePerson[] => {
    const item = model.items[index]!;
    if (item.id === undefined) return [];
    const leave = leaveOf(item);
    const load = loadRuns(schedule, bookings.get(index) ?? [], index, start, finish);
    return [
      {
        id: item.id,
        title: item.title,
        ...(leave.length === 0 ? {} : { leave }),
        ...(load.length === 0 ? {} : { load }),
      },
    ];
  });
}

const leaveOf = (person: Item): readonly NonWorkingDays[] =>
  valuesOf(person, 'leave').flatMap((value): NonWorkingDays[] =>
    value.type === 'period' && value.from !== undefined && value.to !== undefined
      ? [
          {
            from: dayOf(value.from),
            to: Math.ceil(value.to / MINUTES_PER_DAY) - 1,
            ...(value.name === undefined ? {} : { name: value.name }),
          },
        ]
      : [],
  );

/** Days that follow each other with the same load are one run; days on which nothing is asked are none. */
function loadRuns(
  schedule: ModelSchedule,
  bookings: readonly Booking[],
  person: number,
  start: PlanMinute,
  finish: PlanMinute,
): readonly LoadRun[] {
  if (bookings.length === 0) return [];
  const runs: { from: number; to: number; asked: number; available: number }[] = [];
  for (const load of loadsOf(schedule, bookings, person, dayOf(start), dayOf(finish))) {
    if (load.demanded <= 0) continue;
    const { day, demanded: asked, available } = rounded(load);
    const last = runs.at(-1);
    if (last?.to === day - 1 && last.asked === asked && last.available === available) last.to = day;
    else runs.push({ from: day, to: day, asked, available });
  }
  return runs;
}

/** To whole minutes: nobody sees less, and days that are alike become one run. */
const rounded = ({ day, demanded, available }: DayLoad): DayLoad => ({
  day,
  demanded: Math.round(demanded),
  available: Math.round(available),
});
