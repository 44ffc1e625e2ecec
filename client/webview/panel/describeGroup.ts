import type { Fact } from './describe';
import type { Group } from '../plan/groups';
import { isTooMuch, missingText } from '../chart/lanes';
import type { Texts } from '../texts';

/** Most days of too much work that are told one by one. */
const mostDays = 8;

/** What a group's lane shows, as facts. */
export function groupFacts(group: Group, texts: Texts): readonly Fact[] {
  const { t, date, list } = texts;
  const { requirement, person, bars } = group;
  const missing = requirement && missingText(requirement, texts);
  const tooMuch = (person?.load ?? []).filter(isTooMuch);
  const days = tooMuch
    .slice(0, mostDays)
    .map(({ from, to }) => [...new Set([from, to])].map((day) => date(day * 1440)).join(' – '));
  const knots = (requirement?.knots ?? []).map(({ title, finish }) => ({ label: date(finish), value: title }));
  return [
    { label: t('{0} items', bars.length), value: '' },
    ...knots,
    ...(missing === undefined ? [] : [{ label: missing, value: '', look: 'late' as const }]),
    ...(days.length === 0
      ? []
      : [
          {
            label: t('More work than time'),
            value: list(tooMuch.length > mostDays ? [...days, '…'] : days),
            look: 'late' as const,
          },
        ]),
  ];
}

/** The same as one sentence, for those who hear the picture. */
export const groupAsText = (group: Group, texts: Texts): string =>
  groupFacts(group, texts)
    .map(({ label, value }) => (value ? `${label}: ${value}` : label))
    .join('; ');
