import type { PlanMinute } from '../../kinds/time';
import { placeOfHead, type Item } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';
import { driverOf } from '../../schedule/network/schedule';
import type { ModelCheck, ModelFinding } from '../check';
import { calling, inBoth } from '../wording';
import { lastDayWords, workBetween } from './dates';

/** What should have started or been reached by the status date, and nothing says that it was. */
export const overdue: ModelCheck = {
  code: 'plan/overdue',
  severity: 'warning',
  find: (_, { schedule }) => {
    const { statusDate } = schedule.plan.network.spec;
    if (statusDate === undefined || !schedule.anchored) return [];
    const findings: ModelFinding[] = [];
    schedule.scheduled.forEach((item, index) => {
      if (isOverdue(schedule, index, statusDate)) findings.push(finding(item, schedule, index, statusDate));
    });
    return findings;
  },
};

/**
 * A milestone is overdue when its date has passed; a task when only the status date keeps it from starting in the past, or
 * when it began so long ago that it should have finished.
 */
function isOverdue(schedule: ModelSchedule, index: number, statusDate: PlanMinute): boolean {
  const { facts, plan } = schedule;
  const { type, progress, actualStart, actualFinish, deadline, estimated } = facts[index]!;
  if (type === 'phase' || progress === 1 || actualFinish !== undefined || plan.network.summary[index] === 1)
    return false;
  if (type === 'milestone') return actualStart === undefined && deadline !== undefined && deadline <= statusDate;
  if (!estimated) return false;
  if (!hasBegun(schedule, index)) return driverOf(plan, index).kind === 'status-date';
  const { duration } = plan.network.spec.tasks[index]!;
  return workBetween(schedule, index, plan.start[index]!, statusDate) >= duration;
}

function hasBegun({ facts }: ModelSchedule, index: number): boolean {
  const { progress = 0, actualStart } = facts[index]!;
  return progress > 0 || actualStart !== undefined;
}

const finding = (item: Item, schedule: ModelSchedule, index: number, statusDate: PlanMinute): ModelFinding => ({
  place: placeOfHead(item),
  id: item.id,
  message: inBoth((tongue) => {
    const [en, zh] = wordsFor(schedule, index);
    const day = lastDayWords(statusDate);
    return tongue === 'zh'
      ? `到状态日期 ${day}，${calling(item, 'zh')} ${zh}`
      : `By the status date ${day}, ${calling(item, 'en')} ${en}`;
  }),
});

function wordsFor(schedule: ModelSchedule, index: number): readonly [en: string, zh: string] {
  if (schedule.facts[index]!.type === 'milestone')
    return ['should have been reached, but no actual date says so.', '应已达成，但没有记录实际日期。'];
  return hasBegun(schedule, index)
    ? ['should have been finished; what is left moves behind it.', '应已完成；剩余工作顺延到其后。']
    : ['should have started, but no progress says so.', '应已开始，但没有记录进度。'];
}
