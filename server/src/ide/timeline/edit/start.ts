/** Ways to put a bar where it starts at an instant. */
import { inBoth } from '../../../checks/wording';
import { dayOf, MINUTES_PER_DAY, type PlanMinute } from '../../../kinds/time';
import type { Text } from '../../../kinds/tongue';
import type { Duration } from '../../../kinds/value';
import { reasonChain, reasonOf, type LinkReason } from '../../../schedule/network/why';
import { toMinutes, toTicks } from '../../../schedule/calendar/ticks';
import { durationOf, durationText } from './lengths';
import { dependencyOf, writeLag, type WrittenDependency } from './dependencies';
import { instantText, momentIn, writeMoment } from './moments';
import type { Aim, Candidate, Scene, Ways } from './scene';
import { isWholeDay, lengthOf, workTimeOf, type WorkTime } from './workTime';

/**
 * A date that is written moves. What is computed may get a limit, another lag on the link that drives it, or go where a
 * predecessor takes it.
 */
export function startWays(scene: Scene, to: PlanMinute): Ways {
  const work = workTimeOf(scene.world.schedule, scene.entry.index);
  if (!work) return [];
  const own = ownDate(scene, to, work);
  return own.length > 0 ? [own] : [limits(scene, to, work), lags(scene, to, work), predecessors(scene, to, work)];
}

const startAim = (to: PlanMinute, work: WorkTime): Aim => ({
  of: 'start',
  at: work.from(to),
  wholeDay: isWholeDay(to),
});

/** Dates typed by hand decide alone. Two of them move together, so that the bar keeps its length. */
function ownDate(scene: Scene, to: PlanMinute, work: WorkTime): readonly Candidate[] {
  const { item, world } = scene;
  const starts = FIXED.filter((op) => momentIn(item, 'start', op));
  const ends = FIXED.filter((op) => momentIn(item, 'end', op));
  if (starts.length + ends.length === 0) return [];
  const edits = [
    ...starts.flatMap((op) => writeMoment(world.model, item, 'start', op, to)),
    ...ends.flatMap((op) => writeMoment(world.model, item, 'end', op, endFor(scene, to, work))),
  ];
  return [{ way: 'date', label: starting(to), edits, aim: startAim(to, work) }];
}

const FIXED = [undefined, '='] as const;

/** Where the bar ends if it starts at an instant and keeps its length. */
function endFor({ entry }: Scene, to: PlanMinute, work: WorkTime): PlanMinute {
  const end = work.finish(work.from(to), lengthOf(entry, work));
  return isWholeDay(to) ? Math.ceil(end / MINUTES_PER_DAY) * MINUTES_PER_DAY : end;
}

const starting = (to: PlanMinute): Text => {
  const date = instantText(to, 'start');
  return { en: `Start on ${date}`, zh: `开始改为 ${date}` };
};

/** A limit that holds the bar now moves; otherwise it may not start earlier from now on. */
function limits(scene: Scene, to: PlanMinute, work: WorkTime): readonly Candidate[] {
  const { item, world } = scene;
  const aim = startAim(to, work);
  const date = instantText(to, 'start');
  const notBefore: Text = { en: `Not before ${date}`, zh: `不早于 ${date}` };
  const end = endFor(scene, to, work);
  const endDate = instantText(end, 'finish');
  return [
    ...(momentIn(item, 'end', '>=')
      ? [
          {
            way: 'constraint' as const,
            label: { en: `Not finished before ${endDate}`, zh: `完成不早于 ${endDate}` },
            edits: writeMoment(world.model, item, 'end', '>=', end),
            aim,
          },
        ]
      : []),
    {
      way: 'constraint',
      label: notBefore,
      edits: writeMoment(world.model, item, 'start', '>=', to),
      aim,
    },
  ];
}

/** Another lag on the link that drives the bar. */
function lags(scene: Scene, to: PlanMinute, work: WorkTime): readonly Candidate[] {
  const { item, entry, world } = scene;
  const link = reasonOf(world.schedule.plan, entry.index)?.link;
  const written = link && dependencyOf(world.schedule, link.link);
  if (!link || !written) return [];
  const start = drivenTo(scene, to, work);
  const target = link.type === 'FS' || link.type === 'SS' ? start : work.finish(start, lengthOf(entry, work));
  return lagsTo(scene, link, written, target).map((lag) => ({
    way: 'lag',
    label: lagWords(written, lag, written.item === item ? undefined : written.item.id),
    edits: writeLag(world.model, written, lag),
    aim: { of: 'start', at: start, wholeDay: isWholeDay(to) },
  }));
}

