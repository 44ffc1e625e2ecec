import type { TimelineBar } from '../../server/src/ide/timeline.types';
import { isDated, isLate } from './plan';
import type { Texts } from './texts';

/** One line of a tooltip: "Start", "Mon, 5 Jan 2026, 09:00". */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly look?: 'late' | 'critical';
}

/** What there is to say about a bar, apart from its title. */
export function factsOf(bar: TimelineBar, texts: Texts): readonly Fact[] {
  return [...dates(bar, texts), ...promise(bar, texts), ...work(bar, texts)];
}

/** The facts as one sentence, for those who hear the picture. */
export const factsAsText = (bar: TimelineBar, texts: Texts): string =>
  [
    typeName(bar, texts),
    ...factsOf(bar, texts).map(({ label, value }) => (value ? `${label}: ${value}` : label)),
    ...(bar.why === undefined ? [] : [bar.why]),
  ].join('; ');

export const typeName = ({ type }: TimelineBar, { t }: Texts): string =>
  type === 'phase' ? t('Phase') : type === 'milestone' ? t('Milestone') : t('Task');

function dates(bar: TimelineBar, { t, dateTime, endDateTime }: Texts): readonly Fact[] {
  if (!isDated(bar)) return [{ label: t('No dates'), value: '' }];
  if (bar.type === 'milestone') return [{ label: t('Date'), value: dateTime(bar.finish) }];
  return [
    { label: t('Start'), value: dateTime(bar.start) },
    { label: t('Finish'), value: endDateTime(bar.finish) },
  ];
}

function promise(bar: TimelineBar, { t, endDateTime }: Texts): readonly Fact[] {
  if (bar.due === undefined) return [];
  const due: Fact = { label: t('Due'), value: endDateTime(bar.due) };
  return isLate(bar) ? [due, { label: t('Late: it finishes after it is due'), value: '', look: 'late' }] : [due];
}

function work(bar: TimelineBar, { t, percent }: Texts): readonly Fact[] {
  return [
    ...(bar.progress === undefined ? [] : [{ label: t('Progress'), value: percent(bar.progress) }]),
    ...(bar.assignees.length === 0 ? [] : [{ label: t('Assigned to'), value: bar.assignees.join(', ') }]),
    ...(bar.critical ? [{ label: t('On the critical path'), value: '', look: 'critical' as const }] : []),
  ];
}
