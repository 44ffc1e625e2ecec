/** Which project a file belongs to. */

/** Name of the file that makes its folder a project root. */
export const CONFIG_NAME = 'delivery.config.json';

/** Ending of the names of spec files. */
export const SPEC_EXTENSION = '.delivery';

/** Folders that never hold specs of their own but may be huge. */
export const IGNORED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

export const isSpec = (uri: string): boolean => uri.endsWith(SPEC_EXTENSION);
export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG_NAME}`);

/** The folder of a file, without a slash at its end: "file:///plan" for "file:///plan/needs.delivery". */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** Does the folder hold the file or folder, at any depth? */
export const holds = (folder: string, uri: string): boolean =>
  uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Is a file one of these, or does one of these folders hold it? Takes as long for ten thousand of them as for one. */
export function isAtOrBelow(paths: ReadonlySet<string>, uri: string): boolean {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1))
    if (paths.has(uri.slice(0, end))) return true;
  return false;
}

/**
 * The root of the project that a file belongs to: the nearest folder upward with a configuration, otherwise the outermost
 * workspace folder around it, otherwise the file's own folder.
 */
export function rootOf(uri: string, configFolders: Iterable<string>, workspaceFolders: readonly string[]): string {
  let nearest: string | undefined;
  for (const folder of configFolders)
    if (holds(folder, uri) && (nearest === undefined || folder.length > nearest.length)) nearest = folder;
  if (nearest !== undefined) return nearest;
  const around = workspaceFolders.filter((folder) => holds(folder, uri)).sort((a, b) => a.length - b.length);
  return around[0] ?? folderOf(uri);
}

/** The path of a file from its project's root, as people write it: "drafts/需求.delivery". */
export function pathInRoot(root: string, uri: string): string {
  const path = uri.slice(root.length).replace(/^\//, '');
  // The command line knows files by their plain paths, in which a percent sign stands for itself.
  return isUri(uri) ? path.split('/').map(decoded).join('/') : path;
}

/** A drive such as `C:` is no scheme. */
const isUri = (address: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(address);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Does a file belong to a workspace of these folders? Not when it lies elsewhere, or in a folder that never holds specs. */
export const isFoundIn = (workspaceFolders: readonly string[], uri: string): boolean =>
  workspaceFolders.some((folder) => holds(folder, uri) && !isIgnored(uri.slice(folder.length)));

const isIgnored = (path: string): boolean => path.split('/').some((name) => IGNORED_FOLDERS.has(name));
