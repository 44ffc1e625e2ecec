/** Finds and reads the files of projects on this machine's disk. */
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CONFIG_NAME, IGNORED_FOLDERS, SPEC_EXTENSION } from '../model/roots';
import type { Text } from '../kinds/tongue';
import { displayPath } from './displayPath';
import { WrongUse } from './wrongUse';

/** A path that cannot be read, or holds nothing to read: wrong use, not a finding. */
export class UnusablePath extends WrongUse {}

/** A file or folder below a path that was asked for, which cannot be read, and why. */
export interface Unread {
  readonly path: string;
  readonly reason: Text;
}

export const isConfigPath = (path: string): boolean => basename(path) === CONFIG_NAME;
export const isProjectFile = (path: string): boolean => path.endsWith(SPEC_EXTENSION) || isConfigPath(path);

export function unusable({ path, reason }: Unread): UnusablePath {
  const shown = displayPath(path);
  return new UnusablePath({ en: `cannot read ${shown}: ${reason.en}`, zh: `无法读取 ${shown}：${reason.zh}` });
}

/** Is there anything, if only a link that leads nowhere? */
export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Is it a folder? Throws UnusablePath where nothing is, or what is neither folder nor file. */
export async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    throw unusable({ path, reason: reasonOf(error) });
  });
  if (!found.isDirectory() && !found.isFile()) throw unusable({ path, reason: NO_FILE });
  return found.isDirectory();
}

/**
 * Spec and configuration files at any depth, in the order of their names. Links to folders are not followed, so that a circle
 * of links cannot trap the search.
 */
export async function filesBelow(folder: string, unread: (what: Unread) => void): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    unread({ path: folder, reason: reasonOf(error) });
    return [];
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(IGNORED_FOLDERS.has(entry.name) ? [] : await filesBelow(path, unread)));
    else if (isProjectFile(path) && (entry.isFile() || (await leadsToFile(path, unread)))) files.push(path);
  }
  return files;
}

/** Whether what is no plain file is a link to one. Emacs locks a file by a link beside it that leads nowhere. */
async function leadsToFile(path: string, unread: (what: Unread) => void): Promise<boolean> {
  if (basename(path).startsWith('.#')) return false;
  const reason = await stat(path).then(
    (found) => (found.isFile() ? undefined : found.isDirectory() ? 'folder' : NO_FILE),
    reasonOf,
  );
  if (typeof reason === 'object') unread({ path, reason });
  return reason === undefined;
}

/** Files that are read at a time: more gain nothing, and the system allows a process only so many open ones. */
const AT_A_TIME = 32;

/** The texts of files by path, read as UTF-8 without byte order mark; bytes that are none become U+FFFD. */
export async function textsOf(
  paths: readonly string[],
  unread: (what: Unread) => void,
  read: (count: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < paths.length; at += AT_A_TIME) {
    const portion = paths.slice(at, at + AT_A_TIME);
    const found = await Promise.all(portion.map((path) => readFile(path).then(decode).catch(reasonOf)));
    for (const [index, path] of portion.entries()) {
      const text = found[index]!;
      if (typeof text === 'string') texts.set(path, text);
      else unread({ path, reason: text });
    }
    read(Math.min(at + AT_A_TIME, paths.length));
  }
  return texts;
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

const NO_FILE: Text = { en: 'it is no file', zh: '不是普通文件' };

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file or folder', zh: '文件或文件夹不存在' },
  EACCES: { en: 'permission denied', zh: '没有权限' },
  EPERM: { en: 'permission denied', zh: '没有权限' },
  EROFS: { en: 'the disk is read-only', zh: '磁盘为只读' },
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  EEXIST: { en: 'a file is in the way', zh: '已有同名文件' },
  EISDIR: { en: 'a folder is in the way', zh: '已有同名文件夹' },
  ENOTDIR: { en: 'a file is in the way', zh: '已有同名文件' },
  ELOOP: { en: 'its links run in a circle', zh: '符号链接形成循环' },
};

/** The system's reason in words; what is rare stays in the system's own. */
export function reasonOf(error: unknown): Text {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? { en: message, zh: message };
}
