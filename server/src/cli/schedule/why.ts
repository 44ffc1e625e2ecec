import { lastTaskIn } from '../../checks/plan/lastTask';
import { iso, nameIn } from '../../exchange/scheduleJson';
import { whyUndated } from '../../ide/undated';
import { whyOf } from '../../ide/why';
import type { World } from '../../ide/world';
import { formatDay } from '../../kinds/time';
import type { Tongue } from '../../kinds/tongue';
import type { ModelSchedule } from '../../schedule/fromModel';
import { reasonChain, reasonOf, type PassedDays, type Reason } from '../../schedule/network/why';
import { sheetOf, type Column } from '../sheet';
import { dateText, scheduledWithId, type Found, type Report } from './report';

/** Why an item is when it is: the chain of what drives it, back to where it all begins. */
export function whyReport(worlds: readonly World[], id: string, tongue: Tongue): Report {
  const found = scheduledWithId(worlds, id).map((each) => ({ ...each, chain: chainOf(each) }));
  return {
    sheets: found.map(({ world, entry, chain }) => {
      const rows = chain.map((index) => rowOf(world.schedule, index, tongue));
      const undated = whyUndated(world.schedule, entry.index, tongue);
      const notes = undated === undefined ? [] : [`${nameIn(world.schedule, entry.index)}: ${undated}`];
      return { name: id, sheet: sheetOf(COLUMNS, rows, tongue, notes) };
    }),
    json: {
      why: found.map(({ world: { schedule }, entry, chain }) => ({
        id,
        title: entry.item.title,
        undated: whyUndated(schedule, entry.index, tongue),
        chain: chain.map((index) => linkJson(schedule, index, tongue)),
      })),
    },
  };
}

/** Of a phase: itself, then the chain of the task in it that finishes last. */
function chainOf({ world: { schedule }, entry: { index, start } }: Found): readonly number[] {
  if (start === undefined) return [];
  const isPhase = schedule.plan.network.summary[index] === 1;
  const last = isPhase ? lastTaskIn(schedule.plan, index) : index;
  const chain = last === undefined ? [] : reasonChain(schedule.plan, last).map(({ task }) => task);
  return isPhase ? [index, ...chain] : chain;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly finish: string;
  readonly why: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { head: { en: 'ID', zh: '编号' }, text: ({ id }) => id },
  { head: { en: 'Title', zh: '标题' }, text: ({ title }) => title },
  { head: { en: 'Start', zh: '开始' }, text: ({ start }) => start },
  { head: { en: 'Finish', zh: '完成' }, text: ({ finish }) => finish },
  { head: { en: 'Why', zh: '原因' }, text: ({ why }) => why },
];

function rowOf(schedule: ModelSchedule, index: number, tongue: Tongue): Row {
  const { item, start, finish } = schedule.at(index);
  return {
    id: item.id ?? '',
    title: item.title,
    start: dateText(iso(start)),
    finish: dateText(iso(finish)),
    why: reasonWords(schedule, index, tongue),
  };
}

function reasonWords(schedule: ModelSchedule, index: number, tongue: Tongue): string {
  const { plan } = schedule;
  const last = plan.network.summary[index] === 1 ? lastTaskIn(plan, index) : undefined;
  if (last === undefined) return whyOf(schedule, schedule.at(index), tongue) ?? '';
  const name = nameIn(schedule, last);
  return tongue === 'zh' ? `其中 ${name} 最后完成。` : `Of what is in it, ${name} finishes last.`;
}

/** The same as data; see `Reason`. */
function linkJson(schedule: ModelSchedule, index: number, tongue: Tongue): object {
  const { item, start, finish } = schedule.at(index);
  const reason = reasonOf(schedule.plan, index);
  return {
    id: item.id,
    title: item.title,
    start: iso(start),
    finish: iso(finish),
    ...(reason ? reasonJson(schedule, reason) : {}),
    why: reasonWords(schedule, index, tongue),
  };
}

function reasonJson(schedule: ModelSchedule, { kind, bound, item, link, passed, within }: Reason): object {
  const daysJson = ({ from, to, exception }: PassedDays): object => ({
    from: formatDay(from),
    to: formatDay(to),
    name: exception && schedule.calendars.exceptionName(exception.calendar, exception.exception),
  });
  return {
    cause: kind,
    bound: iso(bound),
    boundOf: nameIn(schedule, item),
    link: link && {
      from: nameIn(schedule, link.from),
      type: link.type,
      lag: link.lag,
      lagUnit: link.lagUnit,
      at: iso(link.at),
      afterLag: iso(link.afterLag),
      person: link.resource === undefined ? undefined : personIn(schedule, link.resource),
    },
    freeDaysBefore: passed.map(daysJson),
    freeDaysWithin: within.map(daysJson),
  };
}

/** Who is waited for where the plan is levelled: the id, or else the name. */
function personIn({ model, people }: ModelSchedule, resource: number): string {
  const { id, title } = model.items[people.persons[resource]!]!;
  return id ?? title;
}
