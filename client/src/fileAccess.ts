import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Folders that never hold specs and may be huge. */
export const ignoredFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** Whether the server wants to know the file: "erp.delivery", "delivery.config.json". */
export const isSpecFile = (name: string): boolean => name.endsWith('.delivery') || name === 'delivery.config.json';

/** Answers a server that cannot read files itself: in a browser, or in a workspace that is not on disk. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('delivery/findFiles', ({ folder }: { readonly folder: string }) => findFiles(Uri.parse(folder)));
  client.onRequest('delivery/readFile', ({ uri }: { readonly uri: string }) => readFile(Uri.parse(uri)));
  client.onRequest('delivery/fileExists', ({ uri }: { readonly uri: string }) => exists(Uri.parse(uri)));
}

/** URIs of all spec files below the folder. The search index is fast, but not every file system has one. */
async function findFiles(folder: Uri): Promise<string[]> {
  const pattern = new RelativePattern(folder, '{**/*.delivery,**/delivery.config.json}');
  const exclude = `**/{${[...ignoredFolders].join(',')}}/**`;
  const found = await Promise.resolve(workspace.findFiles(pattern, exclude)).catch(() => []);
  const files = found.length > 0 ? found : await walk(folder);
  return files.map(String);
}

/** Symbolic links are not followed: they may lead round in circles. A folder that cannot be read counts as empty. */
async function walk(folder: Uri): Promise<Uri[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const nested = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) return ignoredFolders.has(name) ? [] : walk(uri);
      return isSpecFile(name) ? [uri] : [];
    }),
  );
  return nested.flat();
}

/** Text of a file, or null if it cannot be read; a byte order mark is dropped. */
async function readFile(uri: Uri): Promise<{ readonly text: string } | null> {
  try {
    return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return null;
  }
}

/** Is there a file or a folder? */
export const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
