import { iso, nameIn } from '../../exchange/scheduleJson';
import { whyUndated } from '../../ide/undated';
import type { World } from '../../ide/world';
import type { Tongue } from '../../kinds/tongue';
import { criticalPathTo, type OnTheWay } from '../../schedule/analysis/criticalPathTo';
import type { ModelSchedule } from '../../schedule/fromModel';
import { sheetOf, type Column, type Sheet } from '../sheet';
import { dateText, hours, lengthText, plural, scheduledWithId, type Report } from './report';

/** The critical path to an item, most often a milestone; what else is on the way is counted. */
export function criticalToReport(worlds: readonly World[], id: string, tongue: Tongue): Report {
  const found = scheduledWithId(worlds, id).map(({ world: { schedule }, entry: { index, item } }) => ({
    schedule,
    index,
    title: item.title,
    way: criticalPathTo(schedule.plan, index),
  }));
  return {
    sheets: found.map(({ schedule, index, way }) => ({ name: id, sheet: sheetOfWay(schedule, index, way, tongue) })),
    json: {
      criticalTo: found.map(({ schedule, title, way }) => ({
        id,
        title,
        onTheWay: way.map(({ task, slack, critical }) => ({
          id: schedule.scheduled[task]!.id,
          title: schedule.scheduled[task]!.title,
          start: iso(schedule.at(task).start),
          finish: iso(schedule.at(task).finish),
          slackMinutes: slack,
          critical,
        })),
      })),
    },
  };
}

function sheetOfWay(schedule: ModelSchedule, index: number, way: readonly OnTheWay[], tongue: Tongue): Sheet {
  const undated = whyUndated(schedule, index, tongue);
  if (undated !== undefined) return sheetOf([], [], tongue, [`${nameIn(schedule, index)}: ${undated}`]);
  const path = way.filter(({ critical }) => critical);
  return sheetOf(columnsOf(schedule, tongue), path, tongue, [notes(schedule, index, way, tongue)]);
}

function columnsOf(schedule: ModelSchedule, tongue: Tongue): readonly Column<OnTheWay>[] {
  const { scheduled, lengths, plan } = schedule;
  const minutesOf = (task: number): number => Math.max(0, plan.network.spec.tasks[task]!.duration);
  return [
    { head: { en: 'ID', zh: '编号' }, text: ({ task }) => scheduled[task]!.id ?? '' },
    { head: { en: 'Title', zh: '标题' }, text: ({ task }) => scheduled[task]!.title },
    { head: { en: 'Start', zh: '开始' }, text: ({ task }) => dateText(iso(schedule.at(task).start)) },
    { head: { en: 'Finish', zh: '完成' }, text: ({ task }) => dateText(iso(schedule.at(task).finish)) },
    {
      head: { en: 'Duration', zh: '工期' },
      right: true,
      text: ({ task }) =>
        minutesOf(task) === 0
          ? ''
          : lengthText(minutesOf(task), lengths, tongue, plan.network.spec.tasks[task]!.elapsed),
      cell: { head: { en: 'Duration (h)', zh: '工期（小时）' }, of: ({ task }) => hours(minutesOf(task)) },
    },
    {
      head: { en: 'Slack', zh: '时差' },
      right: true,
      text: ({ slack }) => lengthText(slack, lengths, tongue),
      cell: { head: { en: 'Slack (h)', zh: '时差（小时）' }, of: ({ slack }) => hours(slack) },
    },
  ];
}

/** What is done has no slack, and is not critical either. */
const isDone = ({ facts }: ModelSchedule, task: number): boolean =>
  facts[task]!.progress === 1 || facts[task]!.actualFinish !== undefined;

/** "M-1 waits for 7 items; 4 are critical. The next is T-9 with 0.5d of slack." */
function notes(schedule: ModelSchedule, index: number, way: readonly OnTheWay[], tongue: Tongue): string {
  const name = nameIn(schedule, index);
  const others = way.filter(({ task }) => task !== index);
  const critical = others.filter((each) => each.critical).length;
  const loose = others.filter((each) => !each.critical && !isDone(schedule, each.task));
  const next = loose.reduce<OnTheWay | undefined>(
    (least, each) => (least && least.slack <= each.slack ? least : each),
    undefined,
  );
  const slack = next && lengthText(next.slack, schedule.lengths, tongue);
  if (tongue === 'zh') {
    const counted = `${name} 等待 ${others.length} 项，其中关键 ${critical} 项。`;
    return next ? `${counted}其次是 ${nameIn(schedule, next.task)}，时差 ${slack}。` : counted;
  }
  const counted = `${name} waits for ${plural(others.length, 'item')}, ${critical} of them critical.`;
  return next ? `${counted} The next is ${nameIn(schedule, next.task)} with ${slack} of slack.` : counted;
}
