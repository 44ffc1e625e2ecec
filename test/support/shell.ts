/** Runs a line of a shell, as pages show them, in which `delivery` is the built command. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Run } from './cli';

const COMMAND = `delivery() { '${process.execPath}' '${resolve('dist/cli/delivery.js')}' "$@"; }`;

/** `line` may redirect and pipe; `locale` is that of the machine: "zh_CN.UTF-8". */
export function shell(cwd: string, line: string, locale = 'C'): Run {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${COMMAND}\n${line}`], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: locale },
  });
  return { code: status, stdout, stderr };
}
