import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Script } from 'node:vm';
import { startServer } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';
import { unzip } from '../support/zip';

const VSIX = resolve('out/editor/delivery-spec.vsix');

/** As vsce counts. */
const MEGABYTE = 1024 * 1024;

/** Everything that may be in the package. */
const ALLOWED = [
  /^(?:package(?:\.nls(?:\.zh-cn)?)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^dist\/(?:client|server)\/(?:node|browser)\.js$/,
  /^dist\/cli\/(?:delivery|main|ticker)\.js$/,
  /^dist\/webview\/[\w-]+\.(?:js|css)$/,
  /^client\/(?:l10n\/[\w.-]+\.json|icons\/[\w-]+\.svg|walkthrough\/(?:images\/)?[\w.-]+\.(?:md|png))$/,
  /^syntaxes\/[\w.-]+\.(?:json|svg)$/,
  /^schemas\/(?:delivery\.config|kinds)\.schema\.json$/,
  /^docs\/(?:language|checks\/\w+)(?:\.zh-CN)?\.md$/,
];

describe('The packed extension', () => {
  let files: ReadonlyMap<string, Buffer>;
  let unpacked: Workspace;
  const path = (name: string): string => join(unpacked.folder, name);

  before(() => {
    files = new Map(
      [...unzip(readFileSync(VSIX))].flatMap(([name, bytes]) =>
        name.startsWith('extension/') ? [[name.slice('extension/'.length), bytes] as const] : [],
      ),
    );
    unpacked = workspaceOf('');
    for (const [name, bytes] of files) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), bytes);
    }
  });
  after(() => unpacked.dispose());

  it('is at most 1 MB', () => {
    const { size } = statSync(VSIX);
    assert.ok(size <= MEGABYTE, `${size} bytes`);
  });

  it('holds what is meant to be in it and nothing else', () => {
    const others = [...files.keys()].filter((name) => !ALLOWED.some((pattern) => pattern.test(name)));
    assert.deepEqual(others, []);
  });

  it('holds every file that its manifest names', () => {
    const manifest = files.get('package.json')!.toString();
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|client|syntaxes|schemas)\/[^"]+\.\w+)"/g)].map(
      ([, name]) => name!,
    );
    assert.ok(named.length >= 10);
    assert.deepEqual(
      named.filter((name) => !files.has(name)),
      [],
    );
    assert.ok([...files.keys()].some((name) => name.startsWith('client/l10n/')));
  });

  it('loads in both extension hosts', () => {
    for (const entry of ['dist/client/node.js', 'dist/client/browser.js']) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [resolve('test/support/fakeVscode.cjs'), path(entry)],
        { cwd: unpacked.folder, encoding: 'utf8' },
      );
      assert.equal(status, 0, stderr);
      const exported = new Map(JSON.parse(stdout) as [string, string][]);
      assert.deepEqual([exported.get('activate'), exported.get('deactivate')], ['function', 'function'], entry);
    }
  });

  it('holds scripts for browsers that can be read', () => {
    for (const name of ['dist/server/browser.js', 'dist/webview/timeline.js'])
      assert.doesNotThrow(() => new Script(files.get(name)!.toString(), { filename: name }));
  });

  it('holds the command line that its task runs, also by Electron', () => {
    const workspace = workspaceOf('//- a.delivery\nteam N-1 "x" { colour: red }\n');
    const electron = `Object.defineProperty(process.versions, 'electron', { value: '37.0.0' });`;
    workspace.write('electron.cjs', electron);
    for (const preload of [[], ['--require', join(workspace.folder, 'electron.cjs')]]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [...preload, path('dist/cli/delivery.js'), 'check', '--', 'a.delivery'],
        { cwd: workspace.folder, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: 'C' } },
      );
      assert.deepEqual([status, stderr], [1, '']);
      assert.match(stdout, /^a\.delivery:1:16 error /);
    }
    workspace.dispose();
  });

  it('holds a language server that answers', async () => {
    const workspace = workspaceOf('//- a.delivery\nteam N-1 "x" { colour: red }\n');
    const client = await startServer(workspace, { command: [path('dist/server/node.js'), '--stdio'] });
    await client.shows({ 'a.delivery': ['1:16 kind/unknown-field'] });
    await client.stop();
    workspace.dispose();
  });
});
