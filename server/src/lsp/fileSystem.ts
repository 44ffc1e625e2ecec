import type { Connection } from 'vscode-languageserver';
import type { Unreadable } from './unreadable';

/** Where the server finds files that no editor has open. Addresses are normalised URIs. */
export interface FileSystem {
  /** All spec and configuration files below a folder; empty if there is no such folder. Tells of folders inside that cannot be read. */
  readonly find: (folder: string, unreadable: Unreadable) => Promise<readonly string[]>;
  /** The text of a file, or undefined if there is none. Rejects if there is one that cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** Is there a file or a folder? Undefined where nobody can tell. */
  readonly exists: (uri: string) => Promise<boolean | undefined>;
}

/** Reads through the client: in a browser, or where the workspace is no folder of this machine. */
export const clientFileSystem = (connection: Connection): FileSystem => ({
  find: (folder) => connection.sendRequest<readonly string[]>('delivery/findFiles', { folder }),
  read: async (uri) => {
    const answer = await connection.sendRequest<{ readonly text: string } | null>('delivery/readFile', { uri });
    return answer?.text;
  },
  exists: (uri) => connection.sendRequest<boolean>('delivery/fileExists', { uri }).catch(() => undefined), // not every client knows it
});
