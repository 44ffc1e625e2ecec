import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canRunUnprivileged, delivery, deliveryIn, type Run } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

const FILES = `
  //- a.delivery
  source INT-1 "x" { method: interview }
  need N-1 "x" { from: INT-1, INT-2 }
  //- 子 目录😀/b.delivery
  need N-2 "y" { from： INT-1 }
`;

describe('delivery: files and folders that cannot be read or written', function () {
  this.timeout(60_000);

  let workspace: Workspace;
  const path = (name: string): string => join(workspace.folder, name);
  const unprivileged = (...args: string[]): Run => deliveryIn(workspace.folder, args, { unprivileged: true });

  beforeEach(function () {
    if (process.platform === 'win32') this.skip();
    workspace = workspaceOf(FILES);
    chmodSync(workspace.folder, 0o755);
  });
  afterEach(() => {
    spawnSync('chmod', ['-R', 'u+rwx', workspace.folder]);
    workspace.dispose();
  });

  it('follows no links to folders, reads links to files, and is not held up by what is no file', () => {
    symlinkSync('.', path('loop'));
    symlinkSync('user@host.123', path('.#a.delivery')); // how Emacs locks a file
    symlinkSync('子 目录😀', path('folder.delivery'));
    mkdirSync(path('empty.delivery'));
    symlinkSync(path('子 目录😀/b.delivery'), path('c.delivery'));
    const { code, stdout, stderr } = delivery(workspace.folder, ['check']);
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /^3 files, /m);
    assert.match(stdout, /^ {4}c\.delivery:1:6 `N-2` is declared here too$/m);
  });

  it('names what is no file and what leads nowhere, reports on the rest, and exits 2', () => {
    symlinkSync('nowhere', path('gone.delivery'));
    symlinkSync('round.delivery', path('round.delivery'));
    spawnSync('mkfifo', [path('pipe.delivery')]);
    const { code, stdout, stderr } = delivery(workspace.folder, ['check']);
    assert.equal(code, 2);
    assert.match(stdout, /^2 files, .*: 1 error, /m);
    assert.equal(
      stderr,
      'gone.delivery: it cannot be read: there is no such file or folder\n' +
        'pipe.delivery: it cannot be read: it is no file\n' +
        'round.delivery: it cannot be read: its links run in a circle\n',
    );
    const asked = delivery(workspace.folder, ['check', 'pipe.delivery', '--language', 'zh']);
    assert.deepEqual([asked.code, asked.stderr], [2, 'delivery: 无法读取 pipe.delivery：不是普通文件\n']);
  });

  it('names folders and files that it may not read, reports on the rest, and exits 2', function () {
    if (!canRunUnprivileged()) this.skip();
    chmodSync(path('子 目录😀'), 0);
    writeFileSync(path('secret.delivery'), 'need N-3 "z"\n');
    chmodSync(path('secret.delivery'), 0);
    for (const args of [
      ['check'],
      ['format', '--check'],
      ['coverage'],
      ['trace', 'N-1'],
      ['schedule'],
      ['export'],
      ['timeline'],
    ]) {
      const { code, stdout, stderr } = unprivileged(...args);
      assert.equal(code, 2, args.join(' '));
      assert.notEqual(stdout, '');
      assert.match(
        stderr,
        /^子 目录😀: it cannot be read: permission denied\nsecret\.delivery: it cannot be read: permission denied\n/,
      );
    }
    const asked = unprivileged('check', 'secret.delivery');
    assert.deepEqual([asked.code, asked.stdout], [2, '']);
    assert.match(asked.stderr, /^secret\.delivery: it cannot be read: permission denied\n/);
  });

  it('mends nothing where not all of the project can be read', function () {
    if (!canRunUnprivileged()) this.skip();
    writeFileSync(path('a.delivery'), 'risk "r" { probability: 40% }\n');
    chmodSync(path('子 目录😀/b.delivery'), 0);
    const { code, stdout, stderr } = unprivileged('check', '--fix');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^delivery: cannot read .*b\.delivery: permission denied\n$/);
    assert.equal(readFileSync(path('a.delivery'), 'utf8'), 'risk "r" { probability: 40% }\n');
  });

  it('leaves files of a folder alone into which it may not write, and says so', function () {
    if (!canRunUnprivileged()) this.skip();
    const old = readFileSync(path('子 目录😀/b.delivery'), 'utf8');
    spawnSync('chmod', ['-R', 'a+rw,a-x+X', workspace.folder]);
    chmodSync(path('子 目录😀'), 0o555);
    for (const args of [['format'], ['check', '--fix'], ['translate', '--to', 'zh']]) {
      const { code, stderr } = unprivileged(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(stderr, /^子 目录😀.b\.delivery: it cannot be written: permission denied$/m);
    }
    assert.equal(readFileSync(path('子 目录😀/b.delivery'), 'utf8'), old);
    assert.deepEqual(readdirSync(path('子 目录😀')), ['b.delivery'], 'nothing half-written is left');
  });

  it('begins no project where it may not write, or where a file is in the way, and says so', function () {
    if (!canRunUnprivileged()) this.skip();
    chmodSync(workspace.folder, 0o555);
    const refused = unprivileged('init', 'new');
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /^delivery: cannot write new.delivery\.config\.json: permission denied\n$/);
    const { code, stderr } = delivery(workspace.folder, ['init', 'a.delivery', '--language', 'zh']);
    assert.equal(code, 2);
    assert.match(stderr, /^delivery: 无法写入 a\.delivery.delivery\.config\.json：已有同名文件\n$/);
    assert.deepEqual(readdirSync(workspace.folder).sort(), ['a.delivery', '子 目录😀']);
  });

  it('reads any text: null bytes, mixed line breaks, an empty file, and nothing but a byte order mark', () => {
    workspace.remove('子 目录😀');
    writeFileSync(
      path('a.delivery'),
      'need N-1 "a\0b" { }\rneed N-2 "x" { from: N-9 }\r\n\n\rneed N-3 "y" { from: N-8 }',
    );
    writeFileSync(path('empty.delivery'), '');
    writeFileSync(path('mark.delivery'), '\ufeff');
    const { code, stdout, stderr } = delivery(workspace.folder, ['check']);
    assert.deepEqual([code, stderr], [1, '']);
    assert.match(stdout, /^a\.delivery:2:22 error There is no item `N-9`/m);
    assert.match(stdout, /^a\.delivery:5:22 error There is no item `N-8`/m);
    assert.match(stdout, /^3 files, 3 items, /m);
  });
});
