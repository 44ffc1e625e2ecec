/** Ways to let a bar end at an instant. */
import type { PlanMinute } from '../../../kinds/time';
import type { Text } from '../../../kinds/tongue';
import type { Lengths } from '../../../schedule/lengths';
import { inBoth } from '../../../checks/wording';
import { fieldOf } from '../../../kinds/facts';
import { dateWords } from '../../why';
import { durationOf, durationText, writeLength } from './lengths';
import { instantText, momentIn, writeMoment } from './moments';
import { refuse, type Aim, type Candidate, type Refusal, type Scene, type Ways } from './scene';
import { isWholeDay, ownWorkTimeOf, workTimeOf, type WorkTime } from './workTime';

/** An end that is written moves; otherwise the work gets longer or shorter. */
export function finishWays(scene: Scene, to: PlanMinute): Ways | Refusal {
  const work = workTimeOf(scene.world.schedule, scene.entry.index);
  const { start } = scene.entry;
  if (!work || start === undefined) return [];
  const minutes = work.between(start, to);
  if (!(minutes > 0)) return tooEarly(start);
  const ends = FIXED.filter((op) => momentIn(scene.item, 'end', op));
  return ends.length > 0 ? [endDate(scene, to, minutes, work)] : lengths(scene, to, work);
}

const FIXED = [undefined, '='] as const;

const tooEarly = (start: PlanMinute): Refusal =>
  refuse(
    `It starts on ${dateWords(start)}: it cannot end before any work is done.`,
    `它从 ${dateWords(start)} 开始，不能在有工作之前结束。`,
  );

/** An end typed by hand moves; if the start follows from it, the work grows with it, so that the bar is pulled and not moved. */
function endDate({ world, item }: Scene, to: PlanMinute, minutes: number, work: WorkTime): readonly Candidate[] {
  const aim: Aim = { of: 'finish', at: work.until(to), wholeDay: isWholeDay(to) };
  const date = instantText(to, 'finish');
  const label: Text = { en: `End on ${date}`, zh: `结束改为 ${date}` };
  const edits = FIXED.flatMap((op) => (momentIn(item, 'end', op) ? writeMoment(world.model, item, 'end', op, to) : []));
  const startIsWritten = FIXED.some((op) => momentIn(item, 'start', op));
  const isLong = !startIsWritten && fieldOf(item, 'duration') !== undefined;
  const pulled = isLong ? writeLength(world.model, item, 'duration', minutes, world.schedule.lengths) : [];
  return [{ way: 'date', label, edits: [...edits, ...pulled], aim }];
}

/** The duration that is written, or the effort, or else a duration. */
function lengths(scene: Scene, to: PlanMinute, work: WorkTime): Ways {
  const { item, entry, world } = scene;
  if (fieldOf(item, 'duration') || !fieldOf(item, 'effort')) return [longer(scene, 'duration', to, 1, work)];
  // Effort is what people do together, on their calendars; a duration runs on that of the task.
  return [
    longer(scene, 'effort', to, sharesOf(scene), work),
    longer(scene, 'duration', to, 1, ownWorkTimeOf(world.schedule, entry.index)),
  ];
}

/** The sum of the parts of those who work on it; one if nobody is named. */
function sharesOf({ world: { schedule, model }, entry }: Scene): number {
  const { assigned } = schedule.facts[entry.index]!;
  const sum = assigned.reduce(
    (total, { idNumber, share }) =>
      total + share * Math.max(1, schedule.people.behind(model.indexOfId(idNumber)).length),
    0,
  );
  return sum > 0 ? sum : 1;
}

/**
 * The first length puts the end where it should be unless work has begun, whose rest goes on after the status date: the second
 * corrects by how much of it is left.
 */
function longer(
  { world: { model, schedule }, item, entry }: Scene,
  key: 'duration' | 'effort',
  to: PlanMinute,
  shares: number,
  work: WorkTime,
): readonly Candidate[] {
  const { start = to, finish = to } = entry;
  const { progress = 0 } = schedule.facts[entry.index]!;
  const aim: Aim = { of: 'finish', at: work.until(to), wholeDay: isWholeDay(to) };
  const { duration } = schedule.plan.network.spec.tasks[entry.index]!;
  const corrected = progress > 0 && progress < 1 ? [duration + work.between(finish, aim.at) / (1 - progress)] : [];
  return [work.between(start, to), ...corrected].flatMap((minutes): Candidate[] => {
    const total = Math.round(minutes * shares);
    if (!(total > 0)) return [];
    const edits = writeLength(model, item, key, total, schedule.lengths);
    return [{ way: key, label: lengthWords(key, total, schedule.lengths), edits, aim }];
  });
}

const lengthWords = (key: 'duration' | 'effort', minutes: number, plan: Lengths): Text =>
  inBoth((tongue) => {
    const length = durationText(durationOf(minutes, 'd', false, plan), tongue);
    if (tongue === 'zh') return key === 'effort' ? `工作量 ${length}` : `工期 ${length}`;
    return key === 'effort' ? `Effort ${length}` : `Duration ${length}`;
  });
