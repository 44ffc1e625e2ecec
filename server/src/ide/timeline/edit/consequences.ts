/** What would follow from an edit, told from the worlds before and after it. */
import type { Finding } from '../../../checks/check';
import { dayWords, lastDayWords } from '../../../checks/plan/dates';
import type { Tongue } from '../../../kinds/tongue';
import { formatDay, dayOf } from '../../../kinds/time';
import type { ModelSchedule, ScheduledItem } from '../../../schedule/fromModel';
import { dateWords } from '../../why';
import type { World } from '../../world';
import type { Consequence, MovedBar } from '../types';
import { drawnItems } from '../items';
import { promisedAt } from '../promised';

/** An item of the plan, before and after. */
interface Pair {
  readonly before: ScheduledItem;
  readonly after: ScheduledItem;
}

/** Dates, the critical path and findings, as far as they change. The dragged bar itself is not told about: people see it. */
export function consequencesOf(before: World, after: World, dragged: number, tongue: Tongue): readonly Consequence[] {
  const pairs = pairsOf(before.schedule, after.schedule);
  const others = pairs.filter(({ before: { item } }) => item.index !== dragged);
  return [
    ...milestones(others, tongue),
    ...projectEnd(before.schedule, after.schedule, tongue),
    ...tasks(others, tongue),
    ...critical(pairs, tongue),
    ...findings(before.findings, after.findings, tongue),
  ];
}

/** Bars that would stand elsewhere, the dragged one first, then in the order of the text. */
export function movedBars(before: World, after: World, dragged: number): readonly MovedBar[] {
  const keys = new Map(drawnItems(before.model).map(({ item, key }) => [item.index, key]));
  return pairsOf(before.schedule, after.schedule)
    .map((pair) => ({ before: placed(before, pair.before), after: placed(after, pair.after) }))
    .filter((pair) => hasMoved(pair))
    .toSorted((a, b) => Number(b.before.item.index === dragged) - Number(a.before.item.index === dragged))
    .slice(0, MOST_MOVED)
    .flatMap(({ before: { item }, after: { start, finish } }) => {
      const key = keys.get(item.index);
      return key === undefined || start === undefined || finish === undefined ? [] : [{ key, start, finish }];
    });
}

/** With the dates at which it is drawn. */
function placed({ model, schedule }: World, entry: ScheduledItem): ScheduledItem {
  const at = promisedAt(model, schedule, entry);
  return at === undefined ? entry : { ...entry, start: at, finish: at };
}

/** More outlines than this nobody can look at. */
const MOST_MOVED = 200;

/** An edit of fields makes no item and takes none, so both plans have the same items in the same order. */
const pairsOf = (before: ModelSchedule, after: ModelSchedule): readonly Pair[] =>
  before.items().flatMap((item, index) => {
    const other = after.items()[index];
    return other ? [{ before: item, after: other }] : [];
  });

const hasMoved = ({ before, after }: Pair): boolean => before.start !== after.start || before.finish !== after.finish;

const nameOf = ({ item }: ScheduledItem): string => item.id ?? item.title;

const look = (before: number | undefined, after: number | undefined): Consequence['look'] =>
  before === undefined || after === undefined ? 'neutral' : after > before ? 'worse' : 'better';

/** Milestones that are named one by one. */
const MOST_NAMED = 3;

function milestones(pairs: readonly Pair[], tongue: Tongue): readonly Consequence[] {
  const moved = pairs.filter((pair) => pair.before.type === 'milestone' && hasMoved(pair));
  const named = moved.slice(0, MOST_NAMED).map((pair): Consequence => {
    const { start } = pair.after;
    const date = start === undefined ? '?' : dayAndTime(pair.before.start, start);
    const text = tongue === 'zh' ? `${nameOf(pair.before)} 移到 ${date}` : `${nameOf(pair.before)} moves to ${date}`;
    return { text, look: look(pair.before.start, start) };
  });
  const rest = moved.length - named.length;
  if (rest <= 0) return named;
  const text =
    tongue === 'zh'
      ? `另有 ${rest} 个里程碑移动`
      : `${rest} more ${plural(rest, 'milestone moves', 'milestones move')}`;
  return [...named, { text, look: 'neutral' }];
}

