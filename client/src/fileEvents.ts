import { Disposable, EventEmitter, FileType, workspace, type FileSystemWatcher, type Uri } from 'vscode';
import { ignoredFolders, isSpecFile } from './fileAccess';

/**
 * Watchers for all that may change a project: spec files, configuration, and folders, for a folder that is created, moved or
 * deleted is reported alone, without the files in it.
 */
export const watchFiles = (): FileSystemWatcher[] => [
  workspace.createFileSystemWatcher('**/*.delivery'),
  workspace.createFileSystemWatcher('**/delivery.config.json'),
  watchFolders(),
];

/**
 * A watcher that reports folders only, as far as that can be known: what was deleted can no longer be asked whether it
 * was a folder, so every deletion passes except those of spec files, which the other watchers report.
 */
function watchFolders(): FileSystemWatcher {
  const watcher = workspace.createFileSystemWatcher('**/*', false, true, false);
  const created = new EventEmitter<Uri>();
  const deleted = new EventEmitter<Uri>();
  watcher.onDidCreate((uri) => void whenFolder(uri, () => created.fire(uri)));
  watcher.onDidDelete((uri) => mayHoldSpecs(uri) && deleted.fire(uri));
  return Object.assign(Disposable.from(watcher, created, deleted), {
    ignoreCreateEvents: false,
    ignoreChangeEvents: true,
    ignoreDeleteEvents: false,
    onDidCreate: created.event,
    onDidChange: watcher.onDidChange,
    onDidDelete: deleted.event,
  });
}

async function whenFolder(uri: Uri, report: () => void): Promise<void> {
  if (!mayHoldSpecs(uri)) return;
  try {
    const { type } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) report();
  } catch {
    // It is gone again; its deletion is reported by itself.
  }
}

const mayHoldSpecs = ({ path }: Uri): boolean => {
  const names = path.split('/');
  return !isSpecFile(names.at(-1) ?? '') && !names.some((name) => ignoredFolders.has(name));
};
