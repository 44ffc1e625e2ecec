import * as fs from 'node:fs';
import { promisify } from 'node:util';
import { URI, Utils } from 'vscode-uri';
import { IGNORED_FOLDERS, isConfig, isSpec } from '../model/roots';
import type { FileSystem } from './fileSystem';
import type { Unreadable } from './unreadable';

// As `node:fs/promises` has them; but that is loaded with all it needs for much else, which takes a few milliseconds of the start.
const [access, readdir, readFile] = [promisify(fs.access), promisify(fs.readdir), promisify(fs.readFile)];

/** Reads the disk of this machine. Links to folders are not followed, so that a circle of links cannot trap the search. */
export const nodeFileSystem: FileSystem = {
  find: async (folder, unreadable) => {
    const uri = URI.parse(folder);
    return uri.scheme === 'file' ? findBelow(uri, unreadable) : [];
  },
  read: async (uri) => {
    try {
      return decode(await inTurn(() => readFile(URI.parse(uri).fsPath)));
    } catch (error) {
      if (isMissing(error)) return undefined; // deleted meanwhile, or a folder with the name of a file
      throw error;
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

async function findBelow(folder: URI, unreadable: Unreadable): Promise<string[]> {
  const entries = await inTurn(() => readdir(folder.fsPath, { withFileTypes: true })).catch((error: unknown) => {
    if (!isMissing(error)) unreadable(folder.toString(), error);
    return [];
  });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const uri = Utils.joinPath(folder, entry.name);
      if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : findBelow(uri, unreadable);
      return isSpec(uri.toString()) || isConfig(uri.toString()) ? [uri.toString()] : [];
    }),
  );
  return found.flat();
}

/** Is there no such thing, or something else? */
const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String((error as { readonly code?: unknown }).code));

/** More at once would run out of handles, where ten thousand files appear in one go. */
const MOST_AT_ONCE = 64;
let running = 0;
const waiting: (() => void)[] = [];

/** Does a work that takes a handle when few enough others run. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** UTF-8 without its byte order mark; bytes that are no UTF-8 become U+FFFD, which the parser then reports. */
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
