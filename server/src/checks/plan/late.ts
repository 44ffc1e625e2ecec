import type { PlanMinute } from '../../kinds/time';
import type { ModelSchedule } from '../../schedule/fromModel';
import { indicesPerPlan } from '../../schedule/perPlan';
import { TASK_SAYS } from '../../schedule/taskFacts';
import { reasonChain } from '../../schedule/network/why';
import type { ModelCheck, ModelFinding, Related } from '../check';
import { calling, Calling, inBoth } from '../wording';
import { placeOfField } from '../places';
import { dayWords, lastDayWords, workBetween, workingDays } from './dates';
import { lastTaskIn } from './lastTask';
import { placeOfHead } from '../../model/model';

/** A forecast behind the promise: by how much, and the chain of tasks that causes it. */
export const late: ModelCheck = {
  code: 'plan/late',
  severity: 'warning',
  find: (_, { schedule }) => {
    const { facts } = schedule;
    return lateItems(schedule).map((index) =>
      finding(schedule, index, facts[index]!.deadline!, lateBy(schedule, index)),
    );
  },
};

const lateItems = indicesPerPlan(TASK_SAYS.PROMISED, TASK_SAYS.DONE, (schedule, index) => lateBy(schedule, index) > 0);

/** Working minutes by which a scheduled item is forecast behind its promise; 0 when it is in time, done, or nothing was promised. */
export function lateBy(schedule: ModelSchedule, index: number): number {
  const { finish, network } = schedule.plan;
  const { deadline, progress } = schedule.facts[index]!;
  const end = finish[index]!;
  if (!schedule.anchored || deadline === undefined || !(end > deadline)) return 0;
  if (progress === 1 || network.spec.tasks[index]!.actualFinish !== undefined) return 0;
  return Math.max(0, workBetween(schedule, index, deadline, end));
}

function finding(schedule: ModelSchedule, index: number, deadline: PlanMinute, minutes: number): ModelFinding {
  const item = schedule.scheduled[index]!;
  const end = schedule.plan.finish[index]!;
  const chain = chainTo(schedule, index);
  return {
    place: placeOfField(item, 'due', 'deadline'),
    id: item.id,
    message: inBoth((tongue) => {
      const names = chain.map((at) => schedule.scheduled[at]!.id ?? schedule.scheduled[at]!.title);
      const path = (names.length > MOST_NAMES ? ['…', ...names.slice(-MOST_NAMES)] : names).join(' → ');
      return tongue === 'zh'
        ? `${Calling(item, 'zh')} 预计 ${lastDayWords(end)} 完成，比承诺的 ${lastDayWords(deadline)} 晚 ${workingDays(minutes, schedule, 'zh')}${path && `，由 ${path} 决定`}。`
        : `${Calling(item, 'en')} is forecast for ${lastDayWords(end)}, ${workingDays(minutes, schedule, 'en')} after ${lastDayWords(deadline)}${path && `, because of ${path}`}.`;
    }),
    related: () => relatedChain(schedule, chain),
  };
}

/** The last tasks of a chain, each with its dates. */
export const relatedChain = (schedule: ModelSchedule, chain: readonly number[]): readonly Related[] =>
  chain.slice(-MOST_RELATED).map((at): Related => {
    const task = schedule.scheduled[at]!;
    const [start, finish] = [schedule.plan.start[at]!, schedule.plan.finish[at]!];
    return {
      place: placeOfHead(task),
      message: inBoth((tongue) => `${calling(task, tongue)}: ${dayWords(start)}..${lastDayWords(finish)}`),
    };
  });

const MOST_NAMES = 6;
const MOST_RELATED = 12;

/** The tasks that drive the item's finish by their index in the network, the earliest first, without the item itself. */
export function chainTo({ plan }: ModelSchedule, index: number): readonly number[] {
  const start = plan.network.summary[index] === 1 ? lastTaskIn(plan, index) : index;
  if (start === undefined) return [];
  return reasonChain(plan, start)
    .map(({ task }) => task)
    .filter((task) => task !== index)
    .reverse();
}
