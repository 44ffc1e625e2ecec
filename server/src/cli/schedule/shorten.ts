import { workBetween } from '../../checks/plan/dates';
import { iso, nameIn } from '../../exchange/scheduleJson';
import { whyUndated } from '../../ide/undated';
import type { World } from '../../ide/world';
import { MINUTES_PER_DAY, type PlanDay, type PlanMinute } from '../../kinds/time';
import type { Tongue } from '../../kinds/tongue';
import { shortestShortening, type Shortening } from '../../schedule/analysis/shorten';
import type { ModelSchedule } from '../../schedule/fromModel';
import { dueOf } from '../../schedule/taskFacts';
import { WrongUse } from '../wrongUse';
import { sheetOf, type Column, type Sheet } from '../sheet';
import { dateText, dueText, hours, lengthText, neededHours, neededText, scheduledWithId, type Report } from './report';

interface Answer {
  readonly schedule: ModelSchedule;
  readonly index: number;
  readonly until: PlanMinute;
  /** Undefined if no short list does it. */
  readonly list: readonly Shortening[] | undefined;
}

/**
 * The fewest tasks that, if shortened, bring an item to its end in time: by its due date, or by the day (inclusive) that is
 * asked for. Throws WrongUse if there is neither.
 */
export function shortenReport(worlds: readonly World[], id: string, by: PlanDay | undefined, tongue: Tongue): Report {
  const answers = scheduledWithId(worlds, id).map(({ world: { schedule }, entry: { index, item } }): Answer => {
    const until = by === undefined ? dueOf(item) : (by + 1) * MINUTES_PER_DAY;
    if (until === undefined) throw noDate(id);
    return {
      schedule,
      index,
      until,
      list: schedule.anchored ? shortestShortening(schedule.plan, index, until) : undefined,
    };
  });
  return {
    sheets: answers.map((answer) => ({ name: id, sheet: sheetOfAnswer(answer, tongue) })),
    json: { shorten: answers.map((answer) => answerJson(id, answer)) },
  };
}

const noDate = (id: string): WrongUse =>
  new WrongUse({
    en: `${id} has no due date to be late for: name one with --by 2026-03-31`,
    zh: `${id} 没有截止日期：请用 --by 2026-03-31 指定`,
  });

function answerJson(id: string, { schedule, index, until, list }: Answer): object {
  const { item, finish } = schedule.at(index);
  return {
    id,
    title: item.title,
    finish: iso(finish),
    until: iso(until),
    late: finish !== undefined && finish > until,
    shorten: list?.map(({ task, by }) => ({
      id: schedule.scheduled[task]!.id,
      title: schedule.scheduled[task]!.title,
      durationMinutes: schedule.plan.network.spec.tasks[task]!.duration,
      byMinutes: by,
    })),
  };
}

function sheetOfAnswer(answer: Answer, tongue: Tongue): Sheet {
  const { schedule, list = [] } = answer;
  const { scheduled, lengths, plan } = schedule;
  const minutesOf = (task: number): number => plan.network.spec.tasks[task]!.duration;
  const columns: readonly Column<Shortening>[] = [
    { head: { en: 'ID', zh: '编号' }, text: ({ task }) => scheduled[task]!.id ?? '' },
    { head: { en: 'Title', zh: '标题' }, text: ({ task }) => scheduled[task]!.title },
    {
      head: { en: 'Duration', zh: '工期' },
      right: true,
      text: ({ task }) => lengthText(minutesOf(task), lengths, tongue, plan.network.spec.tasks[task]!.elapsed),
      cell: { head: { en: 'Duration (h)', zh: '工期（小时）' }, of: ({ task }) => hours(minutesOf(task)) },
    },
    {
      head: { en: 'Shorten by', zh: '缩短' },
      right: true,
      text: ({ task, by }) => neededText(by, lengths, tongue, plan.network.spec.tasks[task]!.elapsed),
      cell: { head: { en: 'Shorten by (h)', zh: '缩短（小时）' }, of: ({ by }) => neededHours(by) },
    },
  ];
  return sheetOf(columns, list, tongue, [verdict(answer, tongue)]);
}

/** "M-1 is forecast for 2026-04-07 17:00, 3d after 2026-04-02." and whether something can be done about it. */
function verdict({ schedule, index, until, list }: Answer, tongue: Tongue): string {
  const name = nameIn(schedule, index);
  const { finish } = schedule.at(index);
  const zh = tongue === 'zh';
  if (finish === undefined) return `${name}: ${whyUndated(schedule, index, tongue) ?? ''}`;
  const when = dateText(iso(finish));
  const limit = dueText(until);
  if (finish <= until)
    return zh
      ? `${name} 预计 ${when} 完成，赶得上 ${limit}。`
      : `${name} is forecast for ${when}, in time for ${limit}.`;
  const minutes = workBetween(schedule, index, until, finish);
  const late = minutes > 0 ? lengthText(minutes, schedule.lengths, tongue) : '';
  const lateness = zh
    ? `${name} 预计 ${when} 完成，${late ? `比 ${limit} 晚 ${late}` : `晚于 ${limit}`}。`
    : `${name} is forecast for ${when}, ${late ? `${late} after` : 'after'} ${limit}.`;
  if (list) return lateness;
  return zh ? `${lateness}缩短少数几个任务无法挽回。` : `${lateness} Shortening a few tasks does not bring it back.`;
}
