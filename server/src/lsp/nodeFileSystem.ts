import { access, readdir, readFile } from 'node:fs/promises';
import { URI, Utils } from 'vscode-uri';
import { IGNORED_FOLDERS, isConfig, isSpec } from '../model/roots';
import type { FileSystem } from './fileSystem';

/** Reads the disk of this machine. Links to folders are not followed, so that a circle of links cannot trap the search. */
export const nodeFileSystem: FileSystem = {
  find: async (folder) => {
    const uri = URI.parse(folder);
    return uri.scheme === 'file' ? findBelow(uri) : [];
  },
  read: async (uri) => {
    try {
      return decode(await readFile(URI.parse(uri).fsPath));
    } catch {
      return undefined; // deleted meanwhile, or not ours to read: the same as not being there
    }
  },
  exists: async (address) => {
    const uri = URI.parse(address);
    if (uri.scheme !== 'file') return undefined;
    return access(uri.fsPath).then(
      () => true,
      () => false,
    );
  },
};

async function findBelow(folder: URI): Promise<string[]> {
  const entries = await readdir(folder.fsPath, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const uri = Utils.joinPath(folder, entry.name);
      if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : findBelow(uri);
      return isSpec(uri.toString()) || isConfig(uri.toString()) ? [uri.toString()] : [];
    }),
  );
  return found.flat();
}

/** UTF-8 without its byte order mark; bytes that are no UTF-8 become U+FFFD, which the parser then reports. */
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