/** What drives a milestone brings it to the end of a day's work. */
const drivenTo = ({ entry }: Scene, to: PlanMinute, work: WorkTime): PlanMinute =>
  entry.type === 'milestone' && isWholeDay(to) ? work.until(to + MINUTES_PER_DAY) : work.from(to);

/** Lags that may lead from where a link leaves to an instant, the simplest first; in the time that is written already. */
function lagsTo(
  { world }: Scene,
  { at, link }: LinkReason,
  { value: { lag } }: WrittenDependency,
  target: PlanMinute,
): readonly Duration[] {
  const { schedule } = world;
  const { spec, calendars } = schedule.plan.network;
  const unit = lag?.type === 'duration' ? lag.unit : 'd';
  if (lag?.type === 'duration' && lag.elapsed) {
    const minutes = target - at;
    const days = Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY;
    return [days, minutes].map((each) => durationOf(each, unit, true, schedule.lengths));
  }
  const calendar = calendars[spec.tasks[spec.links[link]!.to]!.calendar]!;
  const minutes = toMinutes(calendar.worked(toTicks(target)) - calendar.worked(toTicks(at)));
  return [durationOf(minutes, unit, false, schedule.lengths)];
}

/** `of` is the phase around the bar in whose text the link stands. */
function lagWords({ value: { target } }: WrittenDependency, lag: Duration, of: string | undefined): Text {
  return inBoth((tongue) => {
    const size = durationText({ ...lag, amount: Math.abs(lag.amount) }, tongue);
    const words = LAG_WORDS[Math.sign(lag.amount)]![tongue].replace('{0}', target.id).replace('{1}', size);
    if (of === undefined) return words;
    return tongue === 'zh' ? `${of}：${words}` : `${of}: ${words}`;
  });
}

const LAG_WORDS: Readonly<Record<number, Text>> = {
  [-1]: { en: 'Lead of {1} on {0}', zh: '比 {0} 提前 {1}' },
  0: { en: 'No lag after {0}', zh: '紧接 {0}' },
  1: { en: 'Lag of {1} after {0}', zh: '在 {0} 之后延隔 {1}' },
};

/** How far up the chain of predecessors one is looked for that takes the bar along. */
const MOST_PREDECESSORS = 6;

/** Moves what drives the bar, or what drives that, by as much working time. */
function predecessors(scene: Scene, to: PlanMinute, work: WorkTime): readonly Candidate[] {
  const { entry, world } = scene;
  if (entry.start === undefined) return [];
  const start = drivenTo(scene, to, work);
  const minutes = work.between(entry.start, start);
  return reasonChain(world.schedule.plan, entry.index)
    .slice(1, MOST_PREDECESSORS + 1)
    .flatMap(({ task }) => movedAlong(scene, task, minutes))
    .map((candidate) => ({
      ...candidate,
      way: 'predecessor',
      aim: { of: 'start', at: start, wholeDay: isWholeDay(to) },
    }));
}

function movedAlong({ world }: Scene, task: number, minutes: number): readonly Candidate[] {
  const { schedule } = world;
  const entry = schedule.at(task);
  const { actualStart, actualFinish } = schedule.facts[task]!;
  const work = workTimeOf(schedule, task);
  if (!work || entry.start === undefined || (actualStart ?? actualFinish) !== undefined) return [];
  const to = wholeDayAt(work.shift(entry.start, minutes), work);
  const before: Scene = { world, item: entry.item, entry };
  const own = ownDate(before, to, work);
  const name = entry.item.id ?? entry.item.title;
  const date = instantText(to, 'start');
  const label: Text = { en: `Move ${name} to ${date}`, zh: `将 ${name} 移到 ${date}` };
  return (own.length > 0 ? own : limits(before, to, work)).map((candidate) => ({ ...candidate, label }));
}

/** The day, for its first working instant. */
function wholeDayAt(minute: PlanMinute, work: WorkTime): PlanMinute {
  const midnight = dayOf(minute) * MINUTES_PER_DAY;
  return work.from(midnight) === minute ? midnight : minute;
}
