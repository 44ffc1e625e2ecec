import assert from 'node:assert/strict';
import { join } from 'node:path';
import { deliveryIn, type Run } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

const FILES = `
  //- delivery.config.json
  { "kinds": { "interface": { "trace": "requirement" } } }
  //- needs.delivery
  source INT-1 "Kick-off" { method: interview }
  need N-1 "x" { from: INT-1 }
  //- 计划 一/b.delivery
  requirement REQ-1 "r" { priority: must, from: N-1 }
`;

describe('delivery check and format: standard input', function () {
  this.timeout(60_000);

  let workspace: Workspace;
  const run = (input: string | Uint8Array, ...args: string[]): Run => deliveryIn(workspace.folder, args, { input });
  beforeEach(() => (workspace = workspaceOf(FILES)));
  afterEach(() => workspace.dispose());

  it('stands in the place of a file of the project: the answer is what the saved file would give', () => {
    const text = 'requirement REQ-1 "r" { priority: must, from: N-1, N-2 }\ninterface IF-1 "i" { from: N-1 }\n';
    const name = join('计划 一', 'b.delivery');
    const piped = [
      ['-', '--stdin-filename', name],
      ['--stdin-filename', name],
      ['--stdin-filename', join(workspace.folder, name)],
    ].map((args) => run(text, 'check', ...args));
    workspace.write(name, text);
    const saved = run('', 'check', name);
    assert.match(saved.stdout, /^计划 一.b\.delivery:1:52 error There is no item `N-2`/m);
    assert.match(saved.stdout, /IF-1 has no acceptance criterion/, 'the kinds of the project are known');
    for (const each of piped) assert.deepEqual(each, saved);
  });

  it('needs no such file or folder yet', () => {
    const { code, stdout } = run(
      'need N-2 "y" { from: INT-1, INT-9 }',
      'check',
      '-',
      '--stdin-filename',
      'neu/c.delivery',
    );
    assert.equal(code, 1);
    assert.match(stdout, /^neu.c\.delivery:1:29 error There is no item `INT-9` .*; did you mean `INT-1`\?/m);
    assert.match(stdout, /1 file, 1 item, 1 link: /);
  });

  it('may be the configuration', () => {
    const { code, stdout } = run('{ "kinds": 3 }', 'check', '--stdin-filename', 'delivery.config.json');
    assert.equal(code, 1);
    assert.match(stdout, /^delivery\.config\.json:1:12 error .* config\/schema$/m);
  });

  it('without a name belongs to no project', () => {
    const { code, stdout } = run('interface IF-1 "i" { }\n', 'check', '-');
    assert.equal(code, 1);
    assert.match(stdout, /^-:1:1 error There is no kind `interface`/);
    assert.equal(run('', 'check', '-').stdout, '1 file, 0 items, 0 links: 0 errors, 0 warnings\n');
  });

  it('loses a byte order mark for checks and keeps it when formatted', () => {
    assert.match(run('\ufeffneed  N-1 "x"', 'check', '-').stdout, /^-:1:7 warning/);
    assert.equal(run('\ufeffneed  N-1 "x"', 'format', '-').stdout, '\ufeffneed N-1 "x"\n');
  });

  it('comes out byte by byte as it went in where it is no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('need  N-1 "'), Buffer.from([0xff, 0xfe]), Buffer.from('"')]);
    for (const args of [
      ['format', '-'],
      ['translate', '--to', 'zh', '-'],
    ]) {
      const { code, stdout, stderr } = deliveryIn(workspace.folder, args, { input: bytes, encoding: 'latin1' });
      assert.deepEqual([code, stderr], [1, '-: it is not UTF-8 text\n']);
      assert.equal(stdout, bytes.toString('latin1'));
    }
    assert.equal(run(bytes, 'format', '--check', '-').code, 1);
  });

  it('is wrong use together with paths, with --fix, and under a name that is no spec', () => {
    for (const [args, message] of [
      [['check', '-', '.'], /^delivery: standard input is read alone: leave out \.\n$/],
      [['check', 'needs.delivery', '--stdin-filename', 'a.delivery'], /leave out needs\.delivery/],
      [['format', '-', 'needs.delivery'], /leave out needs\.delivery/],
      [
        ['translate', '--to', 'zh', '-', 'x', '--language', 'zh'],
        /^delivery: 标准输入不能与其他路径一起读取，请去掉 x\n$/,
      ],
      [['check', '--fix', '-'], /^delivery: --fix writes files, which standard input is not/],
      [
        ['check', '--fix', '--stdin-filename', 'a.delivery'],
        /^error: option '--stdin-filename <path>' cannot be used with option '--fix'/,
      ],
      [['check', '--stdin-filename', 'README.md'], /^delivery: README\.md is no \.delivery file\n$/],
    ] as const) {
      const { code, stdout, stderr } = run('need N-1 "x"', ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });
});
