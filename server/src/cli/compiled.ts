/**
 * Loads our bundle with the code that V8 compiled of it in an earlier process, which is more than a quarter of the work of a start. What Node
 * itself keeps, from 22.8 on, is kept before anything has run: without the functions that are compiled when they are first called. So it
 * is with packages for that, like v8-compile-cache, which besides keep it where other users may write.
 *
 * Code that is kept is run without being looked at. So it lies in a folder that nobody but the user can write, below a name that
 * holds the text it was made of, and V8's version and flags, and behind its own checksum: V8 itself compares no more than the length of the text, and
 * crashes over code that is damaged.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Runs a bundle as `require` would. What was compiled is kept for each command by itself: they have few functions in common.
 * Whatever hinders that is passed over, and the bundle is compiled anew.
 */
export function loadCompiled(bundle: string, command: string, options: readonly string[]): void {
  if (isSwitchedOff() || !isKept(command, options)) createRequire(bundle)(bundle);
  else run(bundle, command);
}

/** By the user, in the same words as Node's own; and where Node itself must compile, to map or to count lines. */
const isSwitchedOff = (): boolean =>
  Boolean(process.env.NODE_DISABLE_COMPILE_CACHE) ||
  Boolean(process.env.NODE_V8_COVERAGE) ||
  (process as { readonly sourceMapsEnabled?: boolean }).sourceMapsEnabled === true ||
  process.execArgv.includes('--enable-source-maps');

/** Nobody waits for help, and a run that only prints it would keep nothing but that. */
const isKept = (command: string, options: readonly string[]): boolean =>
  /^[a-z]{1,20}$/.test(command) && !options.some((option) => /^(?:-h|--help|-V|--version)$/.test(option));

function run(bundle: string, command: string): void {
  const source = readFileSync(bundle);
  const entry = entryOf(source, command);
  const cachedData = entry && read(entry);
  const [head, foot] = Module.wrap('$').split('$') as [string, string];
  // Put together before it becomes a string, which then need not be copied.
  const wrapped = Buffer.concat([Buffer.from(head), source, Buffer.from(foot)]).toString();
  const script = new Script(wrapped, { filename: bundle, columnOffset: -head.length, cachedData });
  const load = script.runInThisContext() as (...parameters: readonly unknown[]) => void;
  const module = { exports: {} };
  load.call(module.exports, module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  if (!entry || (cachedData && script.cachedDataRejected === false)) return;
  whenDone(command, () => write(entry, script));
}

interface Entry {
  readonly folder: string;
  readonly name: string;
}

function entryOf(source: Uint8Array, command: string): Entry | undefined {
  const folder = ownFolder();
  if (folder === undefined) return undefined;
  const text = createHash('sha256').update(source).digest('hex').slice(0, 32);
  const { version, arch } = process;
  return { folder, name: `${command}-${version}-${arch}-${cachedDataVersionTag().toString(16)}-${text}${ENDING}` };
}

const ENDING = '.v8';

/** The folder for what is compiled, made if need be; undefined where there is none, or others than the user may write. */
const ownFolder = (): string | undefined =>
  attempt(() => {
    const caches = process.env.NODE_COMPILE_CACHE ?? userCaches();
    if (caches === undefined || !isAbsolute(caches)) return undefined;
    const folder = join(caches, 'delivery-spec');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    // Windows lets nobody else into the folders of a user, and knows no such numbers.
    const isOwn = process.geteuid === undefined || (stats.uid === process.geteuid() && (stats.mode & 0o22) === 0);
    return isOwn && stats.isDirectory() ? folder : undefined;
  });

/** What cannot be read or written, or not for long as others do the same, is compiled anew; nobody needs to be told. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Where programs of the user keep what can be made anew. */
function userCaches(): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches');
  return XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache');
}

const checksum = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const CHECKSUM_BYTES = 32;

const read = ({ folder, name }: Entry): Buffer | undefined =>
  attempt(() => {
    const file = readFileSync(join(folder, name));
    const data = file.subarray(CHECKSUM_BYTES);
    return checksum(data).equals(file.subarray(0, CHECKSUM_BYTES)) ? data : undefined;
  });

/** Under another name first, so that nobody reads half of it. */
function write({ folder, name }: Entry, script: Script): void {
  const path = join(folder, name);
  const unfinished = `${path}.${process.pid}`;
  attempt(() => {
    const data = script.createCachedData();
    writeFileSync(unfinished, Buffer.concat([checksum(data), data]), { mode: 0o600, flag: 'wx' });
    renameSync(unfinished, path);
    dropOld(folder);
  });
  attempt(() => rmSync(unfinished, { force: true }));
}

/** How many are kept, of any version of ours and of Node. Whoever uses more of them compiles now and then. */
const MOST_KEPT = 12;

/** Leaves the newest, and nothing that a process left unfinished before. */
function dropOld(folder: string): void {
  const entries = readdirSync(folder)
    .filter((name) => name.includes(ENDING))
    .map((name) => ({ path: join(folder, name), age: -statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => one.age - other.age);
  for (const { path } of entries.slice(MOST_KEPT)) rmSync(path, { force: true });
}

/** How long a server must have done next to nothing, in milliseconds, and which share of that time is next to nothing. */
const REST = 2000;
const NEXT_TO_NOTHING = 0.05;

/**
 * When what the command needs has been compiled: with a server when it comes to rest behind its start, for later V8 forgets
 * what it does not use; with any other command at its end, unless that was a failure.
 */
function whenDone(command: string, work: () => void): void {
  if (command !== 'lsp') {
    process.once('exit', (code) => {
      if (code <= 1) work();
    });
    return;
  }
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > NEXT_TO_NOTHING) return;
    clearInterval(timer);
    work();
  }, REST);
  timer.unref();
}
