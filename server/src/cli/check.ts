import { createWorld } from '../ide/world';
import { builtInTable } from '../kinds/table';
import { localDay } from '../kinds/time';
import type { Text } from '../kinds/tongue';
import { SourceDocument } from '../language/document';
import { findAll, tell, type Telling } from './checkReport';
import { readProjects, telling, type Projects } from './project';
import { startProgress, type Progress } from './progress/progress';
import { DASH, isFromInput, pathsOrHere, readStandIn } from './standardInput';
import { WrongUse } from './wrongUse';

interface Options extends Telling {
  /** Are files mended first? */
  readonly fix?: boolean;
  /** Is it done again whenever files change? */
  readonly watch?: boolean;
  /** The file whose place standard input takes. */
  readonly stdinFilename?: string;
}

/**
 * `delivery check`: prints the findings in the files asked for and in their configuration; with `--fix` it mends first what can be
 * mended unasked. The exit code is 1 if there are errors, or warnings when strict, or files that could not be written.
 */
export async function checkCommand(paths: readonly string[], options: Options): Promise<void> {
  if (options.watch) return (await import('./watch/watchCheck')).watchCheck(paths, options);
  const progress = startProgress(options.language);
  const projects = await projectsOf(paths, options, progress);
  const checked = await findAll(projects, options.fix, progress);
  progress.end();
  tell(checked, options);
}

async function projectsOf(
  paths: readonly string[],
  { stdinFilename, fix, language }: Options,
  progress: Progress,
): Promise<Projects> {
  if (isFromInput({ paths, stdinFilename })) {
    if (fix) throw new WrongUse(NOTHING_TO_WRITE);
    if (stdinFilename === undefined) return projectOfInput();
    return readProjects([stdinFilename], { ...telling(language, progress), standIn: await readStandIn(stdinFilename) });
  }
  // Nothing is mended where not all is known: an id that is given anew could be taken in a file that cannot be read.
  return readProjects(pathsOrHere(paths), fix ? { progress } : telling(language, progress));
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
