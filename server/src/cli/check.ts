import type { Severity } from '../checks/check';
import { createWorld, type World } from '../ide/world';
import { builtInTable } from '../kinds/table';
import { localDay } from '../kinds/time';
import type { Text, Tongue } from '../kinds/tongue';
import { SourceDocument } from '../language/document';
import { CONFIG_FILE } from '../model/model';
import { failWith } from './exitCode';
import { fix, type Fixed } from './fix';
import { displayPath } from './displayPath';
import { readProjects, telling, type Projects } from './project';
import { REPORTERS, type ReportFormat } from './report';
import { DASH, isFromInput, pathsOrHere, readStandIn } from './standardInput';
import { WrongUse } from './wrongUse';

interface Options {
  readonly format: ReportFormat;
  readonly language: Tongue;
  /** Do warnings fail, too? */
  readonly strict?: boolean;
  /** Are files mended first? */
  readonly fix?: boolean;
  /** The file whose place standard input takes. */
  readonly stdinFilename?: string;
}

/**
 * `delivery check`: prints the findings in the files asked for and in their configuration; with `--fix` it mends first what can be
 * mended unasked. The exit code is 1 if there are errors, or warnings when strict, or files that could not be written.
 */
export async function checkCommand(paths: readonly string[], options: Options): Promise<void> {
  const projects = await projectsOf(paths, options);
  tell(options.fix ? await fixAll(projects) : projects, options);
}

/** Projects, and what was mended in them, if that was asked for. */
interface Checked extends Projects {
  readonly fixed?: readonly Fixed[];
}

async function projectsOf(paths: readonly string[], { stdinFilename, fix, language }: Options): Promise<Projects> {
  if (isFromInput({ paths, stdinFilename })) {
    if (fix) throw new WrongUse(NOTHING_TO_WRITE);
    if (stdinFilename === undefined) return projectOfInput();
    return readProjects([stdinFilename], { ...telling(language), standIn: await readStandIn(stdinFilename) });
  }
  // Nothing is mended where not all is known: an id that is given anew could be taken in a file that cannot be read.
  return readProjects(pathsOrHere(paths), fix ? {} : telling(language));
}

const NOTHING_TO_WRITE: Text = {
  en: '--fix writes files, which standard input is not; name files or folders',
  zh: '--fix 会改写文件，不能用于标准输入，请指定文件或文件夹',
};

/** Standard input without a name belongs to no project: the built-in kinds are all that is known of it. */
async function projectOfInput(): Promise<Projects> {
  const { text } = await readStandIn(DASH);
  const files = [{ uri: DASH, document: new SourceDocument(text) }];
  const world = createWorld({ root: '', revision: 1, files, table: builtInTable, today: localDay(new Date()) });
  return { worlds: [world], isAsked: () => true };
}

/** Prints the report on projects, and lets the command fail if it has to. */
function tell({ worlds, isAsked, fixed }: Checked, { format, language, strict }: Options): void {
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
    ...(fixed && { mended: fixed.reduce((total, { mended }) => total + mended.length, 0) }),
  };
  print(REPORTERS[format]({ shown, fixed, files, summary, tongue: language }));
  const leftAlone = fixed?.flatMap((project) => project.leftAlone) ?? [];
  for (const { uri, reason } of leftAlone) process.stderr.write(`${displayPath(uri)}: ${reason[language]}\n`);
  if (summary.errors > 0 || (strict && summary.warnings > 0) || leftAlone.length > 0) failWith(1);
}

/** One behind the other, so that what is written does not depend on chance. */
async function fixAll({ worlds, isAsked }: Projects): Promise<Checked> {
  const fixed: Fixed[] = [];
  for (const world of worlds) fixed.push(await fix(world, isAsked));
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
