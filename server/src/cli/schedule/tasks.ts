import { nameOf } from '../../checks/wording';
import { exportLoads, exportTasks, type ExportedTask } from '../../exchange/scheduleJson';
import type { World } from '../../ide/world';
import type { Tongue } from '../../kinds/tongue';
import { displayPath } from '../displayPath';
import { sheetOf, type Column, type Sheet } from '../sheet';
import { dateText, hours, lengthText, nameOfWorld, plural, type Report } from './report';

/** The plan: its phases, tasks and milestones with their dates. */
export function tasksReport(worlds: readonly World[], tongue: Tongue): Report {
  const tasks: ExportedTask[] = [];
  const sheets = worlds.map((world) => {
    const own = exportTasks(world, displayPath, tongue, tasks.length);
    const sheet = sheetOfTasks(world, own, tasks.length, tongue);
    tasks.push(...own);
    return { name: nameOfWorld(world), sheet };
  });
  return { sheets, json: { tasks, loads: worlds.flatMap(exportLoads) } };
}

interface Row {
  readonly task: ExportedTask;
  readonly kind: string;
  readonly depth: number;
}

function sheetOfTasks(world: World, tasks: readonly ExportedTask[], first: number, tongue: Tongue): Sheet {
  const depths: number[] = [];
  const rows = tasks.map((task, at): Row => {
    const { kind } = world.schedule.at(at).item;
    const depth = task.parent === undefined ? 0 : depths[task.parent - first]! + 1;
    depths.push(depth);
    return { task, kind: kind ? nameOf(kind.names, tongue) : '', depth };
  });
  const isMarked = ({ task: { critical } }: Row): boolean => critical === true;
  return sheetOf(columnsOf(world, tongue), rows, tongue, [summary(world, tasks, tongue)], isMarked);
}

/** Deeper titles would push the dates off the screen. */
const DEEPEST = 8;

function columnsOf({ schedule: { lengths } }: World, tongue: Tongue): readonly Column<Row>[] {
  const yes = { en: 'yes', zh: '是' };
  return [
    { head: { en: 'ID', zh: '编号' }, text: ({ task }) => task.id ?? '' },
    {
      head: { en: 'Title', zh: '标题' },
      text: ({ task, depth }) => '  '.repeat(Math.min(depth, DEEPEST)) + task.title,
      cell: { head: { en: 'Title', zh: '标题' }, of: ({ task }) => task.title },
    },
    { head: { en: 'Kind', zh: '类型' }, text: ({ kind }) => kind },
    { head: { en: 'Start', zh: '开始' }, text: ({ task }) => dateText(task.start) },
    { head: { en: 'Finish', zh: '完成' }, text: ({ task }) => dateText(task.finish) },
    {
      head: { en: 'Duration', zh: '工期' },
      right: true,
      text: ({ task }) =>
        task.type === 'milestone' ? '' : lengthText(task.durationMinutes, lengths, tongue, task.elapsed),
      cell: { head: { en: 'Duration (h)', zh: '工期（小时）' }, of: ({ task }) => hours(task.durationMinutes) },
    },
    {
      head: { en: 'Effort', zh: '工作量' },
      right: true,
      text: ({ task }) => lengthText(task.effortMinutes, lengths, tongue),
      cell: { head: { en: 'Effort (h)', zh: '工作量（小时）' }, of: ({ task }) => hours(task.effortMinutes) },
    },
    {
      head: { en: 'Slack', zh: '总时差' },
      right: true,
      text: ({ task }) => lengthText(task.totalSlackMinutes, lengths, tongue, task.elapsed),
      cell: { head: { en: 'Total slack (h)', zh: '总时差（小时）' }, of: ({ task }) => hours(task.totalSlackMinutes) },
    },
    { head: { en: 'Critical', zh: '关键' }, text: ({ task }) => (task.critical ? yes[tongue] : '') },
    { head: { en: 'Progress', zh: '进度' }, right: true, text: ({ task: { progress } }) => percent(progress) },
    { head: { en: 'People', zh: '人员' }, text: ({ task }) => peopleText(task) },
    { head: { en: 'Milestone', zh: '里程碑' }, text: ({ task }) => task.milestone ?? '' },
  ];
}

const percent = (fraction: number | undefined): string =>
  fraction === undefined ? '' : `${Math.floor(fraction * 100)}%`;

const peopleText = ({ people = [] }: ExportedTask): string =>
  people.map(({ id, share }) => (share === 1 ? id : `${id} ${Math.round(share * 100)}%`)).join(', ');

/** "12 items, 5 critical; the project finishes 2026-03-31 17:00. 2 have no dates (T-4, T-5)." */
function summary({ schedule }: World, tasks: readonly ExportedTask[], tongue: Tongue): string {
  const critical = tasks.filter((task) => task.critical).length;
  const last = tasks.reduce((latest, { finish = '' }) => (isLater(finish, latest) ? finish : latest), '');
  const zh = tongue === 'zh';
  const counts = zh
    ? `${tasks.length} 项，其中关键 ${critical} 项`
    : `${plural(tasks.length, 'item')}, ${critical} critical`;
  const end = last === '' ? '' : zh ? `；项目 ${dateText(last)} 完成` : `; the project finishes ${dateText(last)}`;
  return `${counts}${end}${zh ? '。' : '.'}${undated(schedule.anchored, tasks, tongue)}`;
}

/** Years behind 9999 have more digits. */
const isLater = (iso: string, other: string): boolean => iso.localeCompare(other, 'en', { numeric: true }) > 0;

const MOST_NAMES = 5;

function undated(anchored: boolean, tasks: readonly ExportedTask[], tongue: Tongue): string {
  const without = tasks.filter(({ start, finish }) => start === undefined || finish === undefined);
  if (without.length === 0) return '';
  if (!anchored)
    return tongue === 'zh'
      ? '项目没有周期，也没有任何日期，因此无法排期。'
      : ' Neither the project nor an item says when: give the project a `period`.';
  const names = without.slice(0, MOST_NAMES).map(({ id, title }) => id ?? title);
  const rest = without.length > MOST_NAMES ? [...names, '…'] : names;
  return tongue === 'zh'
    ? `${without.length} 项日期不全（${rest.join('、')}）：用 --why 查看原因。`
    : ` ${without.length} without all dates (${rest.join(', ')}): --why says why.`;
}
