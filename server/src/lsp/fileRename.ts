/** Files that are renamed or moved in the editor: the paths that specs name follow them. */
import type { RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { fileRenameEdits } from '../ide/fileRename';
import type { Feature, Host } from './host';
import { toWorkspaceEdit } from './workspaceEdit';

export const fileRename: Feature = {
  // What it can do stands with the workspace's other capabilities in server.ts.
  capabilities: {},
  register: (host) => host.connection.workspace.onWillRenameFiles((params) => willRename(host, params)),
};

async function willRename(host: Host, { files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
  const { worlds, edits } = await host.answer('willRenameFiles', () => {
    const all = host.worlds();
    return { worlds: all, edits: Promise.all(all.map((world) => fileRenameEdits(world, files, host.exists))) };
  });
  const all = (await edits).map((own, index) => toWorkspaceEdit(host, worlds[index]!.model, own));
  const changes = Object.assign({}, ...all.map((edit) => edit.changes ?? {})) as WorkspaceEdit['changes'];
  const documentChanges = all.flatMap((edit) => edit.documentChanges ?? []);
  if (documentChanges.length === 0 && Object.keys(changes ?? {}).length === 0) return null;
  return documentChanges.length > 0 ? { documentChanges } : { changes };
}
