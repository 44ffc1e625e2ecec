/** From where a bar is taken hold of and how far it is dragged, or from keys, to what that means for the plan. */
import type { Gesture, NonWorkingDays, PlanMinute, TimelineBar } from '../../../../server/src/ide/timeline/types';
import { isDated, type DatedBar } from '../../plan/plan';

/** What of a bar is taken hold of. */
export type Grip = 'move' | 'finish' | 'due' | 'progress' | 'link-start' | 'link-finish';

const minutesPerDay = 1440;
/** Pixels of an hour from which on bars snap to hours. */
const narrowestHour = 14;
/** Progress is dragged in steps of 5 %. */
const progressSteps = 20;

/** What bars snap to: days, or hours where they are wide enough to aim at. `scale` is in pixels per minute. */
const stepAt = (scale: number): number => (scale * 60 >= narrowestHour ? 60 : minutesPerDay);

/** What it means to drag a part of a bar by some minutes; undefined as long as that changes nothing. */
export function dragGesture(
  bar: TimelineBar,
  grip: 'move' | 'finish' | 'due' | 'progress',
  minutes: number,
  scale: number,
): Gesture | undefined {
  if (!isDated(bar)) return undefined;
  if (grip === 'progress') return progressGesture(bar, minutes / Math.max(1, bar.finish - bar.start), progressSteps);
  const step = stepAt(scale);
  const steps = Math.round(minutes / step);
  const from = edgeOf(bar, grip, step);
  return steps === 0 || from === undefined ? undefined : { kind: grip, key: bar.key, to: from + steps * step };
}

/** Where a part of a bar stands, as the beginning of the day (or hour) of a start, or the end of that of an end. */
function edgeOf({ start, finish, due }: DatedBar, part: 'move' | 'finish' | 'due', step: number): number | undefined {
  if (part === 'move') return Math.floor(start / step) * step;
  const end = part === 'finish' ? finish : due;
  return end === undefined ? undefined : Math.ceil(end / step) * step;
}

/** Progress that rises by a share, in whole steps between nothing and all. */
function progressGesture({ key, progress = 0 }: DatedBar, by: number, steps: number): Gesture | undefined {
  const to = Math.max(0, Math.min(1, Math.round((progress + by) * steps) / steps));
  return to === progress ? undefined : { kind: 'progress', key, to };
}

/** A link drawn from one end of a bar to another bar: to the end that is nearer to where it is dropped. */
export function linkGesture(
  from: TimelineBar,
  grip: 'link-start' | 'link-finish',
  to: TimelineBar,
  minute: PlanMinute,
): Gesture | undefined {
  if (from.key === to.key) return undefined;
  const isLateHalf = isDated(to) && to.finish > to.start && minute > (to.start + to.finish) / 2;
  const [start, finish] = isLateHalf ? (['SF', 'FF'] as const) : (['SS', 'FS'] as const);
  return { kind: 'link', key: from.key, to: to.key, type: grip === 'link-start' ? start : finish };
}

/** What a key means: `by` is -1 or 1. */
export interface EditKey {
  readonly part: 'move' | 'finish' | 'due' | 'progress';
  readonly by: -1 | 1;
}

/** Alt with arrows: left and right move the bar, with Shift its end; up and down change its progress, with Shift its promise. */
export function editKey({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyInput): EditKey | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return { part: shiftKey ? 'finish' : 'move', by: key === 'ArrowRight' ? 1 : -1 };
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return { part: shiftKey ? 'due' : 'progress', by: key === 'ArrowUp' ? 1 : -1 };
  return undefined;
}

/** L begins a link from the bar; which one waits for it is then chosen as rows are. */
export const isLinkKey = ({ key, altKey, ctrlKey, metaKey }: KeyInput): boolean =>
  key.toLowerCase() === 'l' && !altKey && !ctrlKey && !metaKey;

/** A pressed key, as the browser tells of it. */
export interface KeyInput {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The gesture that a key makes of the one before it: a day on (nobody stops on a free one), an hour, or a tenth of the work. */
export function stepGesture(
  bar: TimelineBar,
  before: Gesture | undefined,
  { part, by }: EditKey,
  scale: number,
  free: readonly NonWorkingDays[],
): Gesture | undefined {
  if (!isDated(bar)) return undefined;
  const known = before?.kind === part ? before.to : undefined;
  if (part === 'progress') {
    const from = typeof known === 'number' ? { ...bar, progress: known } : bar;
    return progressGesture(from, by / 10, 10) ?? before;
  }
  const step = stepAt(scale);
  // A promise that nobody has made yet is one for the end.
  const from = typeof known === 'number' ? known : (edgeOf(bar, part, step) ?? edgeOf(bar, 'finish', step)!);
  return { kind: part, key: bar.key, to: nextStop(from, step * by, part, free) };
}

/** An end at midnight belongs to the day that it closes. */
function nextStop(
  from: PlanMinute,
  step: number,
  part: 'move' | 'finish' | 'due',
  free: readonly NonWorkingDays[],
): PlanMinute {
  const dayOf = (minute: PlanMinute): number => Math.floor((part === 'move' ? minute : minute - 1) / minutesPerDay);
  let to = from + step;
  if (Math.abs(step) < minutesPerDay) return to;
  for (let run = holding(free, dayOf(to)); run; run = holding(free, dayOf(to)))
    to += (step < 0 ? run.from - 1 - dayOf(to) : run.to + 1 - dayOf(to)) * minutesPerDay;
  return to;
}

const holding = (free: readonly NonWorkingDays[], day: number): NonWorkingDays | undefined =>
  free.find(({ from, to }) => from <= day && day <= to);
