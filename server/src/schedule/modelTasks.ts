/** Phases, tasks and milestones of a model as numbers. */
import { teamWork, type Allocation } from './effort';
import { minutesOf, type Lengths } from './lengths';
import type { PlanCalendars } from './modelCalendars';
import type { NetworkTask } from './network';
import type { People } from './people';
import type { Model } from '../model/model';
import type { TaskFacts } from './taskFacts';

/** What tasks refer to. */
export interface PlanContext {
  readonly lengths: Lengths;
  readonly calendars: PlanCalendars;
  readonly people: People;
  readonly model: Model;
}

/** An item of the network; `parent` is the index of the scheduled item around it, or -1. Every task has the same shape. */
export function taskOf(facts: TaskFacts, parent: number, context: PlanContext): NetworkTask {
  const own = facts.calendar === undefined ? undefined : context.calendars.at(context.model.indexOfId(facts.calendar));
  const { duration, elapsed, team } = workOf(facts, own, context);
  return {
    duration,
    elapsed,
    calendar: own ?? context.calendars.project,
    team,
    parent: parent < 0 ? undefined : parent,
    phase: facts.type === 'phase',
    late: facts.late,
    actualStart: facts.actualStart,
    actualFinish: facts.actualFinish,
    progress: facts.progress,
    startNoEarlier: facts.startNoEarlier,
    finishNoEarlier: facts.finishNoEarlier,
    startNoLater: facts.startNoLater,
    finishNoLater: facts.finishNoLater,
    mustStart: facts.mustStart,
    mustFinish: facts.mustFinish,
    fixedStart: facts.fixedStart,
    fixedFinish: facts.fixedFinish,
    deadline: facts.deadline,
  };
}

type Work = Pick<NetworkTask, 'duration' | 'elapsed' | 'team'>;

const NO_WORK: Work = { duration: 0 };

/** A stated duration holds; otherwise effort is divided by the sum of the allocations, on the assignees' calendars. */
function workOf({ type, duration, effort, assigned }: TaskFacts, own: number | undefined, context: PlanContext): Work {
  if (type !== 'task') return NO_WORK;
  if (duration && own !== undefined) allocationsOf(assigned, own, context); // so that their calendars are known
  if (duration) return { duration: minutesOf(duration, context.lengths), elapsed: duration.elapsed };
  if (!effort) return NO_WORK;
  const minutes = minutesOf(effort, context.lengths);
  const work = teamWork(minutes, allocationsOf(assigned, own, context));
  return { duration: work?.duration ?? minutes, team: work?.team, elapsed: effort.elapsed };
}

/** The parts of those who are assigned. A name that nobody has, and a team without members, count as one person. */
function allocationsOf(
  assigned: TaskFacts['assigned'],
  own: number | undefined,
  { calendars, people, model }: PlanContext,
): Allocation[] {
  const allocations: Allocation[] = [];
  for (const { idNumber, share } of assigned) {
    const persons = people.behind(model.indexOfId(idNumber));
    for (const person of persons) allocations.push({ calendar: calendars.ofPerson(person, own), share });
    if (persons.length === 0) allocations.push({ calendar: own ?? calendars.project, share });
  }
  return allocations;
}
