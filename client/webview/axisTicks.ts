import type { PlanMinute } from '../../server/src/ide/timeline.types';
import type { Texts } from './texts';
import { longestFitting, textWidth } from './textWidth';
import { timeUnits, unitNamed, type LabelFormat, type TimeUnit, type UnitName } from './timeUnits';
import type { Zoom } from './zoom';

/** One column of a level of the axis. */
export interface Tick {
  readonly start: PlanMinute;
  readonly end: PlanMinute;
  /** Empty if no text fits. */
  readonly label: string;
}

export interface AxisTicks {
  /** The unit of the lower level: what one column is. */
  readonly unit: UnitName;
  readonly upper: readonly Tick[];
  readonly lower: readonly Tick[];
}

export const axisFontSize = 11;
const padding = 10;

/** The two levels of the axis: below, the finest unit whose names fit into their columns; above, the unit that groups it. */
export function axisTicks(zoom: Zoom, width: number, texts: Texts): AxisTicks {
  const unit = timeUnits.find((candidate) => shortestFits(candidate, zoom, texts)) ?? unitNamed('decade');
  const format = unit.formats.find((candidate) => fits(unit, candidate, zoom, texts)) ?? unit.formats.at(-1)!;
  const upper = unitNamed(unit.upper);
  const right = zoom.left + width / zoom.scale;
  return {
    unit: unit.name,
    lower: columns(unit, zoom.left, right).map((column) => ({
      ...column,
      label: labelOf(column.start, format, texts),
    })),
    upper:
      upper === unit
        ? []
        : columns(upper, zoom.left, right).map((column) => ({
            ...column,
            label: visibleLabel(upper, column, zoom, right, texts),
          })),
  };
}

interface Column {
  readonly start: PlanMinute;
  readonly end: PlanMinute;
}

function columns(unit: TimeUnit, from: PlanMinute, to: PlanMinute): readonly Column[] {
  const found: Column[] = [];
  for (let start = unit.floor(from); start < to; start = unit.next(start)) found.push({ start, end: unit.next(start) });
  return found;
}

const shortestFits = (unit: TimeUnit, zoom: Zoom, texts: Texts): boolean =>
  // A letter for a month is a last resort, not a reason to stay with months.
  unit.formats.some((format) => !isNarrow(format) && fits(unit, format, zoom, texts));

const isNarrow = (format: LabelFormat): boolean => typeof format === 'object' && format.month === 'narrow';

/** Judged on two samples, a wide one and one that may differ in its number of digits. */
function fits(unit: TimeUnit, format: LabelFormat, { scale }: Zoom, texts: Texts): boolean {
  const samples = [unit.floor(sample('2026-09-23')), unit.floor(sample('2026-11-30'))];
  const widest = Math.max(...samples.map((start) => textWidth(labelOf(start, format, texts), axisFontSize)));
  return widest + padding <= unit.minutes * scale;
}

const sample = (date: string): PlanMinute => Date.parse(`${date}T12:00Z`) / 60_000;

/** The longest name that fits into what can be seen of the column. */
function visibleLabel(
  unit: TimeUnit,
  { start, end }: Column,
  { left, scale }: Zoom,
  right: PlanMinute,
  texts: Texts,
): string {
  const seen = (Math.min(end, right) - Math.max(start, left)) * scale;
  const names = unit.formats.filter((format) => !isNarrow(format) && !isDayOnly(format));
  return (
    longestFitting(
      names.map((format) => labelOf(start, format, texts)),
      seen - padding,
      axisFontSize,
    ) ?? ''
  );
}

/** "5" alone says too little in the upper level. */
const isDayOnly = (format: LabelFormat): boolean =>
  typeof format === 'object' && 'day' in format && !('month' in format);

function labelOf(start: PlanMinute, format: LabelFormat, texts: Texts): string {
  const date = new Date(start * 60_000);
  if (format === 'quarter') return texts.t('Q{0}', Math.floor(date.getUTCMonth() / 3) + 1);
  if (format === 'decade') return `${date.getUTCFullYear()}–${date.getUTCFullYear() + 9}`;
  // A bare day is a number in every language, without a suffix such as "日" that would crowd the axis.
  if (isDayOnly(format) && !('weekday' in format)) return String(date.getUTCDate());
  return texts.format(start, format);
}
