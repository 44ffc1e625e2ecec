import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startServer } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const FOLDER = resolve('out/server');

describe('The packed language server', () => {
  let workspace: Workspace;
  let packed: string;
  const installed = (...names: string[]): string =>
    join(workspace.folder, 'node_modules', 'delivery-language-server', ...names);
  /** By the name by which npm lets it be called. */
  const run = (name: string, ...args: string[]) =>
    spawnSync(join(workspace.folder, 'node_modules', '.bin', name), args, {
      cwd: workspace.folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'C' },
      shell: process.platform === 'win32',
    });

  before(() => {
    packed = join(
      FOLDER,
      readdirSync(FOLDER).find((name) => /^delivery-language-server-.*\.tgz$/.test(name))!,
    );
    workspace = workspaceOf('//- package.json\n{ "private": true }\n');
    // Without network and with nothing in the cache, so that whatever the package lacks is missed here.
    const { status, stderr } = spawnSync(
      'npm',
      ['install', '--offline', '--cache', join(workspace.folder, 'cache'), packed],
      { cwd: workspace.folder, encoding: 'utf8', shell: process.platform === 'win32' },
    );
    assert.equal(status, 0, stderr);
  });
  after(() => workspace.dispose());

  it('is at most 1 MB, and installs nothing but itself', () => {
    assert.ok(statSync(packed).size <= 1_000_000, `${statSync(packed).size} bytes`);
    const modules = readdirSync(join(workspace.folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(modules, ['delivery-language-server']);
    const manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as Record<string, unknown>;
    assert.equal(manifest.dependencies, undefined);
    assert.equal(
      manifest.version,
      (JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>).version,
    );
  });

  it('holds what is meant to be in it, and no VS Code', () => {
    const files = (readdirSync(installed(), { recursive: true }) as string[])
      .filter((name) => statSync(installed(name)).isFile())
      .map((name) => name.replaceAll('\\', '/'));
    assert.deepEqual(files.sort(), [
      'LICENSE',
      'README.md',
      'dist/cli/delivery.js',
      'dist/cli/drawing.js',
      'dist/cli/explainPages.js',
      'dist/cli/main.js',
      'dist/cli/templates/texts.js',
      'dist/cli/ticker.js',
      'dist/server/node.js',
      'dist/webview/timeline.css',
      'dist/webview/timeline.js',
      'package.json',
      'schemas/delivery.config.schema.json',
      'schemas/model.schema.json',
      'schemas/schedule.schema.json',
    ]);
    for (const name of files.filter((each) => each.endsWith('.js')))
      assert.doesNotMatch(readFileSync(installed(name), 'utf8'), /require\(["']vscode["']\)|vscode-languageclient/);
  });

  it('runs every command of the command line', () => {
    const works = (...args: string[]): string => {
      const { status, stdout, stderr } = run('delivery', ...args);
      assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
      return stdout;
    };
    assert.match(works('init', '项目 crm', '--template', 'software'), /requirements\.delivery/);
    assert.match(works('check', '项目 crm'), /: 0 errors, /);
    assert.match(works('format', '--check', '项目 crm'), /0 not formatted/);
    assert.match(works('explain', 'trace/no-work'), /^trace\/no-work\n/);
    assert.match(works('trace', 'REQ-1', '项目 crm'), /What came of it/);
    assert.match(works('coverage', '项目 crm'), /covered/);
    assert.match(works('schedule', '项目 crm'), /the project finishes/);
    assert.match(works('timeline', '--to', 'svg', '项目 crm'), /<svg/);
    assert.match(works('timeline', '--to', 'html', '项目 crm'), /Content-Security-Policy/);
    assert.ok('items' in (JSON.parse(works('export', '项目 crm')) as object));
    assert.match(works('translate', '--to', 'zh', '项目 crm'), /keywords in/);
    assert.match(works('--version'), /^\d+\.\d+\.\d+\n$/);
  });

  it('serves editors under both of its names', async () => {
    assert.match(run('delivery-language-server', '--version').stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match(run('delivery-language-server', '--help').stdout, /--stdio/);
    const project = workspaceOf('//- a.delivery\nteam N-1 "x" { colour: red }\n');
    for (const command of [
      [installed('dist/server/node.js'), '--stdio'],
      [installed('dist/server/node.js')],
      [installed('dist/cli/delivery.js'), 'lsp', '--stdio', '--clientProcessId=1'],
    ] as const) {
      const client = await startServer(project, { command });
      await client.shows({ 'a.delivery': ['1:16 kind/unknown-field'] });
      await client.stop();
    }
    project.dispose();
  });
});
