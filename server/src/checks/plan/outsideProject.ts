import { fieldOf, valueOf } from '../../kinds/facts';
import { formatDay, MINUTES_PER_DAY, type PlanMinute } from '../../kinds/time';
import { BEHIND_LAST_DAY } from '../../kinds/values/dates';
import { placeIn, placeOfHead, type Item } from '../../model/model';
import { itemsOfKind } from '../../model/trace';
import { GATE } from '../../schedule/network/gates';
import { regionOf } from '../../schedule/regions/region';
import type { ModelSchedule } from '../../schedule/fromModel';
import { driverOf, type Schedule } from '../../schedule/network/schedule';
import { TASK_SAYS } from '../../schedule/taskFacts';
import type { ModelCheck, ModelFinding } from '../check';
import { placeOfField } from '../places';
import { Calling, calling, inBoth } from '../wording';
import { dayWords, lastDayWords } from './dates';

/** A plan that leaves the project's period, a calendar with no working time or too little, or holidays that are not known so far ahead. */
export const outsideProject: ModelCheck = {
  code: 'plan/outside-project',
  severity: 'warning',
  find: (model, { schedule }) => [
    ...(schedule.anchored
      ? [...beyondPeriod(schedule), ...beyondHolidays(itemsOfKind(model, 'calendar'), schedule)]
      : []),
    ...withoutWorkingTime(schedule),
  ],
};

/** Later than any date that can be written: what lies so far ahead is meant by nobody. */
const isEndless = (finish: PlanMinute): boolean => finish > BEHIND_LAST_DAY;

/** One finding for the end and one for the beginning, at the work that goes furthest: what follows it is no defect of its own. */
function beyondPeriod(schedule: ModelSchedule): readonly ModelFinding[] {
  const { project, plan, says } = schedule;
  const period = project && valueOf(project, 'period');
  if (!project || period?.type !== 'period') return [];
  let [first, last] = [-1, -1];
  says.forEach((bits, index) => {
    const isPhase = (bits & (TASK_SAYS.TASK | TASK_SAYS.MILESTONE)) === 0;
    if (isPhase || plan.network.summary[index] === 1 || isEndless(plan.finish[index]!)) return;
    if (plan.finish[index]! > (plan.finish[last] ?? -Infinity)) last = index;
    if (plan.start[index]! < (plan.start[first] ?? Infinity)) first = index;
  });
  const findings: ModelFinding[] = [];
  const { from, to } = period;
  if (last >= 0 && to !== undefined && plan.finish[last]! > to)
    findings.push(
      beyond(schedule, project, last, [
        `finishes on ${lastDayWords(plan.finish[last]!)}, after the project’s end on ${lastDayWords(to)}.`,
        `${lastDayWords(plan.finish[last]!)} 完成，晚于项目结束日 ${lastDayWords(to)}。`,
      ]),
    );
  if (first >= 0 && from !== undefined && plan.start[first]! < from)
    findings.push(
      beyond(schedule, project, first, [
        `starts on ${dayWords(plan.start[first]!)}, before the project’s start on ${dayWords(from)}.`,
        `${dayWords(plan.start[first]!)} 开始，早于项目开始日 ${dayWords(from)}。`,
      ]),
    );
  return findings;
}

const beyond = (
  { scheduled }: ModelSchedule,
  project: Item,
  index: number,
  [en, zh]: readonly [en: string, zh: string],
): ModelFinding => ({
  place: placeOfHead(scheduled[index]!),
  id: scheduled[index]!.id,
  message: inBoth((tongue) =>
    tongue === 'zh' ? `${Calling(scheduled[index]!, 'zh')} ${zh}` : `${Calling(scheduled[index]!, 'en')} ${en}`,
  ),
  related: () => [
    {
      place: placeOfField(project, 'period'),
      message: inBoth((tongue) => (tongue === 'zh' ? '项目周期' : 'The project’s period')),
    },
  ],
});

/** Calendars whose region has no holidays for a part of the plan. */
function beyondHolidays(calendars: readonly Item[], { plan }: ModelSchedule): readonly ModelFinding[] {
  const end = latest(plan.finish);
  return calendars.flatMap((item): ModelFinding[] => {
    const value = valueOf(item, 'region');
    const region = value?.type === 'enum' ? regionOf(value.key) : undefined;
    const field = fieldOf(item, 'region');
    if (!region || !field || !(end > (region.lastDay + 1) * MINUTES_PER_DAY)) return [];
    return [
      {
        place: placeIn(item, field.node),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh'
            ? `计划到 ${lastDayWords(end)}，而内置的 ${region.name} 节假日只到 ${formatDay(region.lastDay)}：之后的节假日请写在 \`节假日\` 中。`
            : `The plan runs to ${lastDayWords(end)}, but the built-in holidays of ${region.name} end on ${formatDay(region.lastDay)}: write later ones into \`holidays\`.`,
        ),
      },
    ];
  });
}

function latest(finish: Float64Array): PlanMinute {
  let end = -Infinity;
  for (const each of finish) if (each > end) end = each;
  return end;
}

/** One finding for each calendar, at the first task that waits for it: those without dates, then those whose dates are endless. */
function withoutWorkingTime({ plan, scheduled, anchored }: ModelSchedule): readonly ModelFinding[] {
  const seen = new Set<number>();
  const at = (task: number, calendar: number, [en, zh]: readonly [en: string, zh: string]): ModelFinding[] => {
    if (seen.has(calendar)) return [];
    seen.add(calendar);
    const item = scheduled[task]!;
    return [
      {
        place: placeOfHead(item),
        id: item.id,
        message: inBoth((tongue) =>
          tongue === 'zh' ? `${calling(item, 'zh')} ${zh}` : `${Calling(item, 'en')} ${en}`,
        ),
      },
    ];
  };
  const undated = plan.problems.flatMap((problem) => {
    if (problem.kind !== 'no-working-time' && problem.kind !== 'beyond-calendar') return [];
    return at(problem.task, problem.calendar, WITHOUT_DATES[problem.kind]);
  });
  if (!anchored) return undated;
  const { task, calendar, kind, size } = plan.network;
  const endless: ModelFinding[] = [];
  for (let node = 0; node < size; node++) {
    const finish = plan.finish[task[node]!]!;
    if (kind[node]! >= GATE || !isEndless(finish) || followsEndless(plan, task[node]!)) continue;
    endless.push(
      ...at(task[node]!, calendar[node]!, [
        `finishes on ${lastDayWords(finish)}, later than any date that can be written: its calendar has too little working time before that.`,
        `${lastDayWords(finish)} 完成，晚于任何可以书写的日期：在此之前其日历的工作时间不够。`,
      ]),
    );
  }
  return [...undated, ...endless];
}

/** What waits for endless work is no defect of its own. */
function followsEndless(plan: Schedule, task: number): boolean {
  const { link } = driverOf(plan, task);
  return link !== undefined && isEndless(plan.finish[plan.network.spec.links[link]!.from]!);
}

const WITHOUT_DATES = {
  'no-working-time': [
    'has no dates: its calendar has no working time left for it.',
    '没有日期：其日历没有可用的工作时间。',
  ],
  'beyond-calendar': ['has no dates: they lie further ahead than calendars reach.', '没有日期：超出了日历的范围。'],
} as const;
