// Starts code-server: VS Code with its Node extension host, shown in a browser.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeServer } from './editors.mjs';
import { freePort } from './ports.mjs';
import { quietSettings } from './settings.mjs';

const startLimit = 60_000;
const stopLimit = 3_000;

/**
 * Starts code-server with a profile of its own.
 *
 * @param {{ profile: string, vsix?: string, settings?: Readonly<Record<string, unknown>>, say?: (message: string) => void }} options
 *   profile: an empty folder for user data and extensions; vsix: a packed extension to install.
 * @returns {Promise<{ port: number, address: string, log: () => string, close: () => Promise<void> }>}
 * @throws Error with what code-server printed when it does not start.
 */
export async function startCodeServer({ profile, vsix, settings, say }) {
  const tool = await codeServer(say);
  const folders = ['--user-data-dir', join(profile, 'data'), '--extensions-dir', join(profile, 'extensions')];
  mkdirSync(join(profile, 'data/User'), { recursive: true });
  writeFileSync(join(profile, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  if (vsix) await finished(launch(tool, profile, [...folders, '--install-extension', vsix]));
  const port = await freePort();
  const server = launch(tool, profile, [...folders, ...serverArguments(port)]);
  await answering(server, `http://127.0.0.1:${port}/healthz`);
  return { port, address: `http://127.0.0.1:${port}/`, log: server.log, close: () => stop(server.child) };
}

const serverArguments = (port) => [
  ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--ignore-last-opened'],
  ...[
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
  ],
  // Without it the page ignores the keys that name the tests to run.
  ...['--vscode-option', 'enable-smoke-test-driver'],
];

function launch(tool, profile, args) {
  const home = join(profile, 'home');
  const child = spawn(tool.node, [tool.entry, '--config', join(profile, 'config.yaml'), ...args], {
    env: { ...process.env, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the extension hosts end with the server.
    detached: true,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
  return { child, log: () => log };
}

const finished = ({ child, log }) =>
  new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`code-server ended with code ${code}:\n${log()}`)),
    );
  });

async function answering({ child, log }, url) {
  for (const end = Date.now() + startLimit; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error(`code-server did not start:\n${log()}`);
    if (Date.now() > end) {
      await stop(child);
      throw new Error(`code-server did not answer within ${startLimit / 1000} s:\n${log()}`);
    }
  }
}

/** Ends the process and what it started, and waits for it. */
async function stop(child) {
  const ended = new Promise((resolve) =>
    child.exitCode !== null || child.signalCode ? resolve() : child.on('exit', resolve),
  );
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopLimit);
  await ended;
  clearTimeout(timer);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
