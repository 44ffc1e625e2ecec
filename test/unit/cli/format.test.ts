import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

const FILES = `
  //- a.delivery
  need   N-1 "😀 x" {from：INT-1}
  //- 子 目录/b.delivery
  need N-2 "y" { from: INT-1 }
`;

describe('delivery format and delivery translate', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  beforeEach(() => (workspace = workspaceOf(FILES)));
  afterEach(() => workspace.dispose());

  const path = (name: string): string => join(workspace.folder, name);
  const read = (name: string): string => readFileSync(path(name), 'utf8');
  const run = (...args: string[]) => delivery(workspace.folder, args);
  const piped = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli/delivery.js'), ...args], { input, encoding: 'utf8' });

  it('writes files in their canonical form, and names those that changed', () => {
    const { code, stdout, stderr } = run('format');
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.equal(stdout, 'a.delivery\n1 formatted, 1 unchanged\n');
    assert.equal(read('a.delivery'), 'need N-1 "😀 x" { from: INT-1 }\n');
    assert.deepEqual(readdirSync(workspace.folder).sort(), ['a.delivery', '子 目录'], 'no temporary file is left');
  });

  it('only lists them with --check, and exits 1', () => {
    const { code, stdout } = run('format', '--check', '.');
    assert.deepEqual({ code, stdout }, { code: 1, stdout: 'a.delivery\n1 not formatted, 1 formatted\n' });
    assert.match(read('a.delivery'), /^need {3}N-1/);
    assert.equal(run('format', '--check', '子 目录').code, 0);
  });

  it('keeps the mode of a file, its byte order mark and its line breaks', () => {
    writeFileSync(path('a.delivery'), '\ufeffneed  N-1 "x" {\r\nfrom:INT-1\r\n}\r\n');
    chmodSync(path('a.delivery'), 0o640);
    assert.equal(run('format', 'a.delivery').code, 0);
    assert.equal(read('a.delivery'), '\ufeffneed N-1 "x" {\r\n  from: INT-1\r\n}\r\n');
    if (process.platform !== 'win32') assert.equal(statSync(path('a.delivery')).mode & 0o777, 0o640);
  });

  it('writes through a link', function () {
    if (process.platform === 'win32') return this.skip();
    symlinkSync(path('a.delivery'), path('link.delivery'));
    assert.equal(run('format', 'link.delivery').code, 0);
    assert.ok(lstatSync(path('link.delivery')).isSymbolicLink());
    assert.equal(read('a.delivery'), 'need N-1 "😀 x" { from: INT-1 }\n');
  });

  it('leaves a file alone that is not UTF-8, and says so', () => {
    const bytes = Buffer.concat([Buffer.from('need  N-1 "'), Buffer.from([0xff, 0xfe]), Buffer.from('" {}\n')]);
    writeFileSync(path('a.delivery'), bytes);
    const { code, stderr } = run('format', 'a.delivery');
    assert.deepEqual({ code, stderr }, { code: 1, stderr: 'a.delivery: it is not UTF-8 text\n' });
    assert.deepEqual(readFileSync(path('a.delivery')), bytes);
  });

  it('formats standard input', () => {
    assert.equal(piped('need  N-1 “x” {}', 'format', '-').stdout, 'need N-1 "x" {}\n');
    assert.equal(piped('need  N-1 "x" {}', 'format', '--stdin-filename', 'n.delivery').stdout, 'need N-1 "x" {}\n');
    const { status, stdout } = piped('need  N-1 "x" {}', 'format', '--check', '--stdin-filename', 'n.delivery');
    assert.deepEqual({ status, stdout }, { status: 1, stdout: 'n.delivery\n' });
  });

  it('translates keywords there and back', () => {
    const before = read('子 目录/b.delivery');
    assert.equal(
      run('translate', '--to', 'zh', '子 目录').stdout,
      '子 目录/b.delivery\n2 keywords in 1 file translated\n',
    );
    assert.equal(read('子 目录/b.delivery'), '诉求 N-2 "y" { 来自: INT-1 }\n');
    assert.equal(run('translate', '--to', 'en', '子 目录').code, 0);
    assert.equal(read('子 目录/b.delivery'), before);
    assert.equal(piped('need N-1 "x" {}', 'translate', '--to', 'zh', '-').stdout, '诉求 N-1 "x" {}');
    assert.equal(run('translate', '.').code, 2, 'the tongue is missing');
  });
});
