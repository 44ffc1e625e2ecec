// npm start: VS Code for the Web with this extension and the examples, on this machine, in the browser.
// Usage: node scripts/start.mjs [--no-open] [--port N] [FOLDER]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './editor/install.mjs';
import { freePort } from './editor/ports.mjs';
import { serveWeb } from './editor/web.mjs';

const { values, positionals } = readArguments();
const folder = resolve(positionals[0] ?? join(root, 'examples'));

try {
  await start();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function readArguments() {
  const options = { 'no-open': { type: 'boolean', default: false }, port: { type: 'string', default: '3000' } };
  try {
    const read = parseArgs({ options, allowPositionals: true });
    if (!/^\d{1,5}$/.test(read.values.port) || Number(read.values.port) > 65_535)
      throw new Error(`${read.values.port} is no port: write a number up to 65535.`);
    return read;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm start -- [--no-open] [--port N] [FOLDER]`);
    process.exit(2);
  }
}

async function start() {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  build();
  const port = await freePort(Number(values.port));
  const server = await serveWeb({ port, folder, extensions: [root], open: firstSpecs() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  console.log(`\n  Delivery Spec runs at ${server.address}\n`);
  console.log(
    '  Edits stay in that page: nothing is written to disk, and a reload brings the files back as they were.',
  );
  console.log('  Ctrl-C ends it.\n');
  if (!values['no-open']) openBrowser(server.address);
}

function build() {
  console.log('Building …');
  const { status } = spawnSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed, so there is nothing to start.');
}

/** The requirements and the plan of one project: the first has findings to see, the second a timeline. */
function firstSpecs() {
  const specs = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.delivery'))
    .sort();
  const home = specs.find((name) => basename(name) === 'requirements.delivery');
  const pair = home
    ? [home, join(dirname(home), 'plan.delivery')].filter((name) => specs.includes(name))
    : specs.slice(0, 1);
  return pair.map((name) => name.split(sep).join('/'));
}

function openBrowser(address) {
  const [command, ...args] = desktopOpener() ?? [];
  if (!command) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** The command that shows an address in the user's browser; undefined where no one sits in front of this machine. */
function desktopOpener() {
  const { CI, SSH_CONNECTION, SSH_TTY, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || SSH_CONNECTION || SSH_TTY) return undefined;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
