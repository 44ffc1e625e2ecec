/** Writes files that nobody finds half written. */
import { chmod, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Text } from '../kinds/tongue';
import { displayPath } from './displayPath';
import { reasonOf } from './files';
import { WrongUse } from './wrongUse';

/**
 * Writes what a command has made into the file that was asked for; a link goes on leading to it, and a pipe or a device gets it
 * as it comes. Throws WrongUse.
 */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const known = await stat(target).catch(() => undefined);
    if (known && !known.isFile()) await writeFile(target, content);
    else await replaceFile(target, content, known?.mode);
  } catch (error) {
    const { en, zh } = unwritable(error);
    throw new WrongUse({ en: `${displayPath(path)}: ${en}`, zh: `${displayPath(path)}：${zh}` });
  }
}

/** Writes a file in one step: whoever reads it meanwhile gets the old content or the new. Rejects as Node's functions do. */
export async function replaceFile(path: string, content: string | Uint8Array, mode?: number): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined); // it may not exist yet
    throw error;
  }
}

export function unwritable(error: unknown): Text {
  const reason = reasonOf(error);
  return { en: `it cannot be written: ${reason.en}`, zh: `无法写入：${reason.zh}` };
}
