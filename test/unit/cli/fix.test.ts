import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

interface Report {
  readonly findings: readonly { readonly code: string; readonly id: string | null }[];
  readonly mended?: readonly {
    readonly code: string;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number } };
    readonly id: string | null;
    readonly repair: string;
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const FILES = `
  //- a.delivery
  // by hand
  need N-1 "x"  {  voice  "quick; // no comment"
    value： "more sales"  // as they said
  //- 子 目录/b.delivery
  requirement REQ-1 "r" { priority: mist, from: N-1, N-9 }
  risk "Dirty records" { probability: 40 }
`;

const MENDED = `// by hand
need N-1 "x"  {  voice:  "quick; // no comment"
  value: "more sales"  // as they said
}`;

describe('delivery check --fix', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const fix = (...args: string[]) => delivery(workspace.folder, ['check', '--fix', ...args]);
  const report = (...args: string[]): Report => JSON.parse(fix('--format', 'json', ...args).stdout) as Report;
  const path = (name: string): string => join(workspace.folder, name);
  const read = (name: string): string => readFileSync(path(name), 'utf8');

  beforeEach(() => (workspace = workspaceOf(FILES)));
  afterEach(() => {
    workspace.dispose();
  });

  it('mends what is certain, over several rounds, and reports what it mended and what remains', () => {
    const { code, stdout, stderr } = fix();
    assert.equal(stderr, '');
    assert.equal(code, 1);
    assert.equal(read('a.delivery'), MENDED);
    const b = join('子 目录', 'b.delivery');
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.includes(' mended ')),
      [
        'a.delivery:2:1 mended Insert `}` syntax/unclosed-block',
        'a.delivery:2:18 mended Change to `voice:` kind/unknown',
        'a.delivery:3:8 mended Write these signs in ASCII syntax/full-width',
        `${b}:2:1 mended Give it the id \`R-1\` kind/missing-id`,
        `${b}:2:37 mended Change to \`40%\` kind/invalid-value`,
      ],
    );
    assert.match(read(b), /^requirement REQ-1 "r" \{ priority: mist, from: N-1, N-9 \}\n/, 'nothing is guessed');
    assert.match(stdout, /b\.delivery:1:35 error Expected one of .* kind\/invalid-value\n/);
    assert.match(
      stdout,
      /: 5 mended, 2 errors, 3 warnings; 2 findings have suggestions to choose from in the editor\n$/,
    );
    const again = fix();
    assert.match(again.stdout, /: 0 mended, 2 errors/);
    assert.equal(read('a.delivery'), MENDED);
  });

  it('says the same as JSON', () => {
    const { mended, findings, summary } = report('a.delivery');
    assert.equal(summary.mended, mended!.length);
    assert.deepEqual([...new Set(mended!.map(({ file, id }) => `${file} ${id}`))], ['a.delivery N-1']);
    assert.ok(mended!.some(({ code, range }) => code === 'syntax/full-width' && range.start.line === 2));
    assert.deepEqual(
      findings.filter(({ code }) => code.startsWith('syntax/')),
      [],
    );
    const unfixed = JSON.parse(delivery(workspace.folder, ['check', '--format', 'json']).stdout) as Report;
    assert.equal(unfixed.mended, undefined);
    assert.deepEqual([unfixed.summary.mended, unfixed.summary.suggested], [undefined, undefined]);
  });

  it('changes only the files that are asked for', () => {
    const old = read('a.delivery');
    fix('子 目录');
    assert.equal(read('a.delivery'), old);
    assert.match(fix('--language', 'zh', 'a.delivery').stdout, /：\d+ 个已修复，0 个错误/);
    assert.equal(read('a.delivery'), MENDED);
  });

  it('says how many findings have something to choose from', () => {
    writeFileSync(path('a.delivery'), 'requirment R-1 "x" { }\nbanana R-2 "x" { }\n');
    assert.match(
      fix('a.delivery').stdout,
      /2 errors, 0 warnings; 1 finding has suggestions to choose from in the editor\n$/,
    );
    assert.match(fix('--language', 'zh', 'a.delivery').stdout, /0 个警告；1 个问题有修改建议，可在编辑器中选择\n$/);
    assert.equal(report('a.delivery').summary.suggested, 1);
    writeFileSync(path('a.delivery'), 'banana R-2 "x" { }\n');
    assert.match(fix('a.delivery').stdout, /1 error, 0 warnings\n$/);
  });

  it('exits 0 when nothing remains, and 1 on warnings when strict', () => {
    const { code } = fix('a.delivery');
    assert.equal(code, 0);
    assert.equal(fix('--strict', 'a.delivery').code, 1);
  });

  it('keeps mode, byte order mark, line breaks and links to files', () => {
    writeFileSync(path('a.delivery'), '\ufeffneed N-1 "x" {\r\n  value： "y"\r\n}\r\n');
    chmodSync(path('a.delivery'), 0o640);
    symlinkSync('a.delivery', path('c.txt'));
    workspace.remove('子 目录');
    fix();
    assert.equal(read('a.delivery'), '\ufeffneed N-1 "x" {\r\n  value: "y"\r\n}\r\n');
    assert.equal(statSync(path('a.delivery')).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(workspace.folder).sort(), ['a.delivery', 'c.txt']);
  });

  it('leaves a read-only file alone, says so, reports its findings, and mends the others', () => {
    writeFileSync(path('c.delivery'), 'need N-2 "x" { value： "y" }\n');
    chmodSync(path('a.delivery'), 0o444);
    const old = read('a.delivery');
    const { code, stderr, stdout } = fix();
    assert.equal(code, 1);
    assert.equal(stderr, 'a.delivery: it is read-only\n');
    assert.equal(read('a.delivery'), old);
    assert.match(stdout, /^a\.delivery:2:1 error .* syntax\/unclosed-block$/m);
    assert.doesNotMatch(stdout, /^a\.delivery.* mended/m);
    assert.equal(read('c.delivery'), 'need N-2 "x" { value: "y" }\n');
    assert.equal(fix('--language', 'zh').stderr, 'a.delivery: 文件为只读\n');
    writeFileSync(path('c.delivery'), 'need N-2   "x"\n');
    chmodSync(path('c.delivery'), 0o444);
    const format = delivery(workspace.folder, ['format', 'c.delivery']);
    assert.deepEqual([format.code, format.stderr], [1, 'c.delivery: it is read-only\n']);
  });

  it('exits 1 where a file could not be written, though only hints remain in it', () => {
    writeFileSync(path('a.delivery'), 'team A "x" { organization： B }\norganization B "y" { }\n');
    workspace.remove('子 目录');
    assert.equal(delivery(workspace.folder, ['check']).code, 0);
    chmodSync(path('a.delivery'), 0o444);
    assert.equal(fix().code, 1);
  });

  it('leaves a file alone that is no UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('need N-1 "'), Buffer.from([0xff]), Buffer.from('" { value： "y" }\n')]);
    writeFileSync(path('a.delivery'), bytes);
    const { code, stderr } = fix('a.delivery');
    assert.equal(code, 1);
    assert.equal(stderr, 'a.delivery: it is not UTF-8 text\n');
    assert.deepEqual(readFileSync(path('a.delivery')), bytes);
  });

  it('mends nothing where a path cannot be read', () => {
    const old = read('a.delivery');
    assert.equal(fix('a.delivery', 'nowhere.delivery').code, 2);
    assert.equal(read('a.delivery'), old);
  });
});
