import { compileNetwork } from '../network/compile';
import type { Network } from '../network/compile';
import { GATE } from '../network/gates';
import type { NetworkSpec } from '../network/network';
import { schedule, scheduleNetwork } from '../network/schedule';
import type { Schedule } from '../network/schedule';
import { toMinutes } from '../calendar/ticks';
import { bestOf } from './bestOf';
import type { LevelledDates } from './bestOf';
import { resourceFlow } from './flow';
import type { LevellingInput } from './input';
import { levellingProblem } from './problem';
import type { LevellingProblem } from './problem';

/**
 * Schedules a plan so that nobody has more to do than there is time: tasks wait for their people, those of higher
 * priority first. Links, bounds, calendars, fixed and actual dates hold as ever; what cannot be moved stays where it is.
 *
 * The answer is an ordinary schedule of the plan with a link for each stretch in which one task waits for another's people
 * (`NetworkLink.resource`; they stand behind the plan's own links). So drivers name whom a task waits for, and slack
 * counts how long it may slip while everybody keeps to the order of work.
 */
export function level(spec: NetworkSpec, input: LevellingInput): Schedule {
  const net = compileNetwork(spec);
  if (input.tasks.every(({ uses }) => uses.length === 0)) return scheduleNetwork(net);
  const problem = levellingProblem(net, input);
  const dates = bestOf(problem);
  const linked = { ...spec, links: spec.links.concat(resourceFlow(problem, dates)) };
  const held = hold(linked, problem, dates, lateNodes(problem));
  const plan = schedule(held);
  const early = earlyNodes(problem, dates, plan);
  return early.length === 0 ? plan : schedule(hold(held, problem, dates, early));
}

/** Makes nodes start no earlier than where levelling put them. */
function hold(
  spec: NetworkSpec,
  { net }: LevellingProblem,
  { start }: LevelledDates,
  nodes: readonly number[],
): NetworkSpec {
  if (nodes.length === 0) return spec;
  const tasks = [...spec.tasks];
  for (const node of nodes) {
    const task = net.task[node]!;
    tasks[task] = { ...tasks[task]!, levelledStart: toMinutes(start[node]!) };
  }
  return { ...spec, tasks };
}

/**
 * What shall be as late as possible stands where it would without levelling, or later: the levelled plan ends later, and if
 * it moved on with that, what follows it might meet other work of its people.
 */
const lateNodes = ({ net, fixed }: LevellingProblem): readonly number[] =>
  net.hasLate
    ? nodesWhere(net, (p) => !fixed[p] && net.kind[p]! < GATE && net.spec.tasks[net.task[p]!]!.late === true)
    : [];

/** Tasks that no link keeps where levelling put them, because they now stand in time in which their people do not work. */
const earlyNodes = ({ net, claims }: LevellingProblem, { start }: LevelledDates, plan: Schedule): readonly number[] =>
  nodesWhere(net, (p) => claims.start[p] !== claims.start[p + 1] && plan.start[net.task[p]!]! < toMinutes(start[p]!));

const nodesWhere = ({ size }: Network, holds: (node: number) => boolean): readonly number[] =>
  Array.from({ length: size }, (_, p) => p).filter(holds);
