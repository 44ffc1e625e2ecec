import { exportForecast, type ExportedDate, type ExportedForecast } from '../../exchange/forecastJson';
import { exportLoads, exportTasks, type ExportedTask } from '../../exchange/scheduleJson';
import type { World } from '../../ide/world';
import { parseMinute } from '../../kinds/time';
import type { Text, Tongue } from '../../kinds/tongue';
import { forecast, type ForecastOptions } from '../../schedule/forecast/forecast';
import type { Uncounted } from '../../schedule/forecast/threats';
import { displayPath } from '../displayPath';
import { sheetOf, type Column, type Sheet } from '../sheet';
import { dateText, dueText, nameOfWorld, plural, type Report } from './report';

/** Tasks that the table names; JSON has all. */
const MOST_TASKS = 12;

/** When milestones and projects are likely to be reached, and which tasks decide it. In JSON the plan comes with it. */
export function forecastReport(worlds: readonly World[], options: ForecastOptions, tongue: Tongue): Report {
  const tasks: ExportedTask[] = [];
  const exported = worlds.map((world) => {
    tasks.push(...exportTasks(world, displayPath, tongue, tasks.length));
    return exportForecast(nameOfWorld(world), world.schedule, forecast(world.schedule, options));
  });
  return {
    sheets: exported.map((each, at) => ({
      name: each.project,
      sheet: sheetOf(COLUMNS, each.dates, tongue, notesOn(worlds[at]!, each, options, tongue), isLate),
    })),
    more: exported.map((each) => criticalSheet(each, tongue)),
    json: { tasks, loads: worlds.flatMap(exportLoads), forecast: exported },
  };
}

/** More often late than not. */
const isLate = ({ onTime }: ExportedDate): boolean => onTime !== undefined && onTime < 0.5;

const percent = (share: number | undefined): string => (share === undefined ? '' : `${Math.round(share * 100)}%`);

const COLUMNS: readonly Column<ExportedDate>[] = [
  { head: { en: 'ID', zh: '编号' }, text: ({ id }) => id ?? '' },
  { head: { en: 'Title', zh: '标题' }, text: ({ title }) => title },
  { head: { en: 'Planned', zh: '计划' }, text: ({ planned }) => dateText(planned) },
  { head: { en: 'Kept', zh: '实现概率' }, right: true, text: ({ asPlanned }) => percent(asPlanned) },
  { head: { en: 'P50', zh: 'P50' }, text: ({ p50 }) => dateText(p50) },
  { head: { en: 'P80', zh: 'P80' }, text: ({ p80 }) => dateText(p80) },
  { head: { en: 'P95', zh: 'P95' }, text: ({ p95 }) => dateText(p95) },
  { head: { en: 'Due', zh: '期限' }, text: ({ due }) => dueText(due === undefined ? undefined : parseMinute(due)) },
  { head: { en: 'On time', zh: '按时概率' }, right: true, text: ({ onTime }) => percent(onTime) },
];

type Critical = ExportedForecast['criticality'][number];

function criticalSheet({ criticality }: ExportedForecast, tongue: Tongue): Sheet {
  const columns: readonly Column<Critical>[] = [
    { head: { en: 'ID', zh: '编号' }, text: ({ id }) => id ?? '' },
    { head: { en: 'Critical in some run', zh: '在模拟中成为关键' }, text: ({ title }) => title },
    { head: { en: 'Share of runs', zh: '占比' }, right: true, text: ({ share }) => percent(share) },
  ];
  return sheetOf(columns, criticality.slice(0, MOST_TASKS), tongue);
}

function notesOn(world: World, forecast: ExportedForecast, asked: ForecastOptions, tongue: Tongue): readonly string[] {
  const { runs, dates } = forecast;
  if (!world.schedule.anchored)
    return [tongue === 'zh' ? '项目没有周期，也没有任何日期。' : 'Neither the project nor any item says when.'];
  const risks = uncountedWords(forecast, tongue);
  if (runs === 0) return [...NOTHING_UNCERTAIN.map((text) => text[tongue]), ...risks];
  const certain = dates.filter(({ earliest, latest }) => earliest === latest).map(({ id, title }) => id ?? title);
  return [
    basisWords(forecast, asked, tongue),
    ...(certain.length > 0 ? [certainWords(certain, tongue)] : []),
    ...risks,
  ];
}

const NOTHING_UNCERTAIN: readonly Text[] = [
  {
    en: 'Nothing in this plan is uncertain, so there is nothing to forecast: no task that is left has an estimate of several points (`3d..5d..10d`), and no open risk with a probability and an impact in time threatens work.',
    zh: '计划中没有不确定性，无法预测：未完成的任务都没有多点估算（`3d..5d..10d`），也没有带概率和工期影响、威胁到工作的未关闭风险。',
  },
];

function basisWords(
  { runs, seed, uncertainTasks, risks }: ExportedForecast,
  asked: ForecastOptions,
  tongue: Tongue,
): string {
  const fewer = runs < asked.runs;
  if (tongue === 'zh')
    return `模拟 ${runs} 次${fewer ? `（计划较大，少于要求的 ${asked.runs} 次）` : ''}，种子 ${seed}：${uncertainTasks} 个任务的估算和 ${risks} 个风险相互独立地变化。`;
  const few = fewer ? ` (fewer than the ${asked.runs} asked for: the plan is large)` : '';
  return `${plural(runs, 'run')}${few}, seed ${seed}: the estimates of ${plural(uncertainTasks, 'task')} and ${plural(risks, 'risk')} vary, independently of each other.`;
}

const certainWords = (names: readonly string[], tongue: Tongue): string =>
  tongue === 'zh'
    ? `${names.join('、')} 在所有模拟中日期相同：它之前没有影响日期的不确定性。`
    : `${names.join(', ')}: the same date in all runs, since nothing uncertain moves it.`;

const REASONS: Readonly<Record<Uncounted, Text>> = {
  'no-probability': { en: 'it has no probability', zh: '没有概率' },
  'no-duration': { en: 'its impact is no time', zh: '影响不是工期' },
  'no-work': { en: 'it threatens no work that is left', zh: '没有威胁到未完成的工作' },
};

const uncountedWords = ({ uncountedRisks }: ExportedForecast, tongue: Tongue): readonly string[] =>
  uncountedRisks.map(({ id, title, why }) =>
    tongue === 'zh'
      ? `风险 ${id ?? title} 未计入：${REASONS[why].zh}。`
      : `Risk ${id ?? title} is not counted: ${REASONS[why].en}.`,
  );
