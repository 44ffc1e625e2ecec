/** What the tests in the extension host share: the workspace's files, waiting, and comparing. */
import * as vscode from 'vscode';

/** The file that names the folders of the window, if it has several. */
const { workspaceFile } = vscode.workspace;
export const severalFolders = workspaceFile !== undefined;

/** The address of a file of the workspace: "plan/plan.delivery", or "portal/plan/plan.delivery" where it has several folders. */
export function file(path: string): vscode.Uri {
  if (workspaceFile) return vscode.Uri.joinPath(workspaceFile, '..', path);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a workspace.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The path of a file as `file` takes it. */
export const pathOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, severalFolders);

/** Where the workspace is on no disk there are no processes either. */
export const hasProcesses = ['file', 'vscode-remote'].includes(file('').scheme);

export const read = (path: string): Promise<string> =>
  Promise.resolve(vscode.workspace.fs.readFile(file(path))).then((bytes) => new TextDecoder().decode(bytes));

export const write = (path: string, text: string): Promise<void> =>
  Promise.resolve(vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text)));

/** Moves a file or folder. */
export const move = (from: string, to: string): Promise<void> =>
  Promise.resolve(vscode.workspace.fs.rename(file(from), file(to)));

/** Deletes a file, or a folder with all that is in it. */
export const remove = (path: string): Promise<void> =>
  Promise.resolve(vscode.workspace.fs.delete(file(path), { recursive: true }));

/** Opens a file in the editor. */
export async function show(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(path)));
}

/** Where `text` begins in the document, moved on by `offset` UTF-16 units. */
export function place(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`"${text}" is not in ${document.uri.path}.`);
  return document.positionAt(start + offset);
}

/** Asks a provider by its command about the place of a text, until it answers something. */
export async function ask<T extends object>(
  command: string,
  path: string,
  text: string,
  offset = 0,
  ...more: readonly unknown[]
): Promise<T> {
  const document = await vscode.workspace.openTextDocument(file(path));
  return answered(command, document.uri, place(document, text, offset), ...more);
}

/** Runs a command of the editor until it answers something. */
export const answered = <T extends object>(command: string, ...args: readonly unknown[]): Promise<T> =>
  eventually(async () => {
    const answer = await vscode.commands.executeCommand<T | null | undefined>(command, ...args);
    if (!answer || (Array.isArray(answer) && answer.length === 0)) throw new Error(`${command} answers nothing.`);
    return answer;
  });

/** Where something leads, as "plan/plan.delivery: T-1": its file, and the text of its range. */
export async function textAt(target: vscode.Location | vscode.LocationLink): Promise<string> {
  const [uri, range] =
    'targetUri' in target
      ? [target.targetUri, target.targetSelectionRange ?? target.targetRange]
      : [target.uri, target.range];
  // Not opened: what is open counts although it is deleted on disk.
  const lines = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)).split('\n');
  return `${pathOf(uri)}: ${lines[range.start.line]!.slice(range.start.character, range.end.character)}`;
}

/** The findings of the whole workspace as "path: code" in order, open files or not. */
export function findings(): string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.endsWith('.delivery'))
    .flatMap(([uri, list]) => list.map((diagnostic) => `${pathOf(uri)}: ${codeOf(diagnostic)}`))
    .sort();
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The findings of the workspace become the given ones, stay so, and are those of a fresh server. */
export async function becomes(expected: readonly string[]): Promise<void> {
  await settles(expected);
  await vscode.commands.executeCommand('delivery.restartServer');
  await settles(expected);
}

/** The findings of the workspace become the given ones and stay so. */
export async function settles(expected: readonly string[]): Promise<void> {
  await eventually(() => same(findings(), expected));
  await pause(150);
  same(findings(), expected);
}

/** Runs a task of the editor; its exit code. */
export async function exitCode(task: vscode.Task): Promise<number | undefined> {
  let listener: vscode.Disposable | undefined;
  const ended = new Promise<number | undefined>((resolve) => {
    listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode: code }) => {
      if (execution.task.name === task.name && execution.task.scope === task.scope) resolve(code);
    });
  });
  try {
    await vscode.tasks.executeTask(task);
    return await ended;
  } finally {
    listener?.dispose();
  }
}

/** Tries until `probe` no longer throws, for at most ten seconds; then throws what it threw last. */
export async function eventually<T>(probe: () => T | PromiseLike<T>): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(25);
    }
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Compares plain data. */
export function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value, undefined, 1));
  if (found !== wanted) throw new Error(`Expected ${String(wanted)}\nbut found ${String(found)}`);
}

/** The list must hold each of the names. */
export function holds(list: readonly string[], ...names: readonly string[]): void {
  const missing = names.filter((name) => !list.includes(name));
  if (missing.length > 0) throw new Error(`Missing ${missing.join(', ')} in:\n${list.join('\n')}`);
}
