/** Runs the built `delivery` command. */
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export interface Run {
  /** Exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that goes on until it is asked to end. */
export interface Lasting {
  /** All that was printed since it was last asked for, once a pattern fits it. Rejects when that takes too long. */
  readonly printed: (pattern: RegExp) => Promise<string>;
  readonly stderr: () => string;
  /** Sends a signal, and waits for the exit code. */
  readonly end: (signal: 'SIGINT' | 'SIGTERM') => Promise<number | null>;
  /** Kills it, if it still runs. */
  readonly dispose: () => void;
}

/** What surrounds a run. */
interface Surroundings {
  /** In English unless it says otherwise. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input. */
  readonly input?: string | Uint8Array;
  /** Of the output; UTF-8 unless it says otherwise. */
  readonly encoding?: 'latin1';
  /** Lets the command take its output for a terminal. */
  readonly terminal?: boolean;
  /** Runs as somebody whom modes of files bind, which they do not bind root. */
  readonly unprivileged?: boolean;
}

/** Runs the command in a folder, in English unless the environment given says otherwise. */
export const delivery = (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Run =>
  deliveryIn(cwd, args, { env });

/** Runs the command in a folder, in surroundings of one's own. */
export function deliveryIn(cwd: string, args: readonly string[], surroundings: Surroundings): Run {
  const { env, input, encoding = 'utf8', terminal, unprivileged } = surroundings;
  const { status, stdout, stderr } = spawnSync(process.execPath, commandLine(args, terminal), {
    cwd,
    encoding,
    env: { PATH: process.env.PATH, LANG: 'C', ...env },
    timeout: 60_000,
    ...(input === undefined ? {} : { input }),
    ...(unprivileged && isRoot() ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return { code: status, stdout, stderr };
}

const commandLine = (args: readonly string[], terminal = false): readonly string[] => [
  ...(terminal ? ['--require', resolve('test/support/terminal.cjs')] : []),
  COMMAND,
  ...args,
];

/** Starts the command in a folder, without waiting for its end. */
export function startDelivery(cwd: string, args: readonly string[], terminal = false): Lasting {
  const child = spawn(process.execPath, commandLine(args, terminal), {
    cwd,
    env: { PATH: process.env.PATH, LANG: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  let [unasked, complaints] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (unasked += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const printed = async (pattern: RegExp): Promise<string> => {
    const begin = Date.now();
    while (!pattern.test(unasked)) {
      if (Date.now() - begin > PATIENCE || child.exitCode !== null)
        throw new Error(`${String(pattern)} was not printed, but:\n${unasked}\n${complaints}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const text = unasked;
    unasked = '';
    return text;
  };
  const end = (signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> => {
    child.kill(signal);
    return exit;
  };
  return { printed, stderr: () => complaints, end, dispose: () => child.kill('SIGKILL') };
}

/** Generous, since machines that test are busy. */
const PATIENCE = 60_000;

/** Can it be tried here what modes of files do to the command? */
export const canRunUnprivileged = (): boolean =>
  process.platform !== 'win32' && deliveryIn('/', ['--version'], { unprivileged: true }).code === 0;

const COMMAND = resolve('dist/cli/delivery.js');
const NOBODY = 65534;
const isRoot = (): boolean => process.getuid?.() === 0;
