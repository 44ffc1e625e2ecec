import { commands, Uri, window, workspace, type Disposable, type WorkspaceFolder } from 'vscode';
import { exists } from './fileAccess';
import { t } from './l10n';

const extension = '.delivery';

/** The command that begins a spec: an empty file under a name of one's choice, with completion open for the first declaration. */
export const registerNewSpec = (): Disposable =>
  commands.registerCommand('delivery.newSpec', async (resource: unknown) => {
    const folder = await folderFor(resource);
    if (!folder) return;
    const uri = await askForFile(folder);
    if (!uri) return;
    try {
      await workspace.fs.writeFile(uri, new Uint8Array());
      await window.showTextDocument(uri);
      await commands.executeCommand('editor.action.triggerSuggest');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(t('The spec could not be created: {0}', message));
    }
  });

/** The folder that was clicked on, or one of the workspace. */
async function folderFor(resource: unknown): Promise<Uri | undefined> {
  if (resource instanceof Uri) return resource;
  const [folder, ...more] = workspace.workspaceFolders ?? [];
  if (!folder) {
    void offerFolder();
    return undefined;
  }
  const chosen: WorkspaceFolder | undefined = more.length > 0 ? await window.showWorkspaceFolderPick() : folder;
  return chosen?.uri;
}

async function offerFolder(): Promise<void> {
  const open = t('Open Folder…');
  const choice = await window.showInformationMessage(
    t('Open a folder first: all specs below one folder are one project.'),
    open,
  );
  if (choice === open) await commands.executeCommand('vscode.openFolder');
}

/** Asks for a name until there is none of that name yet; undefined when the user thinks better of it. */
async function askForFile(folder: Uri): Promise<Uri | undefined> {
  const suggested = `${t('spec')}${extension}`;
  const name = await window.showInputBox({
    title: t('New Spec'),
    prompt: t('Name of the file'),
    value: suggested,
    valueSelection: [0, suggested.length - extension.length],
    validateInput: async (value) => {
      const problem = problemWith(value);
      if (problem !== undefined) return problem;
      return (await exists(fileOf(folder, value))) ? t('There is a file of this name already.') : undefined;
    },
  });
  return name === undefined ? undefined : fileOf(folder, name);
}

const problemWith = (name: string): string | undefined => {
  if (name.trim() === '' || name.trim() === extension) return t('A file needs a name.');
  return /[\u0000-\u001f\\/:*?"<>|]/.test(name)
    ? t('A name of a file has none of these: {0}', '\\ / : * ? " < > |')
    : undefined;
};

const fileOf = (folder: Uri, name: string): Uri => {
  const trimmed = name.trim();
  return Uri.joinPath(folder, trimmed.endsWith(extension) ? trimmed : `${trimmed}${extension}`);
};
