/** Dates of what is drawn beside the plan: deliverables, sign-offs, cadences and the reviews of risks. */
import { valueOf } from '../../kinds/facts';
import type { LinkRole } from '../../kinds/table';
import { MINUTES_PER_DAY, type PlanMinute } from '../../kinds/time';
import type { Item, Model } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';
import { dueOf } from '../../schedule/taskFacts';
import type { BarType, TimelineBar } from './types';
import { occurrencesOf } from './occurrences';

export interface Dates {
  readonly start: PlanMinute | undefined;
  readonly finish: PlanMinute | undefined;
}

type Part = Pick<TimelineBar, 'start' | 'finish' | 'occurrences'>;

/** Where the item stands on the time axis; nothing when nothing gives it a date. */
export function besideDates(model: Model, schedule: ModelSchedule, item: Item, type: BarType): Part {
  if (type === 'cadence') return cadencePart(model, schedule, item);
  const at =
    type === 'deliverable'
      ? deliveredAt(model, schedule, item)
      : type === 'signoff'
        ? (dateOf(item, 'date') ?? finishOfTargets(model, schedule, item))
        : dateOf(item, 'review');
  return at === undefined ? {} : { start: at, finish: at };
}

/** The first milestone that delivers it, else the end of the work on it, else the date that was promised. */
const deliveredAt = (model: Model, schedule: ModelSchedule, item: Item): PlanMinute | undefined =>
  oneOf(Math.min, finishesOfSources(model, schedule, item, 'delivery')) ??
  oneOf(Math.max, finishesOfSources(model, schedule, item, 'realization')) ??
  dueOf(item);

/** A date without a time stands at noon of its day, so that its mark is inside the day's column. */
function dateOf(item: Item, key: string): PlanMinute | undefined {
  const value = valueOf(item, key);
  return value?.type === 'date' ? value.day * MINUTES_PER_DAY + MINUTES_PER_DAY / 2 : undefined;
}

const finishesOfSources = (model: Model, schedule: ModelSchedule, item: Item, role: LinkRole): readonly PlanMinute[] =>
  finishesOf(
    schedule,
    model.incoming(item.index).flatMap(({ from, field }) => (field.link?.role === role ? [from] : [])),
  );

/** A sign-off is expected when the last of what it accepts is there. */
const finishOfTargets = (model: Model, schedule: ModelSchedule, item: Item): PlanMinute | undefined =>
  oneOf(
    Math.max,
    finishesOf(
      schedule,
      model.outgoing(item.index).flatMap(({ to, field }) => (field.link?.role === 'acceptance' ? [to] : [])),
    ),
  );

const finishesOf = (schedule: ModelSchedule, items: readonly number[]): readonly PlanMinute[] =>
  items.flatMap((index) => schedule.of(index)?.finish ?? []);

const oneOf = (choose: typeof Math.max, finishes: readonly PlanMinute[]): PlanMinute | undefined =>
  finishes.length === 0 ? undefined : choose(...finishes);

/** From the first to the last time within its phase, or else within the project. */
function cadencePart(model: Model, schedule: ModelSchedule, item: Item): Part {
  const every = valueOf(item, 'every');
  const span = spanOf(model, schedule, item);
  if (every?.type !== 'recurrence' || !span) return {};
  const calendar = schedule.plan.network.calendars[schedule.calendars.project]!;
  const occurrences = occurrencesOf(every, span.start, span.finish, (day) => calendar.workOn(day) > 0);
  return occurrences.length === 0 ? {} : { start: occurrences[0]!, finish: occurrences.at(-1)!, occurrences };
}

function spanOf(model: Model, schedule: ModelSchedule, item: Item): { start: number; finish: number } | undefined {
  const during = model.outgoing(item.index).find(({ field }) => field.key === 'during');
  const phase = during && schedule.of(during.to);
  if (phase)
    return phase.start === undefined || phase.finish === undefined
      ? undefined
      : { start: phase.start, finish: phase.finish };
  const { project } = schedule;
  const period = project && valueOf(project, 'period');
  const given = period?.type === 'period' ? period : undefined;
  const { projectStart, projectFinish } = schedule.plan;
  const start = given?.from ?? projectStart;
  const finish = given?.to ?? projectFinish;
  return start < finish ? { start, finish } : undefined;
}
