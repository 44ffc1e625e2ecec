/** Dates of what is drawn beside the plan: deliverables, sign-offs, cadences and the reviews of risks. */
import { valueOf } from '../../kinds/facts';
import type { LinkRole } from '../../kinds/table';
import type { PlanMinute } from '../../kinds/time';
import type { Item, Model } from '../../model/model';
import type { ModelSchedule } from '../../schedule/fromModel';
import type { BarType, TimelineBar } from './types';
import { dateOf } from './dateOf';
import { occurrencesOf } from './occurrences';
import { reachedAt } from './promised';

export interface Dates {
  readonly start: PlanMinute | undefined;
  readonly finish: PlanMinute | undefined;
}

type Part = Pick<TimelineBar, 'start' | 'finish' | 'occurrences' | 'promised'>;

/** Where the item stands on the time axis; nothing when nothing gives it a date. */
export function besideDates(model: Model, schedule: ModelSchedule, item: Item, type: BarType): Part {
  if (type === 'cadence') return cadencePart(model, schedule, item);
  if (type === 'deliverable') return deliverablePart(model, schedule, item);
  return moment(
    type === 'signoff' ? (dateOf(item, 'date') ?? finishOfTargets(model, schedule, item)) : dateOf(item, 'review'),
  );
}

const moment = (at: PlanMinute | undefined): Part => (at === undefined ? {} : { start: at, finish: at });

/** The first milestone that delivers it, else the end of the work on it, else the date that was promised. */
function deliverablePart(model: Model, schedule: ModelSchedule, item: Item): Part {
  const delivered =
    oneOf(Math.min, finishesOfSources(model, schedule, item, 'delivery')) ??
    oneOf(Math.max, finishesOfSources(model, schedule, item, 'realization'));
  if (delivered !== undefined) return moment(delivered);
  const due = dateOf(item, 'due');
  return due === undefined ? {} : { ...moment(due), promised: true };
}

const finishesOfSources = (model: Model, schedule: ModelSchedule, item: Item, role: LinkRole): readonly PlanMinute[] =>
  finishesOf(
    model,
    schedule,
    model.incoming(item.index).flatMap(({ from, field }) => (field.link?.role === role ? [from] : [])),
  );

/** A sign-off is expected when the last of what it accepts is there. */
const finishOfTargets = (model: Model, schedule: ModelSchedule, item: Item): PlanMinute | undefined =>
  oneOf(
    Math.max,
    finishesOf(
      model,
      schedule,
      model.outgoing(item.index).flatMap(({ to, field }) => (field.link?.role === 'acceptance' ? [to] : [])),
    ),
  );

const finishesOf = (model: Model, schedule: ModelSchedule, items: readonly number[]): readonly PlanMinute[] =>
  items.flatMap((index) => reachedAt(model, schedule, index) ?? []);

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
