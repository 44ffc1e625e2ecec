/** Days that are likely to be meant: by the calendar on the wall, and by the plan. */
import { valueOf } from '../../kinds/facts';
import { dateFromDay, dayFromDate, dayOf, daysInMonth, formatDay, weekdayOf, type PlanDay } from '../../kinds/time';
import type { Text } from '../../kinds/tongue';
import { readPhrase, referencesOf } from '../../kinds/values';
import type { Item } from '../../model/model';
import { firstDay, lastDay, shortDate } from '../dates';
import type { World } from '../world';
import type { ValuePlace } from './context';
import type { Completion, Question } from './types';

/** A day before which every period begins. */
const LATE = dayFromDate(9999, 1, 1);

/** Of the milestones, so many that are nearest in time. */
const MOST_MILESTONES = 20;

/** The days that make a right value where the cursor is; the same day once. */
export function dateEntries(question: Question, place: ValuePlace): readonly Completion[] {
  const days = new Map<PlanDay, Text[]>();
  if (!accepts(place, LATE) && !accepts(place, question.world.today ?? LATE)) return [];
  for (const { day, name } of candidates(question)) {
    const names = days.get(day);
    if (names) names.push(name);
    else if (accepts(place, day)) days.set(day, [name]);
  }
  return [...days].map(([day, names], index) => entryOf(question, day, names, index));
}

function entryOf({ world, tongue }: Question, day: PlanDay, names: readonly Text[], index: number): Completion {
  const words = names.map((name) => name[tongue]).join(' · ');
  return {
    label: formatDay(day),
    type: 'date',
    insert: formatDay(day),
    detail: `${shortDate(day, tongue, world.today)} · ${words}`,
    alias: names.flatMap(({ en, zh }) => [en, zh]).join(' '),
    documentation: '',
    rank: 200 + index,
  };
}

/** Would the phrase be right with the day in place of the word? */
function accepts({ before, field }: ValuePlace, day: PlanDay): boolean {
  const start = before.at(-1)?.end ?? 0;
  const text = formatDay(day);
  const atoms = [...before, { type: 'date' as const, text, start: start + 1, end: start + 1 + text.length }];
  const reading = readPhrase({ start: atoms[0]!.start, end: atoms.at(-1)!.end, atoms }, field);
  // Behind `rev` it would be a revision.
  return 'value' in reading && !referencesOf(reading.value).some(({ revision }) => revision === text);
}

interface Named {
  readonly day: PlanDay;
  readonly name: Text;
}

const candidates = (question: Question): readonly Named[] => [
  ...aroundToday(question),
  ...ofProject(question),
  ...ofItem(question),
  ...milestones(question),
];

function aroundToday({ world: { today } }: Question): readonly Named[] {
  if (today === undefined) return [];
  const { year, month } = dateFromDay(today);
  return [
    { day: today, name: { en: 'today', zh: '今天' } },
    { day: today + 1, name: { en: 'tomorrow', zh: '明天' } },
    { day: today + 7 - weekdayOf(today), name: { en: 'next Monday', zh: '下周一' } },
    { day: dayFromDate(year, month, daysInMonth(year, month)), name: { en: 'end of month', zh: '月底' } },
  ];
}

function ofProject({ world: { schedule } }: Question): readonly Named[] {
  const { project } = schedule;
  const period = project && valueOf(project, 'period');
  const status = project && valueOf(project, 'status-date');
  const days = [
    status?.type === 'date' ? { day: status.day, name: { en: 'status date', zh: '状态日期' } } : undefined,
    period?.type === 'period' && period.from !== undefined
      ? { day: dayOf(period.from), name: { en: 'project start', zh: '项目开始' } }
      : undefined,
    period?.type === 'period' && period.to !== undefined
      ? { day: lastDay(period.to), name: { en: 'project end', zh: '项目结束' } }
      : undefined,
  ];
  return days.filter((day) => day !== undefined);
}

/** When the item begins and ends as things are. */
function ofItem({ world: { schedule }, context: { item } }: Question): readonly Named[] {
  const entry = item && schedule.of(item.index);
  if (entry?.start === undefined) return [];
  const start = { day: firstDay(entry.start), name: { en: 'computed start', zh: '计算开始' } };
  if (entry.finish === undefined || entry.type === 'milestone') return [start];
  return [start, { day: lastDay(entry.finish), name: { en: 'computed finish', zh: '计算完成' } }];
}

/** By their promise, else by the plan; the nearest to the item, or to today. */
function milestones({ world, context }: Question): readonly Named[] {
  const { model, today } = world;
  const numbers = new Set(model.table.kinds.filter(({ trace }) => trace === 'milestone').map(({ number }) => number));
  const around = context.item && world.schedule.of(context.item.index)?.start;
  const anchor = around === undefined ? today : dayOf(around);
  const found: Named[] = [];
  for (let index = 0; index < model.items.length; index++) {
    if (!numbers.has(model.kinds[index]!) || index === context.item?.index) continue;
    const item = model.items[index]!;
    const day = dayOfMilestone(world, item);
    if (day !== undefined) found.push({ day, name: namedBy(item) });
  }
  const distance = ({ day }: Named): number => Math.abs(day - (anchor ?? found[0]!.day));
  return found.sort((a, b) => distance(a) - distance(b)).slice(0, MOST_MILESTONES);
}

function dayOfMilestone({ schedule }: World, item: Item): PlanDay | undefined {
  const due = valueOf(item, 'due');
  if (due?.type === 'date') return due.day;
  if (due?.type === 'date-time') return dayOf(due.minute);
  const finish = schedule.of(item.index)?.finish;
  return finish === undefined ? undefined : firstDay(finish);
}

function namedBy({ id, title }: Item): Text {
  const name = [id, title].filter(Boolean).join(' ');
  return { en: name, zh: name };
}
