/** Why a date is where it is, in words. The reasons themselves come from the schedule as data. */
import { driverOf } from '../schedule/schedule';
import type { ModelSchedule, ScheduledItem } from '../schedule/fromModel';
import type { NetworkLink } from '../schedule/network';
import type { DriverKind } from '../schedule/drivers';
import { formatMinute } from '../schedule/time';
import type { Text, Tongue } from '../kinds/tongue';

/** "starts 2026-04-06 09:00 because T-1 ends 2026-04-02 18:00, +1 d"; undefined when the item has no dates. */
export function whyOf(schedule: ModelSchedule, entry: ScheduledItem, tongue: Tongue): string | undefined {
  if (entry.start === undefined || entry.type === 'phase') return undefined;
  const driver = driverOf(schedule.plan, entry.index);
  const date = dateWords(entry.start);
  const cause =
    driver.kind === 'link' && driver.link !== undefined
      ? linkWords(schedule, driver.link, tongue)
      : REASONS[driver.kind]?.[tongue];
  if (!cause) return undefined;
  return tongue === 'zh' ? `${date} 开始：${cause}` : `Starts ${date}: ${cause}`;
}

/** "2026-04-02 18:00" */
export const dateWords = (minute: number): string => formatMinute(minute).slice(0, 16).replace('T', ' ');

const REASONS: Partial<Record<DriverKind, Text>> = {
  'project-start': { en: 'the project starts then.', zh: '项目从此时开始。' },
  'status-date': { en: 'what is not done moves past the status date.', zh: '未完成的工作顺延到状态日期之后。' },
  'start-no-earlier': { en: 'it may not start earlier.', zh: '它不得更早开始。' },
  'finish-no-earlier': { en: 'it may not finish earlier.', zh: '它不得更早完成。' },
  'start-no-later': { en: 'it may not start later.', zh: '它不得更晚开始。' },
  'finish-no-later': { en: 'it may not finish later.', zh: '它不得更晚完成。' },
  'must-start': { en: 'it must start then.', zh: '它必须在此时开始。' },
  'must-finish': { en: 'its finish is prescribed.', zh: '它的完成时间是规定的。' },
  'fixed-start': { en: 'its start is written in the text.', zh: '开始日期写在文本中。' },
  'fixed-finish': { en: 'its finish is written in the text.', zh: '完成日期写在文本中。' },
  'actual-start': { en: 'it really started then.', zh: '它实际于此时开始。' },
  'actual-finish': { en: 'it really finished then.', zh: '它实际于此时完成。' },
  'as-late-as-possible': { en: 'it is planned as late as possible.', zh: '它按尽可能晚安排。' },
};

function linkWords(schedule: ModelSchedule, index: number, tongue: Tongue): string {
  const link = schedule.plan.network.spec.links[index]!;
  const { item, start, finish } = schedule.at(link.from);
  const fromStart = link.type === 'SS' || link.type === 'SF';
  const date = fromStart ? start : finish;
  const when = date === undefined ? '' : ` ${dateWords(date)}`;
  const name = item.id ?? item.title;
  const lag = lagWords(link);
  if (tongue === 'zh') return `${name} ${fromStart ? '开始于' : '完成于'}${when}${lag ? `，${lag}` : ''}。`;
  return `${name} ${fromStart ? 'starts' : 'finishes'}${when}${lag ? `, ${lag}` : ''}.`;
}

function lagWords({ lag = 0, lagUnit }: NetworkLink): string {
  if (lag === 0) return '';
  const sign = lag > 0 ? '+' : '−';
  const amount = Math.abs(lag);
  if (lagUnit === 'percent' || lagUnit === 'elapsed-percent') return `${sign}${amount} %`;
  return `${sign}${Math.round(amount / 6) / 10} h`;
}
