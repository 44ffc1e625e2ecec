/** Coverage as people read it. */
import { reasonWords, uncoveredWords } from '../../checks/gapWords';
import { nameOf } from '../../checks/wording';
import type { Tongue } from '../../kinds/tongue';
import { coverageOf } from '../../model/coverage';
import { placeOfHead } from '../../model/model';
import { rangeOf } from '../../model/range';
import { outputColors, type Colors } from '../colors';
import { columns } from '../columns';
import { displayPath } from '../displayPath';
import { MOST_REASONS, percentOf, type CoverageOptions, type Report, type Total } from './report';

/** Uncovered items that are listed unless `--all` is given. */
const MOST_LISTED = 20;

/** The tables, what is not covered, and the sum in one sentence, in red when it is not enough. */
export function coverageText({ reports, needed, covered }: Total, isEnough: boolean, options: CoverageOptions): string {
  const { language, min } = options;
  const colors = outputColors();
  const parts = reports.map((report) => [
    ...(reports.length > 1 ? [colors.bold(displayPath(report.root))] : []),
    ...kindLines(report, language, colors),
    ...milestoneLines(report, language, colors),
    ...uncoveredLines(report, options, colors),
  ]);
  const result = summary(needed, covered, language) + (min === undefined ? '' : askedFor(min, language));
  return [...parts.map((lines) => lines.join('\n')), (isEnough ? String : colors.red)(result)].join('\n\n');
}

function summary(needed: number, covered: number, tongue: Tongue): string {
  const percent = percentOf(covered, needed);
  return tongue === 'zh'
    ? `需覆盖 ${needed} 个，已覆盖 ${covered} 个（${percent}%）`
    : `${covered} of ${needed} covered (${percent}%)`;
}

const askedFor = (min: number, tongue: Tongue): string =>
  tongue === 'zh' ? `，要求至少 ${min}%` : `, at least ${min}% asked for`;

const KIND_HEADS: Readonly<Record<Tongue, readonly string[]>> = {
  en: ['Kind', 'Items', 'Needed', 'Shallow', 'Deep', '%'],
  zh: ['类型', '条目', '需覆盖', '浅覆盖', '深覆盖', '%'],
};

function kindLines({ kinds }: Report, tongue: Tongue, colors: Colors): string[] {
  const rows = kinds.map(({ kind, count, needed, shallow, deep }) => [
    nameOf(kind.names, tongue),
    ...[count, needed, shallow, deep, percentOf(deep, needed)].map(String),
  ]);
  return withHead(columns([KIND_HEADS[tongue], ...rows]), colors);
}

const MILESTONE_HEADS: Readonly<Record<Tongue, readonly string[]>> = {
  en: ['Milestone', 'Covered', 'Verified', 'Tasks done', 'Work'],
  zh: ['里程碑', '已覆盖', '已验证', '任务完成', '进度'],
};

/** Below the row of a milestone stands what is missing. */
function milestoneLines({ model, milestones }: Report, tongue: Tongue, colors: Colors): string[] {
  if (milestones.length === 0) return [];
  const rows = milestones.map(({ milestone, delivers, covered, verifiable, verified, tasks, done, work }) => [
    `${milestone.id ?? ''} ${milestone.title}`.trim(),
    `${covered}/${delivers}`,
    verifiable === 0 ? '-' : `${verified}/${verifiable}`,
    tasks === 0 ? '-' : `${done}/${tasks}`,
    work === undefined ? '-' : `${Math.floor(work * 100)}%`,
  ]);
  const [head = '', ...lines] = withHead(columns([MILESTONE_HEADS[tongue], ...rows]), colors);
  const missing = milestones.map(({ milestone, missing }) =>
    missing.length === 0 ? [] : [`  ${colors.dim(reasonWords(model, missing, tongue, milestone.index, MOST_REASONS))}`],
  );
  return ['', head, ...lines.flatMap((line, row) => [line, ...missing[row]!])];
}

const withHead = ([head = '', ...rows]: readonly string[], colors: Colors): string[] => [colors.bold(head), ...rows];

function uncoveredLines({ model, uncovered }: Report, { all, language }: CoverageOptions, colors: Colors): string[] {
  if (uncovered.length === 0) return [];
  const shown = all ? uncovered : uncovered.slice(0, MOST_LISTED);
  const lines = shown.map((item) => {
    const { uri, start } = rangeOf(model, placeOfHead(item));
    const gaps = coverageOf(model).weakest(item.index, MOST_REASONS + 1);
    const where = colors.bold(`${displayPath(uri)}:${start.line + 1}:${start.character + 1}`);
    return `${where} ${uncoveredWords(model, item, gaps, language, MOST_REASONS)}`;
  });
  const more = uncovered.length - shown.length;
  const rest = language === 'zh' ? `… 另有 ${more} 个（用 --all 全部列出）` : `… ${more} more (--all lists them)`;
  return ['', ...lines, ...(more > 0 ? [colors.dim(rest)] : [])];
}
