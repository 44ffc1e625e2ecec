/** What `delivery check` prints, and by which exit code it ends. */
import type { Severity } from '../checks/check';
import type { World } from '../ide/world';
import type { Text, Tongue } from '../kinds/tongue';
import { CONFIG_FILE } from '../model/model';
import { displayPath } from './displayPath';
import { failWith } from './exitCode';
import { fix as mend, type Fixed } from './fix';
import type { Projects } from './project';
import type { Progress } from './progress/progress';
import { plural } from './plural';
import { REPORTERS, type ReportFormat } from './report';
import type { Shown } from './report/report';

/** How projects are reported on. */
export interface Telling {
  readonly format: ReportFormat;
  readonly language: Tongue;
  /** Do warnings fail, too? */
  readonly strict?: boolean;
}

/** Projects, and what was mended in them, if that was asked for. */
export interface Checked extends Projects {
  readonly fixed?: readonly Fixed[];
}

/** Prints the report on projects, and lets the command fail if it has to. */
export function tell({ worlds, isAsked, fixed }: Checked, { format, language, strict }: Telling): void {
  const isShown = ({ model }: World, file: number): boolean => file === CONFIG_FILE || isAsked(model.files[file]!.uri);
  const shown = worlds.flatMap((world) =>
    world.findings.filter(({ place }) => isShown(world, place.file)).map((finding) => ({ world, finding })),
  );
  const count = (wanted: Severity): number => shown.filter(({ finding: { severity } }) => severity === wanted).length;
  const sum = (of: (world: World) => number): number => worlds.reduce((total, world) => total + of(world), 0);
  const files = worlds
    .flatMap(({ model }) => model.files.filter(({ uri }) => isAsked(uri)))
    .map(({ uri }) => displayPath(uri));
  const summary = {
    files: files.length,
    items: sum((world) => world.model.items.filter(({ file }) => isShown(world, file)).length),
    links: sum((world) => {
      const { from, to } = world.model.linkTable;
      return to.filter((item, link) => item >= 0 && isShown(world, world.model.items[from[link]!]!.file)).length;
    }),
    errors: count('error'),
    warnings: count('warning'),
    suppressed: sum((world) => world.suppressed.filter(({ place }) => isShown(world, place.file)).length),
    ...(fixed && {
      mended: fixed.reduce((total, { mended }) => total + mended.length, 0),
      suggested: shown.filter(hasSuggestion).length,
    }),
  };
  print(REPORTERS[format]({ shown, fixed, files, summary, tongue: language }));
  const leftAlone = fixed?.flatMap((project) => project.leftAlone) ?? [];
  for (const { uri, reason } of leftAlone) process.stderr.write(`${displayPath(uri)}: ${reason[language]}\n`);
  if (summary.errors > 0 || (strict && summary.warnings > 0) || leftAlone.length > 0) failWith(1);
}

/** Is there something to choose from? What would have to be tried on the whole project first is not counted: that takes minutes. */
const hasSuggestion = ({ world: { model }, finding }: Shown): boolean => finding.repairs(model, 'sure').length > 0;

/** Finds all that is to be reported, after mending the files, if that is asked for. */
export async function findAll(projects: Projects, fix: boolean | undefined, progress: Progress): Promise<Checked> {
  const files = projects.worlds.reduce((sum, { model }) => sum + model.files.length, 0);
  if (fix) progress.at({ en: `Mending ${plural(files, 'file')}`, zh: `正在修复 ${files} 个文件` });
  const checked = fix ? await fixAll(projects) : projects;
  progress.at(checkingOf(files));
  let found = 0;
  for (const { findings } of checked.worlds) progress.at(checkingOf(files, (found += findings.length)));
  return checked;
}

const checkingOf = (files: number, found?: number): Text => ({
  en: `Checking ${plural(files, 'file')}${found === undefined ? '' : `: ${plural(found, 'finding')} so far`}`,
  zh: `正在检查 ${files} 个文件${found === undefined ? '' : `，已发现 ${found} 个问题`}`,
});

/** Mends projects one behind the other, so that what is written does not depend on chance. */
async function fixAll({ worlds, isAsked }: Projects): Promise<Checked> {
  const fixed: Fixed[] = [];
  for (const world of worlds) fixed.push(await mend(world, isAsked));
  return { worlds: fixed.map(({ world }) => world), isAsked, fixed };
}

/** Characters that are written in one go. */
const PORTION = 1 << 16;

/** Writes as it goes: a big project that has just begun lacks hundreds of thousands of things. */
function print(pieces: Iterable<string>): void {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PORTION) continue;
    process.stdout.write(waiting);
    waiting = '';
  }
  process.stdout.write(waiting);
}
