/** `delivery check --watch`: checks projects again whenever their files change. */
import { resolve } from 'node:path';
import { outputColors } from '../colors';
import { findAll, tell, type Checked, type Telling } from '../checkReport';
import { displayPath } from '../displayPath';
import { isFolder, type Unread } from '../files';
import { projectFolder, readProjects, tellUnread } from '../project';
import { startProgress } from '../progress/progress';
import { DASH, pathsOrHere } from '../standardInput';
import { WrongUse } from '../wrongUse';
import { lookAtChanges, type Watched } from './changes';
import { createMemory, type Memory } from '../memory';

interface Options extends Telling {
  readonly fix?: boolean;
}

/** Checks until the process is asked to end, which ends it well whatever was found. */
export async function watchCheck(paths: readonly string[], options: Options): Promise<void> {
  if (paths.includes(DASH)) throw new WrongUse(NOTHING_TO_WATCH);
  if (options.format !== 'text' && options.format !== 'json') throw new WrongUse(ONE_REPORT);
  const asked = pathsOrHere(paths);
  const watched = await watchedOf(asked);
  const memory = createMemory();
  let before: Outcome | undefined;
  await lookAtChanges(watched, async () => {
    const outcome = await outcomeOf(asked, options, memory);
    if (before && isSame(before, outcome)) return;
    showOutcome(outcome, before === undefined, watched, options);
    before = outcome;
  });
  process.exitCode = 0;
}

const NOTHING_TO_WATCH = {
  en: '--watch looks at files, which standard input is not; name files or folders',
  zh: '--watch 监视文件，不能用于标准输入，请指定文件或文件夹',
};

const ONE_REPORT = {
  en: '--watch prints one report after the other: as text or, with --format json, as JSON',
  zh: '--watch 会连续输出多份报告，只支持文本或 --format json',
};

/** The projects that the paths belong to; a file without a project is watched alone. Throws UnusablePath. */
async function watchedOf(paths: readonly string[]): Promise<Watched> {
  const roots = new Set(await Promise.all(paths.map(async (path) => resolve(await projectFolder(path)))));
  const folders: string[] = [];
  const files: string[] = [];
  for (const root of roots) ((await isFolder(root)) ? folders : files).push(root);
  return { folders, files };
}

/** What one look at the disk has found. */
interface Outcome {
  /** Of the memory, afterwards. */
  readonly revision: number;
  readonly checked?: Checked;
  readonly unread: readonly Unread[];
  /** Why there is nothing to check. */
  readonly problem?: WrongUse;
}

async function outcomeOf(paths: readonly string[], { fix, language }: Options, memory: Memory): Promise<Outcome> {
  const unread: Unread[] = [];
  const progress = startProgress(language);
  try {
    // As without --watch: nothing is mended where not all is known.
    const telling = fix ? {} : { unread: (what: Unread) => unread.push(what) };
    const projects = await readProjects(paths, { memory, progress, ...telling });
    const checked = await findAll(projects, fix, progress);
    for (const { model } of checked.worlds) for (const { uri, document } of model.files) memory.keep(uri, document);
    return { checked, unread, revision: memory.revision() };
  } catch (problem) {
    if (problem instanceof WrongUse) return { unread, problem, revision: memory.revision() };
    throw problem;
  } finally {
    progress.end();
  }
}

/** Is the disk as it was? */
const isSame = (before: Outcome, after: Outcome): boolean =>
  before.revision === after.revision && partsOf(before).join('\n') === partsOf(after).join('\n');

/** What there is, and what is wrong with reading it. */
const partsOf = ({ checked, unread, problem }: Outcome): readonly unknown[] => [
  ...(checked?.worlds ?? []).flatMap(({ root, model: { files, config } }) => [
    root,
    config?.uri,
    ...files.map(({ uri }) => uri),
  ]),
  ...unread.flatMap(({ path, reason }) => [path, reason.en]),
  problem?.message,
];

const CLEARED = '\x1b[2J\x1b[H';

/** On a terminal in the place of what was shown before, in a pipe behind it. */
function showOutcome(
  { checked, unread, problem }: Outcome,
  isFirst: boolean,
  watched: Watched,
  options: Options,
): void {
  const { language } = options;
  const isTerminal = process.stdout.isTTY;
  if (!isFirst) process.stdout.write(isTerminal ? `${CLEARED}${header(options)}\n` : '\n');
  for (const each of unread) tellUnread(each, language);
  if (checked) tell(checked, options);
  if (problem) process.stderr.write(`${problem.text[language]}\n`);
  if (isTerminal) process.stdout.write(`${footer(watched, options)}\n`);
}

/** "14:03:20 Files have changed." Problem matchers of editors begin anew here, and are done at the footer. */
const header = ({ language }: Options): string => timed(language === 'zh' ? '文件已更改。' : 'Files have changed.');

/** "14:03:21 Watching plan. Ctrl+C ends." */
function footer({ folders, files }: Watched, { language }: Options): string {
  const names = [...folders, ...files].map(displayPath).join(language === 'zh' ? '、' : ', ');
  return timed(language === 'zh' ? `正在监视 ${names}，按 Ctrl+C 结束。` : `Watching ${names}. Ctrl+C ends.`);
}

const timed = (sentence: string): string => outputColors().dim(`${new Date().toLocaleTimeString('en-GB')} ${sentence}`);
