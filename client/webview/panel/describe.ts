import type { TimelineBar } from '../../../server/src/ide/timeline/types';
import { isDated, isLate, type Glossary } from '../plan/plan';
import type { Message, Texts } from '../texts';

/** One line of a tooltip: "Start", "Mon, 5 Jan 2026, 09:00". */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly look?: 'late' | 'critical';
}

/** What there is to say about a bar, apart from its title. */
export function factsOf(glossary: Glossary, bar: TimelineBar, texts: Texts): readonly Fact[] {
  return [
    ...dates(bar, texts),
    ...promise(bar, texts),
    ...work(glossary, bar, texts),
    ...room(glossary, bar, texts),
    ...other(bar, texts),
  ];
}

/** The facts as one sentence, for those who hear the picture. */
export const factsAsText = (glossary: Glossary, bar: TimelineBar, texts: Texts): string =>
  [
    typeName(bar, texts),
    ...factsOf(glossary, bar, texts).map(({ label, value }) => (value ? `${label}: ${value}` : label)),
    ...(bar.why === undefined ? [] : [bar.why]),
  ].join('; ');

const types: Readonly<Record<TimelineBar['type'], Message>> = {
  phase: 'Phase',
  task: 'Task',
  milestone: 'Milestone',
  deliverable: 'Deliverable',
  signoff: 'Sign-off',
  cadence: 'Cadence',
  risk: 'Risk',
};

export const typeName = ({ type }: TimelineBar, { t }: Texts): string => t(types[type]);

const moments: Partial<Record<TimelineBar['type'], Message>> = {
  milestone: 'Date',
  deliverable: 'Delivered',
  signoff: 'Date',
  risk: 'Review',
};

function dates(bar: TimelineBar, { t, dateTime, endDateTime, date }: Texts): readonly Fact[] {
  if (bar.promised) return [];
  const moment = moments[bar.type];
  if (!isDated(bar)) return [{ label: t('No dates'), value: '' }];
  if (bar.type === 'signoff' || bar.type === 'risk') return [{ label: t(moment!), value: date(bar.finish) }];
  if (moment) return [{ label: t(moment), value: endDateTime(bar.finish) }];
  const times = bar.occurrences ? [{ label: t('Times'), value: String(bar.occurrences.length) }] : [];
  return [
    { label: bar.occurrences ? t('First') : t('Start'), value: dateTime(bar.start) },
    { label: bar.occurrences ? t('Last') : t('Finish'), value: endDateTime(bar.finish) },
    ...times,
  ];
}

function promise(bar: TimelineBar, { t, endDateTime }: Texts): readonly Fact[] {
  if (bar.due === undefined) return [];
  const due: Fact = { label: t('Due'), value: endDateTime(bar.due) };
  return isLate(bar) ? [due, { label: t('Late: it finishes after it is due'), value: '', look: 'late' }] : [due];
}

function work({ words, nameOf }: Glossary, bar: TimelineBar, { t, percent, list }: Texts): readonly Fact[] {
  const { status, progress, assignees, critical } = bar;
  return [
    ...(status === undefined ? [] : [{ label: t('Status'), value: words[`status/${status}`] ?? status }]),
    ...(progress === undefined ? [] : [{ label: t('Progress'), value: percent(progress) }]),
    ...(assignees === undefined ? [] : [{ label: t('Assigned to'), value: list(assignees.map(nameOf)) }]),
    ...(critical ? [{ label: t('On the critical path'), value: '', look: 'critical' as const }] : []),
  ];
}

/** How far it may slip, and how far it probably will. */
function room({ dayLength }: Glossary, { slack, critical, forecast }: TimelineBar, texts: Texts): readonly Fact[] {
  const { t, number, endDateTime } = texts;
  const days = (minutes: number): string => t('{0} d', number(minutes / dayLength));
  return [
    ...(slack === undefined || (critical && slack === 0) ? [] : [{ label: t('Total slack'), value: days(slack) }]),
    ...(forecast === undefined ? [] : [{ label: t('80 % certain by'), value: endDateTime(forecast) }]),
  ];
}

function other({ baselines = [], requirements }: TimelineBar, { t, date, endDate, list }: Texts): readonly Fact[] {
  return [
    ...baselines.map(({ name, start, finish }) => ({
      label: name === undefined ? t('Baseline') : t('Baseline {0}', name),
      value: `${date(start)} – ${endDate(finish)}`,
    })),
    ...(requirements === undefined ? [] : [{ label: t('Requirements'), value: list(requirements) }]),
  ];
}
