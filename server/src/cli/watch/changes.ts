/** Says when files of projects may have changed on disk. */
import { lstatSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { CONFIG_NAME, IGNORED_FOLDERS } from '../../model/roots';
import { isProjectFile } from '../files';

/** Absolute paths: folders with all that is below them, and files that are looked at alone. */
export interface Watched {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Changes come in flocks: an editor writes, renames and deletes, a version control system touches thousands of files. */
const QUIET = 100;
/** Changes that never pause are looked at all the same. */
const LONGEST_WAIT = 2000;
/** What is written into a folder before the folder itself is watched has no event; it is found by looking again. */
const SECOND_LOOK = 1000;

/**
 * Calls `look` at once and after every flock of changes, never twice at a time, until the process is asked to end. Rejects when
 * the system does not let the files be watched, or `look` rejects.
 */
export async function lookAtChanges(watched: Watched, look: () => Promise<void>): Promise<void> {
  const roots = [...watched.folders, ...watched.files.map(dirname)];
  const watcher = watch([...new Set(roots)], {
    ignored: (path, stats) => !isWatched(watched, path, stats),
    ignoreInitial: true,
    ignorePermissionErrors: true,
  });
  const looker = createLooker(look);
  watcher.on('all', (event, path) => {
    if (event === 'unlinkDir' && roots.includes(path)) watchForReturn(watcher, path);
    looker.soon();
  });
  watcher.on('ready', looker.soon);
  try {
    looker.soon(0);
    await Promise.race([asked(), failure(watcher), looker.failed]);
  } finally {
    looker.stop();
    await watcher.close();
  }
}

const asked = (): Promise<void> =>
  new Promise((resolve) => {
    // Once each: whoever asks a second time, because something takes long, ends the process as usual.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const failure = (watcher: FSWatcher): Promise<never> =>
  new Promise((_, reject) => watcher.on('error', (error) => reject(error as Error)));

/** A path that is added while nothing is there is waited for. */
function watchForReturn(watcher: FSWatcher, path: string): void {
  watcher.unwatch(path);
  setImmediate(() => {
    if (!watcher.closed) watcher.add(path);
  });
}

/** Is it a folder or file of the projects, or a folder above one, which may come into being only later? */
function isWatched({ folders, files }: Watched, path: string, stats: Stats | undefined): boolean {
  const isAbove = [...folders, ...files].some((each) => each === path || isBelow(path, each));
  if (isAbove || files.some((file) => join(dirname(file), CONFIG_NAME) === path)) return true;
  if (!folders.some((folder) => isBelow(folder, path)) || IGNORED_FOLDERS.has(basename(path))) return false;
  if (!stats) return true; // asked again when it is known what it is
  return stats.isDirectory() ? !isLink(path) : isProjectFile(path);
}

const isBelow = (folder: string, path: string): boolean =>
  path.startsWith(folder.endsWith('/') || folder.endsWith('\\') ? folder : join(folder, '/'));

/** Links to folders are not followed, as when projects are read. */
const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

interface Looker {
  readonly soon: (wait?: number) => void;
  readonly stop: () => void;
  /** Rejects when a look does; never resolves. */
  readonly failed: Promise<never>;
}

function createLooker(look: () => Promise<void>): Looker {
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;
  let looking = Promise.resolve();
  let fail: (error: unknown) => void;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const lookThen = (then: () => void): void => {
    since = undefined;
    looking = looking.then(look).then(then, (error: unknown) => fail(error));
  };
  const again = (): void => {
    if (since === undefined) timer = setTimeout(() => lookThen(() => undefined), SECOND_LOOK);
  };
  const soon = (wait = QUIET): void => {
    clearTimeout(timer);
    since ??= Date.now();
    timer = setTimeout(() => lookThen(again), Math.min(wait, Math.max(0, since + LONGEST_WAIT - Date.now())));
  };
  return { soon: (wait) => soon(wait), stop: () => clearTimeout(timer), failed };
}
