/** Folders on disk made of specs. */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSpec } from './spec';

export interface Workspace {
  /** Absolute path of the folder; it holds a blank and Chinese letters. */
  readonly folder: string;
  readonly uri: (path?: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Deletes the folder. */
  readonly dispose: () => void;
}

/** A temporary folder with the files of a spec, its markers removed. */
export function workspaceOf(source: string): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'delivery 测试 ')));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, text } of parseSpec(source).files) write(path, text);
  return {
    folder,
    uri: (path = '') => pathToFileURL(join(folder, path)).href,
    write,
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    rename: (from, to) => renameSync(join(folder, from), join(folder, to)),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}
