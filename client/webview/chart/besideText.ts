import type { Box } from './geometry';
import type { DatedBar } from '../plan/plan';
import type { Texts } from '../texts';
import { linkReach } from './linkRoute';
import { longestFitting, textWidth } from './textWidth';

export interface BesideInput {
  readonly bar: DatedBar;
  readonly box: Box;
  /** Where the due date's flag stands, in pixels. */
  readonly due: number | undefined;
  /** Up to where something is drawn behind the bar, in pixels. */
  readonly reach: number;
  /** Pixels of the chart. */
  readonly width: number;
  /** A link leaves from the bar's finish. */
  readonly hasLink: boolean;
  /** A person's name, by id. */
  readonly nameOf: (id: string) => string;
  readonly texts: Texts;
}

const besideFontSize = 11;
const shortDate: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };

export interface BesideText {
  readonly x: number;
  /** Pixels at which it ends. */
  readonly end: number;
  readonly text: string;
}

/**
 * The text on the right of a bar, if there is room: who does it, or a milestone's date. Never over the due date's flag, and
 * behind it only if there is no room before: there a date would be taken for the due date.
 */
export function besideText({
  bar,
  box,
  due,
  reach,
  width,
  hasLink,
  nameOf,
  texts,
}: BesideInput): BesideText | undefined {
  const start = box.right + (hasLink ? linkReach + 3 : 6);
  const free = Math.max(start, reach + 8);
  const behindDue = due === undefined || due < box.left - 10 ? free : Math.max(free, due + 13);
  const all = candidates(bar, nameOf, texts);
  const before = behindDue > free ? longestFitting(all, due! - free - 4, besideFontSize) : undefined;
  const x = before === undefined ? behindDue : free;
  const text = before ?? longestFitting(all, width - x - 4, besideFontSize);
  return text === undefined || x < 0 ? undefined : { x, end: x + textWidth(text, besideFontSize), text };
}

/** From long to short. Names of phases would repeat those of their tasks. */
function candidates(
  { type, finish, forecast, assignees = [] }: DatedBar,
  nameOf: (id: string) => string,
  { t, format, list }: Texts,
): readonly string[] {
  if (moments.has(type)) {
    const date = format(finish, shortDate);
    // An end at midnight belongs to the day before.
    const likely = forecast === undefined ? date : format(forecast - 1, shortDate);
    return likely === date ? [date] : [t('{0} (80 %: {1})', date, likely), date];
  }
  const [first, ...others] = assignees;
  if (type !== 'task' || first === undefined) return [];
  const more = others.length === 0 ? '' : ` +${others.length}`;
  return [list(assignees.map(nameOf)), `${nameOf(first)}${more}`, `${first}${more}`];
}

const moments: ReadonlySet<DatedBar['type']> = new Set(['milestone', 'deliverable', 'signoff', 'risk'] as const);
