/** Phases, tasks and milestones of a model as numbers. */
import { teamWork, type Allocation } from './effort';
import { minutesOf } from './lengths';
import type { NetworkTask } from './network/network';
import type { Model } from '../model/model';
import { isSame, type PlacedTasks, type RunTasks } from './planItems';
import type { Resources } from './resources';
import type { TaskFacts } from './taskFacts';

/** What tasks refer to. */
export interface PlanContext extends Resources {
  readonly model: Model;
}

interface KnownTasks {
  readonly version: object;
  readonly first: number;
  /** The declarations of all who are assigned. */
  readonly assigned: readonly unknown[];
  readonly tasks: readonly NetworkTask[];
}

const known = new WeakMap<RunTasks, KnownTasks>();

/** The items of the network of one run: the same objects as long as nothing that they hang on changes. */
export function tasksOf({ tasks: run, first }: PlacedTasks, context: PlanContext): readonly NetworkTask[] {
  const { version } = context;
  const assigned = Array.from(run.assignments.assigned, (id) => declarationOf(id, context));
  const kept = known.get(run);
  if (kept?.version === version && kept.first === first && isSame(kept.assigned, assigned)) return kept.tasks;
  const { facts, parent } = run;
  const tasks = facts.map((each, at) => taskOnce(each, parent[at]! < 0 ? -1 : first + parent[at]!, context));
  known.set(run, { version, first, assigned, tasks });
  return tasks;
}

const declarationOf = (id: number, { model }: PlanContext): unknown => model.items[model.indexOfId(id)]?.facts;

interface KnownTask {
  readonly version: object;
  readonly parent: number;
  readonly assigned: readonly unknown[];
  readonly task: NetworkTask;
}

const knownTasks = new WeakMap<TaskFacts, KnownTask>();

/** The same for a single item, in whatever run it stands. */
function taskOnce(facts: TaskFacts, parent: number, context: PlanContext): NetworkTask {
  const { version } = context;
  const assigned = facts.assigned.map(({ idNumber }) => declarationOf(idNumber, context));
  const kept = knownTasks.get(facts);
  if (kept?.version === version && kept.parent === parent && isSame(kept.assigned, assigned)) return kept.task;
  const task = taskOf(facts, parent, context);
  knownTasks.set(facts, { version, parent, assigned, task });
  return task;
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
