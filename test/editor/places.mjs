// Where the tests in real editors keep what they make.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/editor/install.mjs';

export const output = join(root, 'out/editor');
export const vsix = join(output, 'delivery-spec.vsix');
/** What the .vsix holds. */
export const packaged = join(output, 'package');
/** The bundle of the tests that run inside the extension host: VS Code for the Web wants it below the extension. */
export const suite = join(packaged, 'test/suite.js');
export const screenshots = join(root, 'out/screenshots');

/** The specs that the tests open; each run works on a copy. */
export const fixture = join(root, 'test/editor/workspace');
/** Several projects, for the tests of the timeline. */
export const plans = join(root, 'test/editor/plans');

/**
 * A fresh folder that holds a copy of the specs and room for an editor's profile, and is deleted by `dispose()`.
 * With names of folders each of them holds a copy, and the `workspaceFile` beside them opens all in one window.
 */
export function temporaryWorkspace(specs = fixture, ...folders) {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-editor-'));
  const workspace = join(folder, 'portal');
  for (const path of folders.length > 0 ? folders : ['']) cpSync(specs, join(workspace, path), { recursive: true });
  const workspaceFile = folders.length > 0 ? 'portal.code-workspace' : undefined;
  if (workspaceFile)
    writeFileSync(join(workspace, workspaceFile), JSON.stringify({ folders: folders.map((path) => ({ path })) }));
  const dispose = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { workspace, workspaceFile, profile: join(folder, 'profile'), dispose };
}

/** The windows that the tests inside an extension host are run in: of one folder, and of several. */
export const windows = () => [temporaryWorkspace(), temporaryWorkspace(fixture, 'portal', 'intranet')];
