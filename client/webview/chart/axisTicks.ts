import type { PlanMinute } from '../../../server/src/ide/timeline/types';
import type { Texts } from '../texts';
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
  const right = zoom.left + width / zoom.scale;
  const unit = timeUnits.find((candidate) => shortestFits(candidate, zoom, texts)) ?? unitNamed('decade');
  const format = unit.formats.find((candidate) => fits(unit, candidate, zoom, texts)) ?? unit.formats.at(-1)!;
  const room = roomFor(unit, format, texts) / zoom.scale;
  // Of the coarsest columns only some have room for a name.
  const every = Math.max(1, Math.ceil(room / unit.minutes));
  const isNamed = (column: Column): boolean =>
    Math.round(column.start / unit.minutes) % every === 0 && isWhole(widened(column, room), zoom, right);
  const upper = unitNamed(unit.upper);
  return {
    unit: unit.name,
    lower: columns(unit, zoom.left, right).map((column) => ({
      ...column,
      label: isNamed(column) ? labelOf(column.start, format, texts) : '',
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

/** As long as the name in its middle. */
function widened({ start, end }: Column, room: number): Column {
  const more = Math.max(0, room - (end - start)) / 2;
  return { start: start - more, end: end + more };
}

/** A column at the edge keeps its name as long as about all of it can be seen, so that no name is cut. */
const isWhole = ({ start, end }: Column, { left, scale }: Zoom, right: PlanMinute): boolean =>
  (left - start) * scale < padding / 2 && (end - right) * scale < padding / 2;

const shortestFits = (unit: TimeUnit, zoom: Zoom, texts: Texts): boolean =>
  unit.formats.some((format) => fits(unit, format, zoom, texts));

const fits = (unit: TimeUnit, format: LabelFormat, { scale }: Zoom, texts: Texts): boolean =>
  roomFor(unit, format, texts) <= unit.minutes * scale;

/** Pixels that names take up. Judged on two samples, a wide one and one that may differ in its number of digits. */
function roomFor(unit: TimeUnit, format: LabelFormat, texts: Texts): number {
  const samples = [unit.floor(sample('2026-09-23')), unit.floor(sample('2026-11-30'))];
  const widest = Math.max(...samples.map((start) => textWidth(labelOf(start, format, texts), axisFontSize)));
  return widest + padding;
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
  const names = unit.groupFormats.map((format) => labelOf(start, format, texts));
  return longestFitting(names, seen - padding, axisFontSize) ?? '';
}

/** A bare day is a number in every language, without a suffix such as "日" that would crowd the axis. */
const isBareDay = (format: Intl.DateTimeFormatOptions): boolean =>
  'day' in format && !('month' in format) && !('weekday' in format);

function labelOf(start: PlanMinute, format: LabelFormat, texts: Texts): string {
  const date = new Date(start * 60_000);
  if (format === 'quarter') return texts.t('Q{0}', Math.floor(date.getUTCMonth() / 3) + 1);
  if (format === 'decade') return `${date.getUTCFullYear()}–${date.getUTCFullYear() + 9}`;
  if (isBareDay(format)) return String(date.getUTCDate());
  return texts.format(start, format);
}
