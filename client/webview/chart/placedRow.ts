import type { TimelineBar } from '../../../server/src/ide/timeline/types';
import { isDated } from '../plan/plan';
import type { Row } from '../plan/rows';
import type { Texts } from '../texts';
import { besideText, type BesideText } from './besideText';
import { dueFlag, rowBox, type Box, type TimeScale } from './geometry';

/** A row of the chart; one with a dated bar has its place, its due date's flag and the text beside it. */
export interface PlacedRow {
  readonly row: Row;
  readonly index: number;
  /** A link leaves from the bar's finish. */
  readonly hasLink: boolean;
  readonly bar?: TimelineBar;
  readonly box?: Box;
  readonly due?: number | undefined;
  readonly beside?: BesideText | undefined;
}

export type PlacedBar = PlacedRow & { readonly bar: TimelineBar; readonly box: Box };

export function placeRow({
  row,
  index,
  hasLink,
  x,
  width,
  nameOf,
  texts,
}: Pick<PlacedRow, 'row' | 'index' | 'hasLink'> & {
  readonly x: TimeScale;
  readonly width: number;
  readonly nameOf: (id: string) => string;
  readonly texts: Texts;
}): PlacedRow {
  const box = rowBox(row, index, x);
  const { bar } = row;
  if (!box || !bar || !isDated(bar)) return { row, index, hasLink };
  const due = dueFlag(bar, box, x);
  const beside = besideText({ bar, box, due, reach: furthest(bar, x), width, hasLink, nameOf, texts });
  return { row, index, hasLink, bar, box, due, beside };
}

/** Would both be drawn the same? */
export const isSameRow = (a: Row, b: Row): boolean =>
  a.key === b.key && a.bar === b.bar && a.group === b.group && a.expandable === b.expandable;

/** Pixels up to which the forecast is drawn behind a bar; the text beside it stands behind that. */
const furthest = ({ forecast }: TimelineBar, x: TimeScale): number =>
  forecast === undefined ? -Infinity : x(forecast);
