/** Runs the built `delivery` command. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Run {
  /** Exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in a folder, in English unless the environment given says otherwise. */
export function delivery(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli/delivery.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'C', ...env },
  });
  return { code: status, stdout, stderr };
}
