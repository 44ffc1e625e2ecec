/** Reads projects from disk. */
import { dirname, join, resolve, sep } from 'node:path';
import { createWorld, type World } from '../ide/world';
import { builtInTable } from '../kinds/table';
import { localDay } from '../kinds/time';
import type { Text, Tongue } from '../kinds/tongue';
import type { SourceDocument } from '../language/document';
import { displayPath } from './displayPath';
import { failWith } from './exitCode';
import { exists, filesBelow, isConfigPath, isFolder, isProjectFile, textsOf, UnusablePath, unusable } from './files';
import type { Unread } from './files';
import { CONFIG_NAME, folderOf, holds, rootOf, SPEC_EXTENSION } from '../model/roots';
import { startProgress, noProgress, type Progress } from './progress/progress';
import { noMemory, type Memory } from './memory';
import { WrongUse } from './wrongUse';

/** How projects are read. */
export interface Reading {
  /** Called for what cannot be read below a path that was asked for; without it, that is wrong use. */
  readonly unread?: (what: Unread) => void;
  /** A text that takes the place of a file, which need not exist. */
  readonly standIn?: StandIn;
  /** What was read before. */
  readonly memory?: Memory;
  readonly progress?: Progress;
}

export interface StandIn {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export interface Projects {
  readonly worlds: readonly World[];
  /** Does the file or configuration at this address lie at or below a path that was asked for? */
  readonly isAsked: (address: string) => boolean;
}

/**
 * Reads the whole projects that the paths belong to, since a file says little without those it refers to: a file or folder
 * below a configuration is read with all of that project. Throws UnusablePath.
 */
export async function readProjects(paths: readonly string[], reading: Reading = {}): Promise<Projects> {
  const asked = paths.map((path) => toAddress(resolve(path)));
  const isAsked = (address: string): boolean => asked.some((path) => path === address || holds(path, address));
  const folders = await Promise.all(paths.map((path) => projectFolder(path, reading)));
  const all = await readWorlds([...new Set(folders)], reading);
  const worlds = all.filter(
    ({ model }) => model.files.some(({ uri }) => isAsked(uri)) || (model.config && isAsked(model.config.uri)),
  );
  if (worlds.length === 0) throw new UnusablePath(noSpecs(paths));
  return { worlds, isAsked };
}

/** Reads the one project that the path belongs to. Throws WrongUse if it holds several. */
export async function readProject(path: string, reading: Reading = {}): Promise<World> {
  const { worlds } = await readProjects([path], reading);
  if (worlds.length > 1) throw new WrongUse(severalProjects(path, worlds));
  return worlds[0]!; // there is at least one
}

const severalProjects = (path: string, worlds: readonly World[]): Text => {
  const roots = worlds.map(({ root }) => displayPath(root));
  return {
    en: `${path} holds several projects: name one of ${roots.join(', ')}`,
    zh: `${path} 中有多个项目，请指定其中一个：${roots.join('、')}`,
  };
};

/** The nearest folder at or above the path that has a configuration, otherwise the path itself. */
export async function projectFolder(path: string, { standIn }: Reading = {}): Promise<string> {
  const absolute = resolve(path);
  const isFile = absolute === standIn?.path || !(await isFolder(absolute));
  if (isFile && !isProjectFile(absolute)) throw new UnusablePath(noSpec(path));
  for (let at = isFile ? dirname(absolute) : absolute; ; at = dirname(at)) {
    const config = join(at, CONFIG_NAME);
    if (config === standIn?.path || (await exists(config))) return at;
    if (dirname(at) === at) return path;
  }
}

/** Reads all spec files below the paths, one world for each project root; at least one. Throws UnusablePath. */
export async function readWorlds(paths: readonly string[], reading: Reading = {}): Promise<readonly World[]> {
  const { standIn, progress = noProgress } = reading;
  const unread = reading.unread ?? refuse;
  progress.at(SEARCHING);
  const folders = new Set<string>();
  const found = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(path);
    const isFile = absolute === standIn?.path || !(await isFolder(absolute));
    if (isFile && !isProjectFile(absolute)) throw new UnusablePath(noSpec(path));
    const folder = isFile ? dirname(absolute) : absolute;
    folders.add(folder);
    for (const file of isFile ? [absolute] : await filesBelow(absolute, unread)) found.add(file);
    if (standIn && holds(toAddress(folder), toAddress(standIn.path))) found.add(standIn.path);
  }
  if (found.size === 0) throw new UnusablePath(noSpecs(paths));
  const above = (await configsAbove(folders)).filter((path) => !found.has(path));
  const onDisk = [...found, ...above].filter((path) => path !== standIn?.path);
  // A configuration above the paths decides over all below it: without it, nothing can be said of them.
  const isAbove = new Set(above);
  const texts = new Map(
    await textsOf(
      onDisk,
      (what) => (isAbove.has(what.path) ? refuse(what) : unread(what)),
      (count) => progress.at(readingOf(count, onDisk.length)),
    ),
  );
  if (standIn && found.has(standIn.path)) texts.set(standIn.path, standIn.text);
  return worldsOf(texts, [...folders].map(toAddress), (path) => found.has(path), reading.memory ?? noMemory);
}

