/** A forecast as plain data for other programs; `schemas/schedule.schema.json` describes it. */
import type { Forecast, DateForecast } from '../schedule/forecast/forecast';
import type { Uncounted } from '../schedule/forecast/threats';
import type { ModelSchedule } from '../schedule/fromModel';
import { iso } from './scheduleJson';

/** What many runs of a plan say. Shares are from 0 to 1. */
export interface ExportedForecast {
  /** Root of the project that it is of. */
  readonly project: string;
  /** 0 if nothing in the plan is uncertain: then it is the plan itself, and there are no dates here. */
  readonly runs: number;
  readonly seed: number;
  /** Tasks whose estimate varies, and risks that may delay something. */
  readonly uncertainTasks: number;
  readonly risks: number;
  readonly uncountedRisks: readonly {
    readonly id: string | undefined;
    readonly title: string;
    readonly why: Uncounted;
  }[];
  /** Of the project, then of each milestone that is not reached. */
  readonly dates: readonly ExportedDate[];
  /** Tasks and milestones that were critical in some run, the most critical first. */
  readonly criticality: readonly { readonly id: string | undefined; readonly title: string; readonly share: number }[];
}

export interface ExportedDate {
  readonly type: 'project' | 'milestone';
  readonly id: string | undefined;
  readonly title: string;
  readonly planned: string | undefined;
  readonly due: string | undefined;
  readonly p50: string | undefined;
  readonly p80: string | undefined;
  readonly p95: string | undefined;
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  /** Share of the runs in which the planned date is kept, and the date when it is due. */
  readonly asPlanned: number;
  readonly onTime: number | undefined;
}

export function exportForecast(project: string, schedule: ModelSchedule, forecast: Forecast): ExportedForecast {
  const { runs, seed, spreads, threats, milestones, criticality } = forecast;
  return {
    project,
    runs,
    seed,
    uncertainTasks: spreads,
    risks: threats.counted.length,
    uncountedRisks: threats.uncounted.map(({ risk: { id, title }, why }) => ({ id, title, why })),
    dates: [
      ...(forecast.project ? [dateOf('project', schedule.project ?? NAMELESS, forecast.project)] : []),
      ...[...milestones].map(([index, date]) => dateOf('milestone', schedule.scheduled[index]!, date)),
    ],
    criticality: schedule.scheduled
      .map(({ id, title }, index) => ({ id, title, share: criticality[index]! }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share),
  };
}

interface Named {
  readonly id: string | undefined;
  readonly title: string;
}

const NAMELESS: Named = { id: undefined, title: '' };

function dateOf(
  type: ExportedDate['type'],
  { id, title }: Named,
  { planned, due, p50, p80, p95, earliest, latest, asPlanned, onTime }: DateForecast,
): ExportedDate {
  const dates = { planned: iso(planned), due: iso(due), p50: iso(p50), p80: iso(p80), p95: iso(p95) };
  return { type, id, title, ...dates, earliest: iso(earliest), latest: iso(latest), asPlanned, onTime };
}
