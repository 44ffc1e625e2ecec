import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { delivery, startDelivery, type Lasting } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery check --watch', function () {
  this.timeout(240_000);

  let workspace: Workspace;
  let running: Lasting | undefined;
  const path = (name: string): string => join(workspace.folder, name);
  const watch = (...args: string[]): Lasting =>
    (running = startDelivery(workspace.folder, ['check', '--watch', ...args]));
  /** As editors do who would rather not lose a file: the new text takes the place of the old in one step. */
  const saveAtomically = (name: string, text: string): void => {
    writeFileSync(path(`${name}~`), text);
    renameSync(path(`${name}~`), path(name));
  };

  beforeEach(() => {
    workspace = workspaceOf(`
      //- 计 划😀/delivery.config.json
      { }
      //- 计 划😀/a.delivery
      source INT-1 "x" { method: interview }
      need N-1 "x" { from: INT-1, N-2 }
    `);
  });
  afterEach(() => {
    running?.dispose();
    running = undefined;
    workspace.dispose();
  });

  it('checks again when files and folders come, change, move and go, and when the configuration does', async () => {
    const root = '计 划😀';
    const { printed, end, stderr } = watch(root);
    const first = await printed(/errors?, \d+ warnings?\n/);
    assert.match(first, /^计 划😀.a\.delivery:2:29 error There is no item `N-2`/);

    workspace.write(join(root, 'new', 'deep', 'b.delivery'), 'need N-2 "y" { from: INT-1 }\n');
    const second = await printed(/: 0 errors, \d+ warnings?\n$/);
    assert.match(second, /^\n/, 'a blank line stands between the reports');
    assert.doesNotMatch(second, /\x1b/);

    renameSync(path(join(root, 'new')), path(join(root, 'old')));
    saveAtomically(join(root, 'old', 'deep', 'b.delivery'), 'need N-2 "y" { from: INT-7 }\n');
    await printed(/old.deep.b\.delivery:1:22 error There is no item `INT-7`[^]*warnings?\n$/);

    workspace.write(join(root, 'delivery.config.json'), '{ "severity": { "name/unresolved": "warning" } }');
    await printed(/INT-7[^]*: 0 errors, \d+ warnings?\n$/);

    workspace.remove(join(root, 'old'));
    await printed(/^\n1 file, |\n1 file, 2 items, /);

    renameSync(path(root), path('elsewhere'));
    while (!stderr().includes('cannot read 计 划😀: there is no such file or folder\n'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    renameSync(path('elsewhere'), path(root));
    await printed(/\n1 file, 2 items, /);
    workspace.write(join(root, 'a.delivery'), 'need N-1 "x" { from: N-3 }\n');
    await printed(/There is no item `N-3`/);

    assert.equal(await end('SIGINT'), 0);
  });

  it('says nothing again when nothing is different', async () => {
    const { printed, end } = watch('--format', 'json');
    await printed(/"suppressed": 0\n {2}\}\n\}\n$/);
    utimesSync(path('计 划😀/a.delivery'), new Date(), new Date());
    workspace.write('计 划😀/a.delivery', readFileSync(path('计 划😀/a.delivery'), 'utf8'));
    workspace.write('计 划😀/notes.txt', 'no spec\n');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    workspace.write('计 划😀/a.delivery', '');
    const { findings, summary } = JSON.parse(await printed(/"suppressed": 0\n {2}\}\n\}\n$/)) as Record<
      string,
      unknown
    >;
    assert.deepEqual([findings, (summary as { files: number }).files], [[], 1]);
    assert.equal(await end('SIGTERM'), 0);
  });

  it('waits for the first spec, and sees 10,000 files that appear at once', async () => {
    mkdirSync(path('many'));
    const { printed, end, stderr } = watch('many');
    while (stderr() === '') await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(stderr(), 'there is no .delivery file in many\n');
    for (let folder = 0; folder < 100; folder++) {
      mkdirSync(path(`many/${folder}`));
      for (let file = 0; file < 100; file++)
        writeFileSync(path(`many/${folder}/${file}.delivery`), `source S-${folder}-${file} "x" { }\n`);
    }
    const reports = await printed(/^10000 files, 10000 items, /m);
    assert.ok(reports.split(/^\d+ files, /m).length < 20, 'the changes are looked at in flocks');
    assert.equal(await end('SIGINT'), 0);
  });

  it('watches a file without a project alone, through its deletion and return', async () => {
    workspace.write('single/a.delivery', 'need N-1 "x" { from: A-1 }\n');
    workspace.write('single/b.delivery', 'need N-2 "x" { from: B-1 }\n');
    const { printed, end, stderr } = watch('single/a.delivery');
    await printed(/`A-1`[^]*^1 file, /m);
    saveAtomically('single/a.delivery', 'need N-1 "x" { from: A-2 }\n');
    await printed(/`A-2`[^]*^1 file, /m);
    workspace.remove('single/a.delivery');
    while (!stderr().includes('cannot read single')) await new Promise((resolve) => setTimeout(resolve, 50));
    workspace.write('single/a.delivery', 'need N-1 "x" { from: A-3 }\n');
    assert.doesNotMatch(await printed(/`A-3`[^]*^1 file, /m), /B-1/);
    assert.equal(await end('SIGINT'), 0);
  });

  it('mends what is saved, with --fix, and reports that once', async () => {
    const { printed, end } = watch('--fix', '计 划😀');
    await printed(/: 0 mended, 1 error, /);
    workspace.write('计 划😀/a.delivery', 'source INT-1 "x" { method： interview }\n');
    const report = await printed(/: 1 mended, 0 errors, /);
    assert.match(report, /a\.delivery:1:26 mended Write these signs in ASCII/);
    assert.equal(readFileSync(path('计 划😀/a.delivery'), 'utf8'), 'source INT-1 "x" { method: interview }\n');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    workspace.write('计 划😀/a.delivery', 'source INT-1 "x"\n');
    assert.equal((await printed(/mended/)).match(/ mended, /g)?.length, 1);
    assert.equal(await end('SIGINT'), 0);
  });

  it('redraws a terminal, and says below what it waits for', async () => {
    running = startDelivery(workspace.folder, ['check', '--watch', '计 划😀'], true);
    const first = await running.printed(/Ctrl\+C ends\./);
    assert.ok(!first.includes('\x1b[2J'), 'what stood there before is left alone');
    assert.match(first, /\d\d:\d\d:\d\d Watching 计 划😀\. Ctrl\+C ends\./);
    workspace.write('计 划😀/a.delivery', '');
    assert.ok((await running.printed(/Ctrl\+C ends\./)).startsWith('\x1b[2J\x1b[H'));
    assert.equal(await running.end('SIGINT'), 0);
  });

  it('is wrong use with standard input, with reports of which there is one, and where nothing is', () => {
    for (const [args, message] of [
      [['-'], /^delivery: --watch looks at files, which standard input is not/],
      [
        ['--stdin-filename', 'a.delivery'],
        /^error: option '--stdin-filename <path>' cannot be used with option '--watch'/,
      ],
      [['--format', 'sarif'], /^delivery: --watch prints one report after the other/],
      [['--format', 'junit', '--language', 'zh'], /^delivery: --watch 会连续输出多份报告/],
      [['nowhere'], /^delivery: cannot read nowhere: there is no such file or folder\n$/],
    ] as const) {
      const { code, stdout, stderr } = delivery(workspace.folder, ['check', '--watch', ...args]);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });
});
