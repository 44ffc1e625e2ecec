/** What renamed and moved files and folders change in the paths that specs name. */
import { quoted } from '../kinds/values/source';
import type { Place } from '../model/model';
import { folderOf } from '../model/roots';
import { decoded, pathsIn, relativePath, resolvePath, type WrittenPath } from './paths';
import type { World } from './world';

/** A file or folder that gets another address. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

export interface PathEdit {
  /** The string with its quotes. */
  readonly place: Place;
  readonly text: string;
}

/**
 * The edits, before the files move, that keep paths leading to the same files: of files that move, and in specs that move. A path
 * counts from its spec or from the root; where only the disk can tell which, `exists` does, and what nobody knows stays as it is.
 */
export async function fileRenameEdits(
  world: World,
  renames: readonly FileRename[],
  exists: (uri: string) => Promise<boolean | undefined>,
): Promise<readonly PathEdit[]> {
  const edits: PathEdit[] = [];
  for (const file of world.model.files.keys())
    for (const path of pathsIn(world, file)) {
      const candidates = candidatesOf(world, file, path, renames);
      if (candidates.every(({ after }) => after === path.text)) continue;
      const meant = await firstOf(candidates, async ({ target, moves }) => moves || (await exists(target)) === true);
      if (meant && meant.after !== path.text) edits.push({ place: path.place, text: quoted(meant.after) });
    }
  return edits;
}

interface Candidate {
  /** The file that the path would stand for. */
  readonly target: string;
  /** Is it one of those that get another address? */
  readonly moves: boolean;
  /** How the path would read afterwards. */
  readonly after: string;
}

function candidatesOf(
  { root, model }: World,
  file: number,
  { text, folders }: WrittenPath,
  renames: readonly FileRename[],
): readonly Candidate[] {
  const { uri } = model.files[file]!;
  return folders.flatMap((folder) => {
    const target = resolvePath(folder, text);
    if (target === undefined || text.startsWith('/')) return [];
    const moved = movedTo(target, renames);
    const base = folder === root ? (movedTo(root, renames) ?? root) : folderOf(movedTo(uri, renames) ?? uri);
    const same = moved === undefined && base === folder;
    const after = same ? text : (relativePath(base, moved ?? target) ?? text);
    return [{ target, moves: moved !== undefined, after: isOnlyRespelled(folder, text, after) ? text : after }];
  });
}

/** `./docs/../a.md` and `a.md` are the same path: nobody asked for another spelling. */
const isOnlyRespelled = (folder: string, before: string, after: string): boolean =>
  relativePath(folder, resolvePath(folder, before) ?? '') === after;

/** The new address of a file, if it or a folder around it gets one. */
function movedTo(uri: string, renames: readonly FileRename[]): string | undefined {
  const path = decoded(uri);
  for (const { oldUri, newUri } of renames) {
    const old = decoded(oldUri).replace(/\/$/, '');
    if (path === old) return newUri;
    if (path.startsWith(`${old}/`)) return newUri.replace(/\/$/, '') + encoded(path.slice(old.length));
  }
  return undefined;
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

async function firstOf<T>(list: readonly T[], test: (each: T) => Promise<boolean>): Promise<T | undefined> {
  for (const each of list) if (await test(each)) return each;
  return undefined;
}
