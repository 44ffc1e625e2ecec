/** Standard input in the place of a file: what editors and hooks hand over before it is saved. */
import { resolve } from 'node:path';
import type { StandIn } from './project';
import { WrongUse } from './wrongUse';

/** Stands for standard input where a path is expected. */
export const DASH = '-';

/** The paths of a command that also reads standard input. */
export interface Source {
  readonly paths: readonly string[];
  readonly stdinFilename?: string | undefined;
}

/**
 * Is standard input to be read? Throws WrongUse where paths are named as well, since the answer could not say which of the two
 * it is about.
 */
export function isFromInput({ paths, stdinFilename }: Source): boolean {
  const isDash = paths.includes(DASH);
  if (!isDash && stdinFilename === undefined) return false;
  const others = paths.filter((path) => path !== DASH);
  if (others.length > 0)
    throw new WrongUse({
      en: `standard input is read alone: leave out ${others.join(', ')}`,
      zh: `标准输入不能与其他路径一起读取，请去掉 ${others.join('、')}`,
    });
  return true;
}

/** The paths that were named, or the current folder. */
export const pathsOrHere = (paths: readonly string[]): readonly string[] => (paths.length === 0 ? ['.'] : paths);

/** Standard input to its end. */
export async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Standard input in the place of the file at a path. */
export const readStandIn = async (path: string): Promise<StandIn> => ({
  path: resolve(path),
  text: new TextDecoder('utf-8').decode(await readInput()),
});
