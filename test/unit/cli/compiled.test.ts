/** What is kept of compiled code, tried with a small bundle in the place of ours. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startServer } from '../../support/server';
import { workspaceOf, type Workspace } from '../../support/workspace';

/** Says what it was told and where it stands; `fail` throws. */
const BUNDLE = `"use strict"; const { basename } = require('node:path');
function lazy() { return process.argv.slice(2).join(' '); }
console.log(lazy(), basename(__filename), require('./beside.js'));
if (process.argv[2] === 'fail') { throw new Error('as it was meant'); }
if (process.argv[2] === 'misused') { process.exitCode = 2; }
`;

describe('The code that is kept from one start to the next', () => {
  let workspace: Workspace;
  const path = (...names: string[]): string => join(workspace.folder, ...names);
  const run = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [path('cli/delivery.js'), ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: path('caches'), ...environment },
    });
  const works = (args: readonly string[], environment?: NodeJS.ProcessEnv): void => {
    const { status, stdout, stderr } = run(args, environment);
    assert.deepEqual([status, stdout, stderr], [0, `${args.join(' ')} main.js there\n`, '']);
  };
  const kept = (): string[] => {
    try {
      return readdirSync(path('caches/delivery-spec'));
    } catch {
      return [];
    }
  };
  /** Changes when it is written again. */
  const identity = (name: string): string => {
    const { ino, mtimeMs } = statSync(path('caches/delivery-spec', name));
    return `${ino} ${mtimeMs}`;
  };

  beforeEach(() => {
    workspace = workspaceOf('');
    workspace.write('cli/main.js', BUNDLE);
    workspace.write('cli/beside.js', `module.exports = 'there';`);
    cpSync(resolve('dist/cli/delivery.js'), path('cli/delivery.js'));
  });
  afterEach(() => workspace.dispose());

  it('is written by the first start and used by the next', () => {
    works(['check', 'a']);
    const [name, ...others] = kept();
    assert.match(name!, new RegExp(`^check-${process.version}-${process.arch}-[0-9a-f]+-[0-9a-f]{32}\\.v8$`));
    assert.deepEqual(others, []);
    const written = identity(name!);
    works(['check', 'b']);
    assert.equal(identity(name!), written);
  });

  it('is another for each command and each text, and is not kept of what only prints help or goes wrong', () => {
    works(['check']);
    works(['trace']);
    workspace.write('cli/main.js', BUNDLE.replace('lazy()', 'busy()').replace('lazy()', 'busy()'));
    works(['check']);
    works(['check', '--help']);
    works(['--version']);
    works(['Ünknown/../../x']);
    assert.equal(run(['misused']).status, 2);
    assert.notEqual(run(['fail']).status, 0);
    assert.deepEqual(
      kept().map((name) => name.split('-')[0]),
      ['check', 'check', 'trace'],
    );
  });

  it('is passed over and replaced where it is damaged, cut off or not of this V8', () => {
    works(['check']);
    const [name] = kept();
    const file = path('caches/delivery-spec', name!);
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped[whole.length - 20]! ^= 0xff;
    const foreign = Buffer.from('no code of any V8');
    const checked = Buffer.concat([createHash('sha256').update(foreign).digest(), foreign]);
    for (const damaged of [flipped, whole.subarray(0, 100), Buffer.alloc(0), foreign, checked]) {
      writeFileSync(file, damaged);
      works(['check']);
      assert.equal(readFileSync(file).length, whole.length);
    }
    const written = identity(name!);
    works(['check']);
    assert.equal(identity(name!), written);
  });

  it('is missed by nobody where it cannot be written', () => {
    workspace.write('a file', '');
    works(['check'], { NODE_COMPILE_CACHE: path('a file') });
    works(['check'], { NODE_COMPILE_CACHE: 'relative' });
    mkdirSync(path('caches/delivery-spec/x'), { recursive: true });
    mkdirSync(path('home'));
    works(['check'], { NODE_COMPILE_CACHE: undefined, HOME: path('a file'), LOCALAPPDATA: path('a file') });
    works(['check'], { NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual(kept(), ['x']);
  });

  it('is neither read nor written where others may write', function () {
    if (process.platform === 'win32') this.skip(); // which has no modes
    mkdirSync(path('caches/delivery-spec'), { recursive: true });
    chmodSync(path('caches/delivery-spec'), 0o770);
    works(['check']);
    assert.deepEqual(kept(), []);
    workspace.remove('caches/delivery-spec');
    mkdirSync(path('elsewhere'));
    symlinkSync(path('elsewhere'), path('caches/delivery-spec'));
    works(['check']);
    assert.deepEqual(readdirSync(path('elsewhere')), []);
  });

  it('lies in the folder that the user has for such things, for nobody else to read', function () {
    if (process.platform !== 'linux') this.skip();
    const home = { NODE_COMPILE_CACHE: undefined, HOME: path('home') };
    works(['check'], home);
    works(['check'], { ...home, XDG_CACHE_HOME: path('xdg') });
    for (const folder of ['home/.cache/delivery-spec', 'xdg/delivery-spec']) {
      assert.equal(statSync(path(folder)).mode & 0o777, 0o700);
      const [name, ...others] = readdirSync(path(folder));
      assert.deepEqual(others, []);
      assert.equal(statSync(path(folder, name!)).mode & 0o777, 0o600);
    }
  });

  it('does not grow: the newest are kept', () => {
    mkdirSync(path('caches/delivery-spec'), { recursive: true, mode: 0o700 });
    for (let n = 0; n < 30; n++) workspace.write(`caches/delivery-spec/check-v20.0.${n}-x64-0-0.v8`, '');
    workspace.write('caches/delivery-spec/other', '');
    works(['trace']);
    assert.equal(kept().length, 13);
    assert.ok(kept().some((name) => name.startsWith('trace-')));
    assert.ok(kept().includes('other'));
  });

  it('leaves places in the text as they were', () => {
    const places = (text: string): readonly string[] => text.match(/main\.js:\d+:\d+/g) ?? [];
    workspace.write('cli/main.js', `try { null.x } catch (error) { console.log(error.stack) }\n${BUNDLE}`);
    const plain = run(['fail'], { NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual(places(plain.stdout), ['main.js:1:12']);
    run(['check']);
    for (const command of ['check', 'fail', 'fail']) {
      const { stdout, stderr } = run([command]);
      assert.deepEqual(places(stdout), places(plain.stdout));
      if (command === 'fail') assert.deepEqual(places(stderr), places(plain.stderr));
    }
  });

  it('is kept of the server when it rests behind its start, and serves the next', async () => {
    const { NODE_COMPILE_CACHE } = process.env;
    process.env.NODE_COMPILE_CACHE = path('caches');
    try {
      workspace.write('project/a.delivery', 'team N-1 "x" { colour: red }\n');
      for (const start of [1, 2]) {
        const client = await startServer(workspace, { folders: ['project'] });
        await client.shows({ 'project/a.delivery': ['1:16 kind/unknown-field'] });
        for (let wait = 0; wait < 200 && kept().length === 0; wait++) await new Promise((on) => setTimeout(on, 100));
        assert.deepEqual(
          kept().map((name) => name.split('-')[0]),
          ['lsp'],
          `start ${start}`,
        );
        await client.stop();
      }
    } finally {
      if (NODE_COMPILE_CACHE === undefined) delete process.env.NODE_COMPILE_CACHE;
      else process.env.NODE_COMPILE_CACHE = NODE_COMPILE_CACHE;
    }
  });
});
