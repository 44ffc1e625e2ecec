/** Runs the built `delivery` command. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Run {
  /** Exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What surrounds a run. */
interface Surroundings {
  /** In English unless it says otherwise. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input. */
  readonly input?: string | Uint8Array;
  /** Of the output; UTF-8 unless it says otherwise. */
  readonly encoding?: 'latin1';
  /** Runs as somebody whom modes of files bind, which they do not bind root. */
  readonly unprivileged?: boolean;
}

/** Runs the command in a folder, in English unless the environment given says otherwise. */
export const delivery = (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run =>
  deliveryIn(cwd, args, { env });

/** Runs the command in a folder, in surroundings of one's own. */
export function deliveryIn(cwd: string, args: readonly string[], surroundings: Surroundings): Run {
  const { env, input, encoding = 'utf8', unprivileged } = surroundings;
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    encoding,
    env: { PATH: process.env.PATH, LANG: 'C', ...env },
    timeout: 60_000,
    ...(input === undefined ? {} : { input }),
    ...(unprivileged && isRoot() ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { code: status, stdout, stderr };
}

/** Can it be tried here what modes of files do to the command? */
export const canRunUnprivileged = (): boolean =>
  process.platform !== 'win32' && deliveryIn('/', ['--version'], { unprivileged: true }).code === 0;

const COMMAND = resolve('dist/cli/delivery.js');
const NOBODY = 65534;
const isRoot = (): boolean => process.getuid?.() === 0;
