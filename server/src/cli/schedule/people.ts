import { exportLoads, type ExportedLoad } from '../../exchange/scheduleJson';
import type { World } from '../../ide/world';
import { formatDay, parseDay, weekdayOf } from '../../kinds/time';
import type { Tongue } from '../../kinds/tongue';
import type { Lengths } from '../../schedule/lengths';
import { sheetOf, type Column, type Sheet } from '../sheet';
import { dateText, hours, lengthText, nameOfWorld, type Report } from './report';

export type Step = 'day' | 'week';

/** What is asked of each person by week or day, and the stretches in which it is too much. */
export function peopleReport(worlds: readonly World[], step: Step, tongue: Tongue): Report {
  const projects = worlds.map((world) => ({ world, loads: exportLoads(world) }));
  return {
    sheets: projects.map(({ world, loads }) => ({
      name: nameOfWorld(world),
      sheet: sheetOfLoads(world.schedule.lengths, loads, step, tongue),
    })),
    json: { loads: projects.flatMap(({ loads }) => loads) },
  };
}

/** One person in one week or day, in working minutes. */
interface Row {
  readonly person: string;
  /** The day, or the Monday of the week. */
  readonly from: string;
  asked: number;
  available: number;
  /** What is asked beyond what there is, day by day. */
  over: number;
  readonly tasks: Set<string>;
}

function rowsOf({ person, title, days }: ExportedLoad, step: Step): readonly Row[] {
  const rows: Row[] = [];
  for (const { day, demandedMinutes, availableMinutes, tasks } of days) {
    const from = step === 'day' ? day : mondayOf(day);
    let row = rows.at(-1);
    if (row?.from !== from)
      rows.push((row = { person: person ?? title, from, asked: 0, available: 0, over: 0, tasks: new Set() }));
    row.asked += demandedMinutes;
    row.available += availableMinutes;
    row.over += Math.max(0, demandedMinutes - availableMinutes);
    for (const task of tasks) row.tasks.add(task);
  }
  return rows.filter(({ asked }) => asked > 0);
}

function mondayOf(iso: string): string {
  const day = parseDay(iso)!;
  return formatDay(day - weekdayOf(day));
}

/** What is lost by rounding shares is no overload. */
const TOLERANCE = 0.5;

function sheetOfLoads(lengths: Lengths, loads: readonly ExportedLoad[], step: Step, tongue: Tongue): Sheet {
  const rows = loads.flatMap((load) => rowsOf(load, step));
  const length = (minutes: number): string => lengthText(minutes, lengths, tongue);
  const columns: readonly Column<Row>[] = [
    { head: { en: 'Person', zh: '人员' }, text: ({ person }) => person },
    { head: step === 'day' ? { en: 'Day', zh: '日期' } : { en: 'Week of', zh: '周' }, text: ({ from }) => from },
    {
      head: { en: 'Asked', zh: '需要' },
      right: true,
      text: ({ asked }) => length(asked),
      cell: { head: { en: 'Asked (h)', zh: '需要（小时）' }, of: ({ asked }) => hours(asked) },
    },
    {
      head: { en: 'Available', zh: '可用' },
      right: true,
      text: ({ available }) => length(available),
      cell: { head: { en: 'Available (h)', zh: '可用（小时）' }, of: ({ available }) => hours(available) },
    },
    { head: { en: 'Load', zh: '负荷' }, right: true, text: loadText },
    {
      head: { en: 'Over', zh: '超出' },
      right: true,
      text: ({ over }) => (over > TOLERANCE ? length(over) : ''),
      cell: { head: { en: 'Over (h)', zh: '超出（小时）' }, of: ({ over }) => hours(over) },
    },
    { head: { en: 'Tasks', zh: '任务' }, text: ({ tasks }) => [...tasks].join(', ') },
  ];
  const notes = loads.flatMap((load) => windowWords(load, tongue));
  const nobody = tongue === 'zh' ? '没有给任何人安排剩余工作。' : 'No work that is left is assigned to anybody.';
  return sheetOf(columns, rows, tongue, rows.length === 0 ? [nobody] : notes, ({ over }) => over > TOLERANCE);
}

/** Nothing of nothing is no load; something of nothing cannot be said in percent. */
const loadText = ({ asked, available }: Row): string =>
  available > 0 ? `${Math.round((100 * asked) / available)}%` : asked > 0 ? '∞' : '';

/** "lin: T-1, T-2 ask for 200% of 100% from 2026-01-07 08:00 to 2026-01-12 17:00." */
const windowWords = ({ person, title, overAllocations }: ExportedLoad, tongue: Tongue): readonly string[] =>
  overAllocations.map(({ from, to, peak, capacity, tasks }) => {
    const [share, limit] = [peak, capacity].map((fraction) => `${Math.round(fraction * 100)}%`);
    const [begin, end] = [dateText(from), dateText(to)];
    return tongue === 'zh'
      ? `${person ?? title}：${begin} 至 ${end}，${tasks.join('、')} 最多占用 ${share}，超过可用的 ${limit}。`
      : `${person ?? title}: ${tasks.join(', ')} ask for up to ${share} of ${limit} from ${begin} to ${end}.`;
  });
