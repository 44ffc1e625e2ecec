/** Lets a browser on this machine, without window, draw what Node cannot. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { WrongUse } from './wrongUse';

/** Milliseconds. */
const patience = 120_000;

/**
 * The HTML that a page of its own script has become once it is loaded. The page comes from an address of this machine that
 * nobody else knows, since browsers in a sandbox see no files of ours. Throws WrongUse where there is no browser or it fails.
 */
export async function loadedPage(page: string): Promise<string> {
  const browser = findBrowser();
  const path = `/${randomUUID()}`;
  const server = createServer(({ url }, response) => {
    response.writeHead(url === path ? 200 : 404, { 'Content-Type': 'text/html' }).end(url === path ? page : '');
  });
  const profile = await mkdtemp(join(tmpdir(), 'delivery-browser-'));
  try {
    const address = `http://127.0.0.1:${await listening(server)}${path}`;
    return await printed(browser, [...options, `--user-data-dir=${profile}`, address]);
  } finally {
    server.closeAllConnections();
    server.close();
    // Its last processes may still be writing there.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const options = [
  '--headless',
  '--dump-dom',
  '--disable-gpu',
  '--no-first-run',
  // Chromium refuses to run in its sandbox as root, as people are in containers; it sees nothing but our own page.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** What a program prints. Throws WrongUse if it ends ill or not at all, or printed nothing. */
const printed = (program: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: patience, killSignal: 'SIGKILL' });
    const output: Buffer[] = [];
    let complaint = '';
    const fail = (reason: string): void => {
      const why = reason.trim();
      reject(new WrongUse({ en: `${program} did not draw: ${why}`, zh: `${program} 未能绘图：${why}` }));
    };
    child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-500)));
    child.once('error', ({ message }) => fail(message));
    child.once('close', (code, signal) => {
      if (code === 0 && output.length > 0) resolve(Buffer.concat(output).toString());
      else fail(`${signal ?? `exit code ${code}`}\n${complaint}`);
    });
  });

/** A browser of Chromium's family. Throws WrongUse without one. */
function findBrowser(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen && existsSync(chosen)) return chosen;
  if (chosen)
    throw new WrongUse({
      en: `CHROME_PATH names ${chosen}, which does not exist.`,
      zh: `CHROME_PATH 指向的 ${chosen} 不存在。`,
    });
  const found = places().find((place) => existsSync(place));
  if (found) return found;
  throw new WrongUse({
    en: 'a PNG is drawn by Chrome, Chromium or Edge, and none was found: CHROME_PATH may name one. SVG and HTML need no browser.',
    zh: 'PNG 由 Chrome、Chromium 或 Edge 绘制，但未找到其中任何一个：可用 CHROME_PATH 指定。SVG 和 HTML 不需要浏览器。',
  });
}

function places(): readonly string[] {
  const { PATH = '', PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': programFiles32 } = process.env;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const windows = [PROGRAMFILES, programFiles32, LOCALAPPDATA].filter((folder) => folder !== undefined);
  return [
    ...names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))),
    ...applications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ...windows.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...windows.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ];
}
