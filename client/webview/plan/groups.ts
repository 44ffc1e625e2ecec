import type {
  BarType,
  Timeline,
  TimelineBar,
  TimelinePerson,
  TimelineRequirement,
} from '../../../server/src/ide/timeline/types';
import type { Grouping } from '../messages';
import type { Plan } from './plan';
import type { Message, Texts } from '../texts';

/** Bars under one heading, whose row may be a lane of its own: a person's load, a requirement's thread. */
export interface Group {
  /** Never the key of a bar: bars' keys hold no line break. */
  readonly key: string;
  readonly title: string;
  readonly id: string | undefined;
  /** Indexes. */
  readonly bars: readonly number[];
  readonly person?: TimelinePerson;
  readonly requirement?: TimelineRequirement;
}

type Mode = Exclude<Grouping, 'text'>;

/** The groups of a plan; `kept` are the bars that pass the filter. A bar with two people stands under both. */
export function groupsOf(plan: Plan, mode: Mode, kept: Uint8Array | undefined, texts: Texts): readonly Group[] {
  const { timeline, holds } = plan;
  const members = new Map<string, number[]>();
  timeline.bars.forEach((bar, index) => {
    if (holds[index] === 1 || !grouped.has(bar.type) || kept?.[index] === 0) return;
    for (const name of namesOf[mode](bar, timeline)) {
      const others = members.get(name);
      if (others) others.push(index);
      else members.set(name, [index]);
    }
  });
  const known = headings[mode](timeline, texts);
  const names = new Set(known.map(({ name }) => name));
  const unknown = [...members.keys()]
    .filter((name) => name !== '' && !names.has(name))
    .map((name) => ({ name, title: name }));
  const rest = { name: '', title: texts.t(without[mode]) };
  return [...known, ...unknown, rest].flatMap(({ name, ...heading }): Group[] => {
    const bars = members.get(name) ?? [];
    // A requirement without anything is what its lane is there to show.
    const isShown = bars.length > 0 || ('requirement' in heading && kept === undefined);
    return isShown ? [{ id: undefined, ...heading, key: groupKey(`${mode} ${name}`), bars }] : [];
  });
}

export const groupKey = (name: string): string => `\n${name}`;
export const isGroupKey = (key: string): boolean => key.startsWith('\n');

/** Phases are told by what is in them, cadences and risks are nobody's work. */
const grouped: ReadonlySet<BarType> = new Set<BarType>(['task', 'milestone', 'deliverable', 'signoff']);

const orNone = (names: readonly string[] | undefined): readonly string[] => (names && names.length > 0 ? names : ['']);

const namesOf: Readonly<Record<Mode, (bar: TimelineBar, timeline: Timeline) => readonly string[]>> = {
  milestone: ({ milestone }, { bars }) => [milestone === undefined ? '' : bars[milestone]!.key],
  person: ({ assignees }) => orNone(assignees),
  requirement: ({ requirements }) => orNone(requirements),
  priority: ({ priority }) => [priority ?? ''],
  status: ({ status }) => [status ?? ''],
};

const without: Readonly<Record<Mode, Message>> = {
  milestone: 'No milestone',
  person: 'Nobody',
  requirement: 'No requirement',
  priority: 'No priority',
  status: 'No status',
};

type Heading = Omit<Group, 'key' | 'bars' | 'id'> & { readonly name: string; readonly id?: string };

const headings: Readonly<Record<Mode, (timeline: Timeline, texts: Texts) => readonly Heading[]>> = {
  milestone: ({ bars }) =>
    bars
      .filter(({ type }) => type === 'milestone')
      .toSorted((a, b) => (a.finish ?? Infinity) - (b.finish ?? Infinity))
      .map(({ key, id, title }) => ({ name: key, title: title || key, ...(id === undefined ? {} : { id }) })),
  person: ({ people }) =>
    people.map((person) => ({ name: person.id, id: person.id, title: person.title || person.id, person })),
  requirement: ({ requirements }) =>
    requirements.map((requirement) => ({
      name: requirement.id,
      id: requirement.id,
      title: requirement.title || requirement.id,
      requirement,
    })),
  priority: (timeline) => words(timeline, 'priority', ['must', 'should', 'could', 'wont']),
  status: (timeline) => words(timeline, 'status', ['blocked', 'doing', 'todo', 'done']),
};

/** The usual values first, then whatever a team has added. */
function words({ words: names }: Timeline, family: string, first: readonly string[]): readonly Heading[] {
  const keys = Object.keys(names).flatMap((name) =>
    name.startsWith(`${family}/`) ? [name.slice(family.length + 1)] : [],
  );
  return [...new Set([...first, ...keys])].map((name) => ({ name, title: names[`${family}/${name}`] ?? name }));
}
