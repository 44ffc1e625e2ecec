/** Reads projects from disk. */
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { createWorld, type World } from '../ide/world';
import { builtInTable } from '../kinds/table';
import { localDay } from '../kinds/time';
import type { Text } from '../kinds/tongue';
import { SourceDocument } from '../language/document';
import { configFile } from '../model/configFile';
import { WrongUse } from './wrongUse';
import { CONFIG_NAME, folderOf, holds, IGNORED_FOLDERS, rootOf, SPEC_EXTENSION } from '../model/roots';

/** A path that cannot be read, or holds nothing to read: wrong use, not a finding. */
export class UnusablePath extends WrongUse {}

export interface Projects {
  readonly worlds: readonly World[];
  /** Does the file or configuration at this address lie at or below a path that was asked for? */
  readonly isAsked: (address: string) => boolean;
}

/**
 * Reads the whole projects that the paths belong to, since a file says little without those it refers to: a file or folder
 * below a configuration is read with all of that project. Throws UnusablePath.
 */
export async function readProjects(paths: readonly string[]): Promise<Projects> {
  const asked = paths.map((path) => toAddress(resolve(path)));
  const isAsked = (address: string): boolean => asked.some((path) => path === address || holds(path, address));
  const all = await readWorlds([...new Set(await Promise.all(paths.map(projectFolder)))]);
  const worlds = all.filter(
    ({ model }) => model.files.some(({ uri }) => isAsked(uri)) || (model.config && isAsked(model.config.uri)),
  );
  if (worlds.length === 0) throw new UnusablePath(noSpecs(paths));
  return { worlds, isAsked };
}

/** Reads the one project that the path belongs to. Throws if it holds several. */
export async function readProject(path: string): Promise<World> {
  const { worlds } = await readProjects([path]);
  if (worlds.length > 1)
    throw new Error(`${path} holds several projects (${worlds.map(({ root }) => root).join(', ')}): name one of them`);
  return worlds[0]!; // there is at least one
}

/** The nearest folder at or above the path that has a configuration, otherwise the path itself. */
async function projectFolder(path: string): Promise<string> {
  const absolute = resolve(path);
  const isFolder = (await statOf(absolute)).isDirectory();
  if (!isFolder && !isProjectFile(absolute)) throw new UnusablePath(noSpec(path));
  for (let at = isFolder ? absolute : dirname(absolute); ; at = dirname(at)) {
    if (await exists(join(at, CONFIG_NAME))) return at;
    if (dirname(at) === at) return path;
  }
}

/** Reads all spec files below the paths, one world for each project root; at least one. Throws UnusablePath. */
export async function readWorlds(paths: readonly string[]): Promise<readonly World[]> {
  const folders: string[] = [];
  const specs = new Map<string, string>();
  /** Texts by folder. */
  const configs = new Map<string, string>();
  const below = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(path);
    const isFolder = (await statOf(absolute)).isDirectory();
    const folder = isFolder ? absolute : dirname(absolute);
    folders.push(toAddress(folder));
    await noteConfigsAbove(folder, configs);
    if (!isFolder && !isProjectFile(absolute)) throw new UnusablePath(noSpec(path));
    for (const file of isFolder ? await filesBelow(absolute) : [absolute])
      if (!file.endsWith(`${sep}${CONFIG_NAME}`)) specs.set(toAddress(file), await textOf(file));
      else {
        configs.set(folderOf(toAddress(file)), await textOf(file));
        below.add(folderOf(toAddress(file)));
      }
  }
  if (specs.size === 0 && below.size === 0) throw new UnusablePath(noSpecs(paths));
  return worldsOf(specs, configs, folders, below);
}

const isProjectFile = (path: string): boolean => path.endsWith(SPEC_EXTENSION) || basename(path) === CONFIG_NAME;

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

/** One world for each root that has specs, and for each of `roots`, which have a configuration to check. */
function worldsOf(
  specs: ReadonlyMap<string, string>,
  configs: ReadonlyMap<string, string>,
  folders: readonly string[],
  roots: Iterable<string>,
): World[] {
  const byRoot = new Map<string, { uri: string; document: SourceDocument }[]>([...roots].map((root) => [root, []]));
  for (const [uri, text] of specs) {
    const root = rootOf(uri, configs.keys(), folders);
    byRoot.set(root, [...(byRoot.get(root) ?? []), { uri, document: new SourceDocument(text) }]);
  }
  return [...byRoot].map(([root, files]) => {
    const text = configs.get(root);
    const config = text === undefined ? undefined : configFile(`${root}/${CONFIG_NAME}`, text);
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

/** A path as people in this folder would write it. */
export function displayPath(address: string): string {
  let path = displayed.get(address);
  if (path === undefined) displayed.set(address, (path = relative(process.cwd(), address) || '.'));
  return path;
}

/** By address, since each finding asks for the path of its file. */
const displayed = new Map<string, string>();

async function noteConfigsAbove(folder: string, into: Map<string, string>): Promise<void> {
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, CONFIG_NAME))) into.set(toAddress(at), await textOf(join(at, CONFIG_NAME)));
    if (dirname(at) === at) return;
  }
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>>> {
  return stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
}

/** Spec and configuration files at any depth, in the order of their names. Links to folders are not followed. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(folder, error);
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(IGNORED_FOLDERS.has(entry.name) ? [] : await filesBelow(path)));
    else if (isProjectFile(path)) files.push(path);
  }
  return files;
}

const textOf = async (path: string): Promise<string> =>
  readFile(path).then(
    (bytes) => new TextDecoder('utf-8').decode(bytes),
    (error: unknown) => {
      throw unreadable(path, error);
    },
  );

function unreadable(path: string, error: unknown): UnusablePath {
  const reason = error instanceof Error ? error.message : String(error);
  return new UnusablePath({ en: `cannot read ${path}: ${reason}`, zh: `无法读取 ${path}：${reason}` });
}
