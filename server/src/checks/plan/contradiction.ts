import type { ModelSchedule } from '../../schedule/fromModel';
import { indicesPerPlan } from '../../schedule/perPlan';
import type { ScheduleProblem } from '../../schedule/network/problems';
import type { DriverKind } from '../../schedule/network/drivers';
import { TASK_SAYS } from '../../schedule/taskFacts';
import type { ModelCheck, ModelFinding } from '../check';
import { Calling, calling, inBoth } from '../wording';
import { placeOfField } from '../places';
import { dayWords } from './dates';
import { placeOfHead } from '../../model/model';

/** A date that is written against what comes before it: both cannot hold. */
export const contradiction: ModelCheck = {
  code: 'plan/contradiction',
  severity: 'error',
  find: (_, { schedule }) => {
    const reversed = endsBeforeStart(schedule);
    const computed = schedule.anchored
      ? schedule.plan.problems.flatMap((problem) =>
          problem.kind === 'contradiction' && !reversed.includes(problem.task) ? [finding(schedule, problem)] : [],
        )
      : [];
    return [...computed, ...reversed.map((task) => findingOfReversed(schedule, task))];
  },
};

/** Indices of those that have to finish before they may start, by their own two fields. */
const endsBeforeStart = indicesPerPlan(TASK_SAYS.REVERSED, 0);

function findingOfReversed({ scheduled }: ModelSchedule, task: number): ModelFinding {
  const item = scheduled[task]!;
  return {
    place: placeOfField(item, 'end'),
    id: item.id,
    message: inBoth((tongue) =>
      tongue === 'zh' ? `${Calling(item, 'zh')} 的结束早于开始。` : `${Calling(item, 'en')} ends before it starts.`,
    ),
    related: () => [
      {
        place: placeOfField(item, 'start'),
        message: inBoth((tongue) => (tongue === 'zh' ? '开始' : 'Its start')),
      },
    ],
  };
}

type Contradiction = Extract<ScheduleProblem, { kind: 'contradiction' }>;

const FINISHES: ReadonlySet<DriverKind> = new Set(['finish-no-later', 'must-finish', 'fixed-finish', 'actual-finish']);
const ACTUALS: ReadonlySet<DriverKind> = new Set(['actual-start', 'actual-finish']);

function finding(schedule: ModelSchedule, { task, bound, start, demanded, link, phase }: Contradiction): ModelFinding {
  const item = schedule.scheduled[task]!;
  const other = link === undefined ? phase : schedule.plan.network.spec.links[link]!.from;
  const before = other === undefined ? undefined : schedule.scheduled[other];
  const field = ACTUALS.has(bound) ? 'actual' : FINISHES.has(bound) ? 'end' : 'start';
  return {
    place: placeOfField(item, field, 'start', 'end', 'actual'),
    id: item.id,
    message: inBoth((tongue) => {
      const cause = before ? calling(before, tongue) : undefined;
      return tongue === 'zh'
        ? `${Calling(item, 'zh')} 按此日期从 ${dayWords(start)} 开始，但${cause ? `${cause} ` : '其他约束'}要求不早于 ${dayWords(demanded)}。`
        : `With this date ${calling(item, 'en')} starts on ${dayWords(start)}, but ${cause ?? 'another bound'} demands ${dayWords(demanded)} or later.`;
    }),
    related: () =>
      before ? [{ place: placeOfHead(before), message: inBoth((tongue) => Calling(before, tongue)) }] : [],
  };
}
