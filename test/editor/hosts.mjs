// The two real editors that the scenarios of ui.test.mjs run in: how each is started, and how files change beneath it.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBrowser } from '../../scripts/editor/chromium.mjs';
import { startCodeServer } from '../../scripts/editor/code-server.mjs';
import { freePort } from '../../scripts/editor/ports.mjs';
import { testSettings } from '../../scripts/editor/settings.mjs';
import { serveWeb, speak } from '../../scripts/editor/web.mjs';
import { deleteInExplorer, renameInExplorer, undoInExplorer } from './explorer.mjs';
import { fixture, packaged, temporaryWorkspace, vsix } from './places.mjs';

/**
 * Starts an editor with the packed extension and a copy of the fixture, or of other specs.
 *
 * @param {'code-server' | 'web'} name
 * @param {{
 *   specs?: string, settings?: Readonly<Record<string, unknown>>, prepare?: (workspace: string) => void, size?: object, language?: string
 * }} options
 *   specs: folder that is copied; settings: beside those of all tests; prepare: adds to the copy; size: of the window; language: of the
 *   extension, in VS Code for the Web only.
 * @returns {Promise<{
 *   name: string, page: import('playwright-core').Page, console: readonly string[], files: Files,
 *   close: () => Promise<void>
 * }>} console: what the page and its webviews wrote to the browser's console.
 * @typedef {{
 *   remove: (path: string) => Promise<void>, restore: (path: string) => Promise<void>,
 *   rename: (from: string, to: string) => Promise<void>, read?: (path: string) => Buffer
 * }} Files changes from outside the text editor; `restore` brings back what `remove` took, `read` is there where a disk is.
 */
export async function openHost(name, { specs, settings, prepare, size, language } = {}) {
  const place = temporaryWorkspace(specs);
  prepare?.(place.workspace);
  const server = await hosts[name](place, { ...testSettings, ...settings });
  const browser = await openBrowser(size);
  const lines = [];
  browser.page.on('console', (message) => lines.push(message.text()));
  const close = async () => {
    await browser.close();
    await server.close();
    place.dispose();
  };
  browser.page.setDefaultTimeout(15_000);
  if (language) await speak(browser.page, language);
  await browser.page.goto(server.start);
  return { name, page: browser.page, console: lines, files: server.files(browser.page), close };
}

const hosts = {
  'code-server': async ({ workspace, profile }, settings) => {
    const server = await startCodeServer({ profile, vsix, settings });
    const start = `${server.address}?folder=${encodeURIComponent(workspace)}`;
    return { start, close: server.close, files: () => onDisk(workspace) };
  },
  web: async ({ workspace }, settings) => {
    const port = await freePort();
    const server = await serveWeb({ port, folder: workspace, extensions: [packaged], settings });
    return { start: server.address, close: server.close, files: inExplorer };
  },
};

/** As another program would: the editor learns of it from its file watcher. */
const onDisk = (workspace) => ({
  remove: async (path) => rmSync(join(workspace, path), { recursive: true }),
  restore: async (path) => {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    cpSync(join(fixture, path), join(workspace, path), { recursive: true });
  },
  rename: async (from, to) => renameSync(join(workspace, from), join(workspace, to)),
  read: (path) => readFileSync(join(workspace, path)),
});

/** In the page there is no disk: as a user would, in the editor's explorer. */
const inExplorer = (page) => ({
  remove: (path) => deleteInExplorer(page, path),
  restore: () => undoInExplorer(page),
  rename: (from, to) => renameInExplorer(page, from, to),
});
