import type { Severity } from '../checks/check';
import type { World } from '../ide/world';
import type { Tongue } from '../kinds/tongue';
import { CONFIG_FILE } from '../model/model';
import { fix, type Fixed } from './fix';
import { displayPath, readProjects } from './project';
import { REPORTERS, type ReportFormat } from './report';

interface Options {
  readonly format: ReportFormat;
  readonly language: Tongue;
  /** Do warnings fail, too? */
  readonly strict?: boolean;
  /** Are files mended first? */
  readonly fix?: boolean;
}

/**
 * `delivery check`: prints the findings in the files asked for and in their configuration; with `--fix` it mends first what can be
 * mended unasked. The exit code is 1 if there are errors, or warnings when strict, or files that could not be written.
 */
export async function checkCommand(paths: readonly string[], options: Options): Promise<void> {
  const { format, language, strict } = options;
  const { worlds: read, isAsked } = await readProjects(paths);
  const fixed = options.fix ? await fixAll(read, isAsked) : undefined;
  const worlds = fixed?.map(({ world }) => world) ?? read;
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
  process.exitCode = summary.errors > 0 || (strict && summary.warnings > 0) || leftAlone.length > 0 ? 1 : 0;
}

/** One behind the other, so that what is written does not depend on chance. */
async function fixAll(worlds: readonly World[], isAsked: (uri: string) => boolean): Promise<readonly Fixed[]> {
  const fixed: Fixed[] = [];
  for (const world of worlds) fixed.push(await fix(world, isAsked));
  return fixed;
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
