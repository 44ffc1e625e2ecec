import type { ModelSchedule } from '../../schedule/fromModel';
import { indicesPerPlan } from '../../schedule/perPlan';
import { TASK_SAYS } from '../../schedule/taskFacts';
import { reasonChain } from '../../schedule/network/why';
import type { ModelCheck, ModelFinding, Related } from '../check';
import { calling, Calling, inBoth } from '../wording';
import { placeOfField } from '../places';
import { daysOrTimes, dayWords, lastDayWords, workBetween, workingDays } from './dates';
import { lastTaskIn } from './lastTask';
import { placeOfHead } from '../../model/model';

/**
 * A forecast behind the promise: by how much, and the chain of tasks that causes it. What ends in free time right behind it is late as
 * well, though by no working time.
 */
export const late: ModelCheck = {
  code: 'plan/late',
  severity: 'warning',
  find: (_, { schedule }) => {
    return lateItems(schedule).map((index) => finding(schedule, index));
  },
};

const lateItems = indicesPerPlan(TASK_SAYS.PROMISED, TASK_SAYS.DONE | TASK_SAYS.ENDED, isBehind);

/** Is a scheduled item forecast behind its promise? Not when it is done, or nothing was promised. */
export const isLate = (schedule: ModelSchedule, index: number): boolean =>
  (schedule.says[index]! & (TASK_SAYS.DONE | TASK_SAYS.ENDED)) === 0 && isBehind(schedule, index);

function isBehind({ anchored, facts, plan }: ModelSchedule, index: number): boolean {
  const { deadline } = facts[index]!;
  return anchored && deadline !== undefined && plan.finish[index]! > deadline;
}

/** Working minutes by which something late is behind its promise; 0 if there is only free time between. */
export const lateBy = (schedule: ModelSchedule, index: number): number =>
  workBetween(schedule, index, schedule.facts[index]!.deadline!, schedule.plan.finish[index]!);

function finding(schedule: ModelSchedule, index: number): ModelFinding {
  const item = schedule.scheduled[index]!;
  const deadline = schedule.facts[index]!.deadline!;
  const end = schedule.plan.finish[index]!;
  const minutes = lateBy(schedule, index);
  const chain = chainTo(schedule, index);
  return {
    place: placeOfField(item, 'due', 'deadline'),
    id: item.id,
    message: inBoth((tongue) => {
      const names = chain.map((at) => schedule.scheduled[at]!.id ?? schedule.scheduled[at]!.title);
      const path = (names.length > MOST_NAMES ? ['…', ...names.slice(-MOST_NAMES)] : names).join(' → ');
      const because = path && (tongue === 'zh' ? `，由 ${path} 决定` : `, because of ${path}`);
      const by = minutes > 0 ? workingDays(minutes, schedule, tongue) : '';
      const [due, forecast] = daysOrTimes(deadline, end);
      if (tongue === 'zh')
        return `${Calling(item, 'zh')} 预计 ${forecast} 完成，${by ? `比承诺的 ${due} 晚 ${by}` : `晚于承诺的 ${due}`}${because}。`;
      return `${Calling(item, 'en')} is forecast for ${forecast}, ${by ? `${by} after` : 'after'} ${due}${because}.`;
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