const SEARCHING: Text = { en: 'Searching for files', zh: '正在查找文件' };
const readingOf = (count: number, all: number): Text => ({
  en: `Reading ${count} of ${all} ${all === 1 ? 'file' : 'files'}`,
  zh: `正在读取文件（${count}/${all}）`,
});

function refuse(what: Unread): never {
  throw unusable(what);
}

const noSpec = (path: string): Text => ({
  en: `${path} is no ${SPEC_EXTENSION} file`,
  zh: `${path} 不是 ${SPEC_EXTENSION} 文件`,
});

const noSpecs = (paths: readonly string[]): Text => ({
  en: `there is no ${SPEC_EXTENSION} file in ${paths.join(', ')}`,
  zh: `${paths.join('、')} 中没有 ${SPEC_EXTENSION} 文件`,
});

/** Project files by their address on this machine: paths with forward slashes, so that sorting and nesting are those of URIs. */
const toAddress = (path: string): string => path.split(sep).join('/');

/** One world for each root that has specs, and for each configuration that was found below the paths, to check it. */
function worldsOf(
  texts: ReadonlyMap<string, string>,
  folders: readonly string[],
  isBelow: (path: string) => boolean,
  memory: Memory,
): World[] {
  const byAddress = [...texts].map(([path, text]) => ({ path, uri: toAddress(path), text }));
  const configs = new Map(
    byAddress.filter(({ path }) => isConfigPath(path)).map(({ uri, text }) => [folderOf(uri), { uri, text }]),
  );
  const checked = byAddress.filter(({ path }) => isConfigPath(path) && isBelow(path));
  const byRoot = new Map<string, { uri: string; document: SourceDocument }[]>(
    checked.map(({ uri }) => [folderOf(uri), []]),
  );
  for (const { path, uri, text } of byAddress) {
    if (isConfigPath(path)) continue;
    const root = rootOf(uri, configs.keys(), folders);
    const file = { uri, document: memory.document(uri, text) };
    const files = byRoot.get(root);
    if (files) files.push(file);
    else byRoot.set(root, [file]);
  }
  return [...byRoot].map(([root, files]) => {
    const written = configs.get(root);
    const config = written && memory.config(written.uri, written.text);
    return createWorld({
      root,
      revision: 1,
      files,
      table: config?.config.table ?? builtInTable,
      config,
      today: localDay(new Date()),
    });
  });
}

/** Reading that says on standard error what cannot be read, and lets the command fail for it in the end; with progress. */
export function telling(tongue: Tongue, progress = startProgress(tongue)): Reading & { readonly progress: Progress } {
  return {
    progress,
    unread: (what) => {
      progress.clear();
      tellUnread(what, tongue);
    },
  };
}

export function tellUnread({ path, reason }: Unread, tongue: Tongue): void {
  const words: Text = { en: 'it cannot be read: ', zh: '无法读取：' };
  process.stderr.write(`${displayPath(path)}: ${words[tongue]}${reason[tongue]}\n`);
  failWith(2);
}

/** Configurations at or above folders. */
async function configsAbove(folders: Iterable<string>): Promise<readonly string[]> {
  const above = new Set<string>();
  for (const folder of folders) for (let at = folder; !above.has(at); at = dirname(at)) above.add(at);
  const paths = [...above].map((folder) => join(folder, CONFIG_NAME));
  const there = await Promise.all(paths.map(exists));
  return paths.filter((_, index) => there[index]);
}
