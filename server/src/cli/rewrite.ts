/** Replaces the text of files on disk. */
import { readFile, realpath, stat } from 'node:fs/promises';
import type { Text } from '../kinds/tongue';
import { replaceFile, unwritable } from './wholeFile';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Writes a file in one step: whoever reads it meanwhile gets the old text or the new. Its mode and byte order mark stay, and a
 * link goes on leading to it. Returns why it was left alone, or undefined.
 */
export const rewrite = (path: string, old: string, text: string): Promise<Text | undefined> =>
  replace(path, old, text).catch(unwritable);

async function replace(path: string, old: string, text: string): Promise<Text | undefined> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  // It could be put in the place of one that is read-only, but whoever made that so did not want it to change.
  if ((mode & ANYBODY_WRITES) === 0) return READ_ONLY;
  const bytes = await readFile(target);
  const current = decode(bytes);
  if (current === undefined) return NOT_UTF8;
  const mark = current.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  if (current.slice(mark.length) !== old) return CHANGED;
  await replaceFile(target, mark + text, mode);
  return undefined;
}

const ANYBODY_WRITES = 0o222;

const READ_ONLY: Text = { en: 'it is read-only', zh: '文件为只读' };
export const NOT_UTF8: Text = { en: 'it is not UTF-8 text', zh: '不是 UTF-8 文本' };
const CHANGED: Text = { en: 'it was changed by another program meanwhile', zh: '期间被其他程序修改' };

/** Can what a file holds be read, and be written back as it was? */
export const isUtf8 = async (path: string): Promise<boolean> => decode(await readFile(path)) !== undefined;

/** The text with its byte order mark, or undefined: writing replacement characters back would destroy what they stand for. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
