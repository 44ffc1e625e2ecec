// Serves VS Code for the Web on localhost: the server of @vscode/test-web, with our settings put into its page.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { vscodeWeb } from './editors.mjs';
import { quietSettings } from './settings.mjs';

const require = createRequire(import.meta.url);
const createTestWebApp = require('@vscode/test-web/out/server/app.js').default;
const fileSystem = join(dirname(require.resolve('@vscode/test-web/package.json')), 'fs-provider');

/** What VS Code for the Web calls the folder that is served to it. Edits to it stay in the page: nothing is written to disk. */
const mount = { scheme: 'vscode-test-web', authority: 'mount' };

/**
 * Starts a server that ends with `close()`.
 *
 * @param {{
 *   port: number, folder: string, workspaceFile?: string, extensions?: readonly string[], extensionDevelopmentPath?: string, extensionTestsPath?: string,
 *   settings?: Readonly<Record<string, unknown>>, open?: readonly string[], say?: (message: string) => void
 * }} options folder: opened as the workspace;
 *   workspaceFile: the file in it that names the folders of the window instead; extensions: folders of extensions that count as built in; open: files of the
 *   workspace that are open at the first start; extensionTestsPath: below extensionDevelopmentPath.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveWeb(options) {
  const location = await vscodeWeb(options.say);
  const app = await createApp(options, location);
  // The first is the log of refused requests, which helps no reader of ours.
  app.middleware.shift();
  app.middleware.unshift(onlyTheFolder(basename(options.folder)), mendFileSystem, configurePage(options));
  const server = await new Promise((resolve, reject) => {
    // The name must be localhost: webviews get a name of their own below it, which browsers resolve by themselves.
    const listening = app.listen(options.port, 'localhost', () => resolve(listening)).once('error', reject);
  });
  return { address: `http://localhost:${options.port}/`, close: () => stop(server) };
}

function createApp(options, location) {
  silencePackage();
  return createTestWebApp({
    build: { type: 'static', location },
    // The folder above is mounted, so that the workspace has a name in the editor; `onlyTheFolder` keeps the rest private.
    folderMountPath: dirname(options.folder),
    extensionPaths: options.extensions,
    extensionDevelopmentPath: options.extensionDevelopmentPath,
    extensionTestsPath: options.extensionTestsPath,
    coi: false,
    esm: false,
    printServerLog: false,
  });
}

/** The package prints each folder it serves and how it loads modules, at every request. */
function silencePackage() {
  const { log } = console;
  console.log = (...args) => {
    if (!/^(Serving |Using ESM loader)/.test(String(args[0]))) log(...args);
  };
}

/** Tells VS Code, before its page is opened, a display language. It has no words in it, so its own stay English; those of the extension follow. */
export function speak(page, language) {
  return page.addInitScript((tongue) => {
    globalThis.require ??= { 'vs/nls': { availableLanguages: { '*': tongue } } };
  }, language);
}

/** Of the mounted folder only the workspace exists. */
const onlyTheFolder = (name) => async (context, next) => {
  const [, path] = /^\/static\/mount(?:\/(.*))?$/.exec(decodeURIComponent(context.path)) ?? [];
  if (path === undefined && !context.path.startsWith('/static/mount')) return next();
  const inside = path === name || path?.startsWith(`${name}/`);
  if (inside && !path.split(/[\\/]/).includes('..')) return next();
  if (path) return undefined;
  context.body = 'readdir' in context.query ? [{ name, type: 2 }] : { type: 2, ctime: 0, mtime: 0, size: 0 };
};

/**
 * The mounted file system is an extension of the package. Its manifest adds "[Test Files]" to the name of the workspace, and
 * its search takes what is typed into "Go to File" for a whole path, where VS Code 1.91 wants every file and filters itself.
 */
async function mendFileSystem(context, next) {
  const [, file] = /^\/static\/extensions\/fs\/(package\.json|dist\/fsExtensionMain\.js)$/.exec(context.path) ?? [];
  if (!file) return next();
  const text = readFileSync(join(fileSystem, file), 'utf8');
  context.type = extname(file);
  context.body = file.endsWith('.json')
    ? JSON.stringify({ ...JSON.parse(text), contributes: {} })
    : text.replace('const pattern = query.pattern;', "const pattern = '';");
}

/** Adds to the configuration that the page hands to VS Code (IWorkbenchConstructionOptions of vscode's web.api.ts). */
function configurePage({ folder, workspaceFile, settings, open = [] }) {
  const workspace = { ...mount, path: `/${basename(folder)}` };
  const file = workspaceFile && { ...mount, path: `${workspace.path}/${workspaceFile}` };
  const added = {
    ...(file ? { folderUri: undefined, workspaceUri: file } : { folderUri: workspace }),
    configurationDefaults: { ...quietSettings, ...settings },
    defaultLayout: { editors: open.map((file) => ({ uri: { ...mount, path: `${workspace.path}/${file}` } })) },
  };
  return async (context, next) => {
    await next();
    if (context.path !== '/' || typeof context.body !== 'string') return;
    context.body = context.body.replace(
      /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
      (_, head, json) => `${head}${escaped({ ...JSON.parse(json.replaceAll('&quot;', '"')), ...added })}"`,
    );
  };
}

const escaped = (value) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const stop = (server) =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
