import { parseDay, type PlanDay } from '../kinds/time';
import type { Text, Tongue } from '../kinds/tongue';
import type { World } from '../ide/world';
import { outputColors } from './colors';
import { readProjects, telling } from './project';
import { criticalToReport } from './schedule/criticalTo';
import { USUAL } from '../schedule/forecast/forecast';
import { forecastReport } from './schedule/forecast';
import { peopleReport, type Step } from './schedule/people';
import type { Report } from './schedule/report';
import { shortenReport } from './schedule/shorten';
import { tasksReport } from './schedule/tasks';
import { whyReport } from './schedule/why';
import { sheetsCsv, sheetText } from './sheet';
import { WrongUse } from './wrongUse';

interface Options {
  readonly format: 'table' | 'json' | 'csv';
  readonly language: Tongue;
  /** What to print instead of the plan; one of them. */
  readonly people?: true;
  readonly why?: string;
  readonly criticalTo?: string;
  readonly shorten?: string;
  readonly forecast?: true;
  /** `day` or `week` for people, a date for what to shorten. */
  readonly by?: string;
  /** For the forecast. */
  readonly runs?: number;
  readonly seed?: number;
}

/** `delivery schedule`: prints the computed plan, or an answer about it, as a table, JSON or CSV. */
export async function scheduleCommand(path: string, options: Options): Promise<void> {
  checkUse(options);
  const reading = telling(options.language);
  const { worlds } = await readProjects([path], reading);
  reading.progress.at(options.forecast ? FORECASTING : SCHEDULING);
  const report = reportOn(worlds, options);
  reading.progress.end();
  process.stdout.write(print(report, options));
}

const SCHEDULING: Text = { en: 'Scheduling', zh: '正在排程' };
const FORECASTING: Text = { en: 'Forecasting', zh: '正在预测' };

function reportOn(worlds: readonly World[], options: Options): Report {
  const { people, why, criticalTo, shorten, by, runs, seed, language } = options;
  if (people) return peopleReport(worlds, stepOf(by), language);
  if (why !== undefined) return whyReport(worlds, why, language);
  if (criticalTo !== undefined) return criticalToReport(worlds, criticalTo, language);
  if (shorten !== undefined) return shortenReport(worlds, shorten, dayOf(by), language);
  if (options.forecast) return forecastReport(worlds, { runs: runs ?? USUAL.runs, seed: seed ?? USUAL.seed }, language);
  return tasksReport(worlds, language);
}

const QUESTIONS = ['people', 'why', 'criticalTo', 'shorten', 'forecast'] as const;
const FLAGS = {
  people: '--people',
  why: '--why',
  criticalTo: '--critical-to',
  shorten: '--shorten',
  forecast: '--forecast',
} as const;

/** One question at a time, and nothing that the answer would silently ignore. */
function checkUse(options: Options): void {
  const asked = QUESTIONS.filter((question) => options[question] !== undefined);
  if (asked.length > 1) {
    const flags = asked.map((question) => FLAGS[question]);
    throw new WrongUse({
      en: `${flags.join(' and ')} are different questions: ask one at a time`,
      zh: `${flags.join(' 和 ')} 是不同的问题，请一次只问一个`,
    });
  }
  if (options.by !== undefined && asked[0] !== 'people' && asked[0] !== 'shorten')
    throw new WrongUse({
      en: '--by belongs to --people (day or week) or to --shorten (a date)',
      zh: '--by 须与 --people（day 或 week）或 --shorten（日期）一起使用',
    });
  if ((options.runs ?? options.seed) !== undefined && asked[0] !== 'forecast')
    throw new WrongUse({
      en: '--runs and --seed belong to --forecast',
      zh: '--runs 和 --seed 须与 --forecast 一起使用',
    });
}

function stepOf(by = 'week'): Step {
  if (by === 'day' || by === 'week') return by;
  throw new WrongUse(byMustBe({ en: 'day or week', zh: 'day 或 week' }, by));
}

function dayOf(by: string | undefined): PlanDay | undefined {
  const day = by === undefined ? undefined : parseDay(by);
  if (by !== undefined && day === undefined)
    throw new WrongUse(byMustBe({ en: 'a date such as 2026-03-31', zh: '日期，如 2026-03-31' }, by));
  return day;
}

const byMustBe = (what: Text, by: string): Text => ({
  en: `--by must be ${what.en}, not ${by}`,
  zh: `--by 应为 ${what.zh}，而不是 ${by}`,
});

function print({ sheets, more, json }: Report, { format, language }: Options): string {
  if (format === 'json') return `${JSON.stringify(json, null, 2)}\n`;
  if (format === 'csv') return sheetsCsv(sheets, language === 'zh' ? '项目' : 'Project');
  const colors = outputColors();
  const parts = sheets.map(({ name, sheet }, at) => {
    const text = [sheet, ...(more ? [more[at]!] : [])]
      .map((each) => sheetText(each, colors))
      .filter(Boolean)
      .join('\n\n');
    return sheets.length > 1 ? `${colors.bold(name)}\n${text}` : text;
  });
  return `${parts.join('\n\n')}\n`;
}