/** The day; with its time if the day stays the same. */
function dayAndTime(before: number | undefined, after: number): string {
  const isSameDay = before !== undefined && dayOf(before) === dayOf(after);
  return isSameDay ? dateWords(after) : formatDay(dayOf(after));
}

function projectEnd(
  { plan: before }: ModelSchedule,
  { plan: after }: ModelSchedule,
  tongue: Tongue,
): readonly Consequence[] {
  const [was, is] = [before.projectFinish, after.projectFinish];
  if (was === is || lastDayWords(was) === lastDayWords(is)) return [];
  const text =
    tongue === 'zh'
      ? `项目完成日由 ${lastDayWords(was)} 变为 ${lastDayWords(is)}`
      : `The plan ends on ${lastDayWords(is)} instead of ${lastDayWords(was)}`;
  return [{ text, look: look(was, is) }];
}

function tasks(pairs: readonly Pair[], tongue: Tongue): readonly Consequence[] {
  const moved = pairs.filter((pair) => pair.before.type === 'task' && hasMoved(pair));
  if (moved.length === 0) return [];
  const [only] = moved;
  if (moved.length === 1 && only?.after.start !== undefined) {
    const date = only.before.start === only.after.start ? undefined : dayWords(only.after.start);
    const name = nameOf(only.before);
    if (date !== undefined)
      return [{ text: tongue === 'zh' ? `${name} 改为 ${date} 开始` : `${name} starts on ${date}`, look: 'neutral' }];
  }
  const count = moved.length;
  const text =
    tongue === 'zh' ? `另有 ${count} 个任务移动` : `${count} other ${plural(count, 'task moves', 'tasks move')}`;
  return [{ text, look: 'neutral' }];
}

function critical(pairs: readonly Pair[], tongue: Tongue): readonly Consequence[] {
  const isTask = ({ before }: Pair): boolean => before.type === 'task';
  const more = pairs.filter((pair) => isTask(pair) && !pair.before.critical && pair.after.critical).length;
  const fewer = pairs.filter((pair) => isTask(pair) && pair.before.critical && !pair.after.critical).length;
  const words = (count: number, is: boolean): string => {
    if (tongue === 'zh') return `${count} 个任务${is ? '成为关键任务' : '不再是关键任务'}`;
    const verb = is ? plural(count, 'becomes', 'become') : plural(count, 'is no longer', 'are no longer');
    return `${count} ${plural(count, 'task', 'tasks')} ${verb} critical`;
  };
  return [
    ...(more > 0 ? [{ text: words(more, true), look: 'worse' as const }] : []),
    ...(fewer > 0 ? [{ text: words(fewer, false), look: 'neutral' as const }] : []),
  ];
}

/** Findings that are told word by word. */
const MOST_FINDINGS = 4;

/** New findings, and how many are gone. One whose words changed, such as by how many days something is late, counts as new. */
function findings(before: readonly Finding[], after: readonly Finding[], tongue: Tongue): readonly Consequence[] {
  const [old, known] = [new Set(after.map(keyOf)), new Set(before.map((finding) => wordsOf(finding)))];
  const fresh = after.filter((finding) => finding.severity !== 'hint' && !known.has(wordsOf(finding)));
  const gone = before.filter((finding) => finding.severity !== 'hint' && !old.has(keyOf(finding)));
  const told = fresh
    .slice(0, MOST_FINDINGS)
    .map(({ message }): Consequence => ({ text: plain(message[tongue]), look: 'worse' }));
  const rest = fresh.length - told.length;
  return [
    ...told,
    ...(rest > 0
      ? [
          {
            text: tongue === 'zh' ? `另有 ${rest} 个问题` : `${rest} more ${plural(rest, 'finding', 'findings')}`,
            look: 'worse' as const,
          },
        ]
      : []),
    ...gone.slice(0, MOST_FINDINGS).map(({ message }): Consequence => ({
      text: tongue === 'zh' ? `不再成立：${plain(message.zh)}` : `No longer: ${plain(message.en)}`,
      look: 'better',
    })),
  ];
}

const keyOf = ({ code, id, place }: Finding): string => `${code} ${id ?? place.file}`;
const wordsOf = (finding: Finding): string => `${keyOf(finding)} ${finding.message.en}`;

/** Without the marks of code. */
const plain = (message: string): string => message.replaceAll('`', '');

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
