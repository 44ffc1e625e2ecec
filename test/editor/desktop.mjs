// The tests of suite/ in a desktop VS Code, which is downloaded if need be; says so where none can be had.
// VSCODE_EXECUTABLE may name one; VSCODE_VERSION chooses another version than the stable one.
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/editor/install.mjs';
import { packaged, suite, windows } from './places.mjs';

const executable = process.env.VSCODE_EXECUTABLE ?? (await download());
if (executable) await test(executable);

async function download() {
  const cachePath = join(root, '.editor/desktop');
  mkdirSync(cachePath, { recursive: true });
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION ?? 'stable',
      cachePath,
      timeout: 30_000,
    });
  } catch (error) {
    console.log(`@skipped no desktop VS Code can be downloaded here (${error.message ?? error}).`);
    return undefined;
  }
}

async function test(vscodeExecutablePath) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return withVirtualDisplay(vscodeExecutablePath);
  for (const place of windows()) await testIn(place, vscodeExecutablePath);
}

async function testIn(place, vscodeExecutablePath) {
  const launchArgs = [
    join(place.workspace, place.workspaceFile ?? ''),
    '--disable-extensions',
    '--disable-workspace-trust',
    `--user-data-dir=${place.profile}`,
  ];
  if (process.getuid?.() === 0) launchArgs.push('--no-sandbox');
  try {
    await runTests({ vscodeExecutablePath, extensionDevelopmentPath: packaged, extensionTestsPath: suite, launchArgs });
  } catch (error) {
    console.error(error.message ?? error);
    process.exitCode = 1;
  } finally {
    place.dispose();
  }
}

/** A window needs a display; Xvfb is one that nobody sees. */
function withVirtualDisplay(vscodeExecutablePath) {
  const { status, error } = spawnSync('xvfb-run', ['-a', process.execPath, fileURLToPath(import.meta.url)], {
    env: { ...process.env, VSCODE_EXECUTABLE: vscodeExecutablePath },
    stdio: 'inherit',
  });
  if (error) console.log('@skipped a desktop VS Code needs a display, and this machine has neither one nor xvfb-run.');
  else process.exitCode = status ?? 1;
}
