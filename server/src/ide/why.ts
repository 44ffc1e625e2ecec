/** Why a date is where it is, in words. The reasons themselves come from the schedule as data. */
import type { Text, Tongue } from '../kinds/tongue';
import type { DriverKind } from '../schedule/network/drivers';
import type { ModelSchedule, ScheduledItem } from '../schedule/fromModel';
import { formatDay, formatMinute, type PlanMinute } from '../kinds/time';
import { reasonOf, type LinkReason, type PassedDays, type Reason } from '../schedule/network/why';

/**
 * "Starts 2026-04-07 09:00: T-1 finishes 2026-04-02 18:00, +8 h; 2026-04-04..2026-04-06 is 清明节."
 * Undefined for phases and for items without dates.
 */
export function whyOf(schedule: ModelSchedule, entry: ScheduledItem, tongue: Tongue): string | undefined {
  if (entry.start === undefined) return undefined;
  const reason = reasonOf(schedule.plan, entry.index);
  const cause = reason && causeOf(schedule, reason, tongue);
  if (!cause) return undefined;
  const days = reason.passed.flatMap((passed) => passedWords(schedule, passed, tongue) ?? []);
  const why = [cause, ...days].join(tongue === 'zh' ? '；' : '; ');
  const verb = VERBS[entry.type === 'milestone' ? 'milestone' : 'task'][tongue];
  const date = dateWords(entry.start);
  return tongue === 'zh' ? `${date} ${verb}：${why}。` : `${verb} ${date}: ${why}.`;
}

/** "2026-04-02 18:00" */
export const dateWords = (minute: PlanMinute): string => formatMinute(minute).slice(0, 16).replace('T', ' ');

const VERBS: Readonly<Record<'task' | 'milestone', Text>> = {
  task: { en: 'Starts', zh: '开始' },
  milestone: { en: 'Reached', zh: '达成' },
};

const CAUSES: Partial<Record<DriverKind, Text>> = {
  'project-start': { en: 'the project starts then', zh: '项目从此时开始' },
  'status-date': { en: 'what is not done moves past the status date', zh: '未完成的工作顺延到状态日期之后' },
  'start-no-earlier': { en: 'it may not start earlier', zh: '它不得更早开始' },
  'finish-no-earlier': { en: 'it may not finish earlier', zh: '它不得更早完成' },
  'start-no-later': { en: 'it may not start later', zh: '它不得更晚开始' },
  'finish-no-later': { en: 'it may not finish later', zh: '它不得更晚完成' },
  'must-start': { en: 'its start is prescribed', zh: '开始时间是规定的' },
  'must-finish': { en: 'its finish is prescribed', zh: '完成时间是规定的' },
  'fixed-start': { en: 'its start is written in the text', zh: '开始日期写在文本中' },
  'fixed-finish': { en: 'its finish is written in the text', zh: '完成日期写在文本中' },
  'actual-start': { en: 'this is the actual date', zh: '这是实际日期' },
  'actual-finish': { en: 'this is the actual date', zh: '这是实际日期' },
  levelled: { en: 'who is assigned is busy until then', zh: '负责人员到那时才有空' },
  'as-late-as-possible': { en: 'it is planned as late as possible', zh: '它按尽可能晚安排' },
};

const causeOf = (schedule: ModelSchedule, { kind, link }: Reason, tongue: Tongue): string | undefined =>
  link ? linkWords(schedule, link, tongue) : CAUSES[kind]?.[tongue];

function linkWords(schedule: ModelSchedule, link: LinkReason, tongue: Tongue): string {
  const { item } = schedule.at(link.from);
  if (link.resource !== undefined) return waitWords(schedule, link, link.resource, tongue);
  const fromStart = link.type === 'SS' || link.type === 'SF';
  const verb = tongue === 'zh' ? (fromStart ? '开始于' : '完成于') : fromStart ? 'starts' : 'finishes';
  const lag = lagWords(link);
  return `${item.id ?? item.title} ${verb} ${dateWords(link.at)}${lag && (tongue === 'zh' ? `，${lag}` : `, ${lag}`)}`;
}

/** "lin works on T-5 until 2026-04-07 17:00" */
function waitWords(
  { scheduled, people, model }: ModelSchedule,
  { from, afterLag }: LinkReason,
  resource: number,
  tongue: Tongue,
): string {
  const [who, what] = [model.items[people.persons[resource]!]!, scheduled[from]!].map(({ id, title }) => id ?? title);
  const until = dateWords(afterLag);
  return tongue === 'zh' ? `${who} 在做 ${what}，${until} 才有空` : `${who} works on ${what} until ${until}`;
}

function lagWords({ lag, lagUnit }: LinkReason): string {
  if (lag === 0) return '';
  const sign = lag > 0 ? '+' : '−';
  if (lagUnit === 'percent' || lagUnit === 'elapsed-percent') return `${sign}${Math.abs(lag)} %`;
  return `${sign}${Math.round(Math.abs(lag) / 6) / 10} h`;
}

/** Days off that have a name: a holiday, someone's leave. Weekends explain themselves. */
function passedWords(schedule: ModelSchedule, { from, to, exception }: PassedDays, tongue: Tongue): string | undefined {
  const name = exception && schedule.calendars.exceptionName(exception.calendar, exception.exception)?.[tongue];
  if (name === undefined) return undefined;
  const days = from === to ? formatDay(from) : `${formatDay(from)}..${formatDay(to)}`;
  return tongue === 'zh' ? `${days} 是${name}` : `${days} is ${name}`;
}
