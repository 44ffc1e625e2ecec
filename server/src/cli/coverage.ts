import { gapWords, reasonWords, uncoveredWords } from '../checks/gapWords';
import { nameOf } from '../checks/wording';
import type { World } from '../ide/world';
import { allNames } from '../kinds/table';
import type { Text, Tongue } from '../kinds/tongue';
import { coverageOf, type Gap } from '../model/coverage';
import { placeIn, type Item, type Model } from '../model/model';
import { rangeOf } from '../model/range';
import { coverageByKind, readinessOf, type KindTotals, type Readiness } from '../model/readiness';
import { headWord } from '../kinds/facts';
import { columns } from './columns';
import { outputColors, type Colors } from './colors';
import { failWith } from './exitCode';
import { displayPath } from './displayPath';
import { readProjects, telling } from './project';
import { pathsOrHere } from './standardInput';
import { noneOf } from './wrongUse';

interface Options {
  readonly kind?: readonly string[];
  readonly all?: true;
  readonly min?: number;
  readonly format: 'text' | 'json';
  readonly language: Tongue;
}

/** What is said of one project. */
interface Report {
  readonly model: Model;
  readonly root: string;
  readonly kinds: readonly KindTotals[];
  readonly milestones: readonly Readiness[];
  /** Items of the kinds that are listed which are not covered down to the evidence. */
  readonly uncovered: readonly Item[];
  /** How many items of the kinds that are measured are needed, and how many of them are covered. */
  readonly needed: number;
  readonly covered: number;
}

/** Uncovered items that are listed unless `--all` is given. */
const MOST_LISTED = 20;
/** Reasons that are named for each. */
const MOST_REASONS = 3;
const MOST_REASONS_JSON = 20;

/** `delivery coverage`: prints what is covered. The exit code is 1 if it is less than `--min`. */
export async function coverageCommand(paths: readonly string[], options: Options): Promise<void> {
  const reading = telling(options.language);
  const { worlds, isAsked } = await readProjects(pathsOrHere(paths), reading);
  reading.progress.at(COUNTING);
  checkKinds(worlds, options.kind ?? []);
  const reports = worlds.map((world) => reportOn(world, options, isAsked));
  reading.progress.end();
  const [needed, covered] = [sum(reports, 'needed'), sum(reports, 'covered')];
  const isEnough = covered * 100 >= (options.min ?? 0) * needed;
  const output =
    options.format === 'json'
      ? JSON.stringify(asJson(reports, needed, covered, options), null, 2)
      : asText(reports, needed, covered, isEnough, options);
  process.stdout.write(`${output}\n`);
  if (!isEnough) failWith(1);
}

const COUNTING: Text = { en: 'Counting what is covered', zh: '正在统计覆盖情况' };

const sum = (reports: readonly Report[], of: 'needed' | 'covered'): number =>
  reports.reduce((total, report) => total + report[of], 0);

function checkKinds(worlds: readonly World[], names: readonly string[]): void {
  for (const name of names)
    if (!worlds.some(({ model }) => model.table.kind(name))) {
      const known = worlds.flatMap(({ model }) => model.table.kinds.flatMap((kind) => allNames(kind.names)));
      throw noneOf({ en: 'kind', zh: '类型' }, name, known);
    }
}

function reportOn({ model, root }: World, { kind: names, all }: Options, isAsked: (uri: string) => boolean): Report {
  const { isNeeded, isDeep, partOf } = coverageOf(model);
  const named = new Set(names?.map((name) => model.table.kind(name)));
  const counts = (item: Item): boolean => isAsked(model.files[item.file]!.uri);
  const isMeasured = (item: Item): boolean =>
    isNeeded(item.index) && (names ? named.has(item.kind) : partOf(item.index) === 'requirement') && counts(item);
  const measured = model.items.filter(isMeasured);
  const listed = all && !names ? model.items.filter((item) => isNeeded(item.index) && counts(item)) : measured;
  return {
    model,
    root,
    kinds: coverageByKind(model, counts),
    milestones: readinessOf(model).filter(({ milestone }) => counts(milestone)),
    uncovered: listed.filter(({ index }) => !isDeep(index)),
    needed: measured.length,
    covered: measured.filter(({ index }) => isDeep(index)).length,
  };
}

const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part * 100) / whole));

function asText(
  reports: readonly Report[],
  needed: number,
  covered: number,
  isEnough: boolean,
  options: Options,
): string {
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

function uncoveredLines({ model, uncovered }: Report, { all, language }: Options, colors: Colors): string[] {
  if (uncovered.length === 0) return [];
  const shown = all ? uncovered : uncovered.slice(0, MOST_LISTED);
  const lines = shown.map((item) => {
    const { uri, start } = rangeOf(model, placeIn(item, headWord(item)));
    const gaps = coverageOf(model).weakest(item.index, MOST_REASONS + 1);
    const where = colors.bold(`${displayPath(uri)}:${start.line + 1}:${start.character + 1}`);
    return `${where} ${uncoveredWords(model, item, gaps, language, MOST_REASONS)}`;
  });
  const more = uncovered.length - shown.length;
  const rest = language === 'zh' ? `… 另有 ${more} 个（用 --all 全部列出）` : `… ${more} more (--all lists them)`;
  return ['', ...lines, ...(more > 0 ? [colors.dim(rest)] : [])];
}

/** The shape is documented in docs/coverage.md. */
function asJson(reports: readonly Report[], needed: number, covered: number, { language, min }: Options): object {
  return {
    projects: reports.map(({ model, root, kinds, milestones, uncovered }) => ({
      root: displayPath(root),
      kinds: kinds.map(({ kind, ...totals }) => ({
        kind: kind.key,
        ...totals,
        percent: percentOf(totals.deep, totals.needed),
      })),
      milestones: milestones.map((readiness) => milestoneJson(model, readiness, language)),
      uncovered: uncovered.map((item) => uncoveredJson(model, item, language)),
    })),
    summary: { needed, covered, percent: percentOf(covered, needed), ...(min === undefined ? {} : { min }) },
  };
}

const milestoneJson = (model: Model, { milestone, missing, work, ...counts }: Readiness, tongue: Tongue): object => ({
  id: milestone.id ?? null,
  title: milestone.title,
  ...counts,
  work: work ?? null,
  missing: missing.map((gap) => gapJson(model, gap, tongue)),
});

function uncoveredJson(model: Model, item: Item, tongue: Tongue): object {
  const { isShallow, weakest } = coverageOf(model);
  const { uri, start } = rangeOf(model, placeIn(item, headWord(item)));
  const gaps = weakest(item.index, MOST_REASONS_JSON);
  return {
    id: item.id ?? null,
    kind: item.kind!.key,
    title: item.title,
    file: displayPath(uri),
    line: start.line + 1,
    shallow: isShallow(item.index),
    message: uncoveredWords(model, item, gaps, tongue, MOST_REASONS),
    reasons: gaps.map((gap) => gapJson(model, gap, tongue)),
  };
}

const gapJson = (model: Model, gap: Gap, tongue: Tongue): object => ({
  id: model.items[gap.item]!.id ?? null,
  gap: gap.kind,
  family: gap.family,
  text: gapWords(model, gap, tongue),
});
