import { MINUTES_PER_DAY, type PlanDay } from '../../kinds/time';
import type { Text } from '../../kinds/tongue';
import type { ItemIndex } from '../../model/model';
import { leaveFacts } from '../calendarFacts';
import type { ModelSchedule } from '../fromModel';
import { perPlan } from '../perPlan';
import { TICKS_PER_DAY, toMinutes, toTicks } from '../calendar/ticks';

/** Work that falls on the leave of somebody who is to do it. */
export interface LeaveClash {
  /** Index of the task in the network. */
  readonly task: number;
  readonly person: ItemIndex;
  /** First and last day of the leave, inclusive, and its name. */
  readonly from: PlanDay;
  readonly to: PlanDay;
  readonly name: Text | undefined;
  /** Working minutes of the person's calendar that the leave takes out of the task's span. */
  readonly minutes: number;
}

/**
 * All leave, on days that would be worked, of an assigned person between start and finish of a task that is not done; by
 * task, person and day. Also where the task's duration is fixed, and where it waits for the person to come back.
 */
export const leaveClashes = perPlan((plan): readonly LeaveClash[] => {
  const found: LeaveClash[] = [];
  const leaves = leavesByPerson(plan);
  if (leaves.size === 0) return found;
  plan.facts.forEach(({ type, assigned, progress = 0, actualFinish }, task) => {
    const done = type !== 'task' || progress >= 1 || actualFinish !== undefined;
    const dated = plan.anchored && plan.plan.start[task]! < plan.plan.finish[task]!;
    if (done || !dated || assigned.length === 0 || plan.plan.network.summary[task]) return;
    const persons = new Set(
      assigned.flatMap(({ idNumber, share }) => (share > 0 ? plan.people.behind(plan.model.indexOfId(idNumber)) : [])),
    );
    for (const person of persons) found.push(...clashesOf(plan, task, person, leaves.get(person) ?? []));
  });
  return found;
});

interface Leave {
  readonly from: PlanDay;
  readonly to: PlanDay;
  readonly name: Text | undefined;
  /** The latest last day of this one and those before. */
  readonly reach: PlanDay;
}

/** By first day. */
function leavesByPerson({ people, model }: ModelSchedule): ReadonlyMap<ItemIndex, readonly Leave[]> {
  const found = new Map<ItemIndex, readonly Leave[]>();
  for (const person of people.persons) {
    const { exceptions, names } = leaveFacts(model.items[person]!);
    if (exceptions.length === 0) continue;
    let reach = -Infinity;
    const sorted = exceptions
      .map(({ from, to }, at) => ({ from, to, name: names[at] }))
      .sort((a, b) => a.from - b.from);
    found.set(
      person,
      sorted.map((leave) => ({ ...leave, reach: (reach = Math.max(reach, leave.to)) })),
    );
  }
  return found;
}

function clashesOf(schedule: ModelSchedule, task: number, person: ItemIndex, leaves: readonly Leave[]): LeaveClash[] {
  const { plan, calendars, facts, model } = schedule;
  const { calendar } = facts[task]!;
  const own = calendar === undefined ? undefined : calendars.at(model.indexOfId(calendar));
  const clock = plan.network.calendars[calendars.withoutLeave(person, own)];
  const [start, finish] = [plan.start[task]!, plan.finish[task]!];
  const found: LeaveClash[] = [];
  for (let at = firstReaching(leaves, Math.floor(start / MINUTES_PER_DAY)); at < leaves.length; at++) {
    const { from, to, name } = leaves[at]!;
    if (from * MINUTES_PER_DAY >= finish) break;
    const begin = Math.max(toTicks(start), from * TICKS_PER_DAY);
    const end = Math.min(toTicks(finish), (to + 1) * TICKS_PER_DAY);
    const minutes = clock && end > begin ? toMinutes(clock.worked(end) - clock.worked(begin)) : 0;
    if (minutes > 0) found.push({ task, person, from, to, name, minutes });
  }
  return found;
}

/** The first leave by which a day is reached; bisected, since reach never falls. */
function firstReaching(leaves: readonly Leave[], day: PlanDay): number {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (leaves[middle]!.reach < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
