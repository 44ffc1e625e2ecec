import assert from 'node:assert/strict';
import { join } from 'node:path';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

interface Report {
  readonly findings: readonly {
    readonly code: string;
    readonly file: string;
    readonly id: string | null;
    readonly message: string;
    readonly severity: string;
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const FILES = `
  //- a.delivery
  need N-1 "😀 x" { }
  need N-1 "y" { from: N-9 }
  //- 子 目录/b.delivery
  need N-2 "z" { from: N-1 }
  requirement REQ-1 "r" { priority: must, from: N-2 }
`;

describe('delivery check', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const check = (...args: string[]) => delivery(workspace.folder, ['check', ...args]);
  const report = (...args: string[]): Report => JSON.parse(check('--format', 'json', ...args).stdout) as Report;

  beforeEach(() => (workspace = workspaceOf(FILES)));
  afterEach(() => {
    workspace.dispose();
  });

  it('of one file or folder of a project reads all of the project, and shows what stands there', () => {
    const project = workspaceOf(`
      //- delivery.config.json
      {}
      //- needs.delivery
      need N-1 "x" { from: N-9 }
      //- sub/requirements.delivery
      requirement REQ-1 "r" { priority: must, from: N-1 }
    `);
    const codes = (...args: string[]): string[] => {
      const { stdout } = delivery(project.folder, ['check', '--format', 'json', ...args]);
      return (JSON.parse(stdout) as Report).findings.map(({ code }) => code);
    };
    const strands = ['trace/no-criterion', 'trace/no-work', 'trace/no-milestone'];
    assert.deepEqual(codes('sub/requirements.delivery').sort(), [...strands].sort());
    assert.deepEqual(codes('sub').sort(), [...strands].sort());
    assert.deepEqual(codes('needs.delivery'), ['name/unresolved']);
    assert.equal(codes().length, 4);
    project.dispose();
  });

  it('prints the findings as JSON, in exactly this shape', () => {
    const { code, stdout, stderr } = check('--format', 'json');
    assert.equal(stderr, '');
    assert.equal(code, 1);
    const { findings, summary } = JSON.parse(stdout) as Report;
    assert.deepEqual(summary, { files: 2, items: 4, links: 2, errors: 2, warnings: 3, suppressed: 0 });
    assert.deepEqual(findings[0], {
      code: 'name/duplicate',
      severity: 'error',
      file: 'a.delivery',
      range: { start: { line: 1, character: 5 }, end: { line: 1, character: 8 } },
      id: 'N-1',
      message: 'The id `N-1` is taken; an id belongs to one item only.',
      related: [
        {
          file: 'a.delivery',
          range: { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
          message: '`N-1` is declared here too',
        },
      ],
    });
    assert.deepEqual(
      findings.map(({ code, severity, file, id }) => [code, severity, file, id]),
      [
        ['name/duplicate', 'error', 'a.delivery', 'N-1'],
        ['name/unresolved', 'error', 'a.delivery', 'N-1'],
        ['trace/no-criterion', 'warning', join('子 目录', 'b.delivery'), 'REQ-1'],
        ['trace/no-work', 'warning', join('子 目录', 'b.delivery'), 'REQ-1'],
        ['trace/no-milestone', 'warning', join('子 目录', 'b.delivery'), 'REQ-1'],
      ],
    );
  });

  it('counts characters in UTF-16 code units', () => {
    workspace.write('a.delivery', 'team N-1 "😀" { colour: red }\n');
    const [finding] = report('a.delivery').findings as readonly { readonly range?: unknown }[];
    assert.deepEqual(finding!.range, { start: { line: 0, character: 16 }, end: { line: 0, character: 22 } });
  });

  it('says null for the id of what has none', () => {
    workspace.write('a.delivery', '}\n');
    assert.equal(report('a.delivery').findings[0]!.id, null);
  });

  it('exits 0 when nothing is wrong, also with warnings', () => {
    workspace.remove('a.delivery');
    workspace.write('a.delivery', 'need N-1 "x" { }\n');
    const { code, stdout } = check('--format', 'json');
    assert.equal(code, 0);
    assert.equal((JSON.parse(stdout) as Report).summary.warnings, 3);
  });

  it('exits 1 on warnings when strict, and counts what is suppressed', () => {
    workspace.remove('a.delivery');
    workspace.write('a.delivery', 'need N-1 "x" { from: N-9, ignore: name/unresolved "later" }\n');
    assert.equal(check().code, 0);
    assert.equal(check('--strict').code, 1);
    assert.equal(report().summary.suppressed, 1);
    assert.match(check().stdout, /: 0 errors, 3 warnings, 1 ignored\n$/);
    assert.match(check('--language', 'zh').stdout, /：0 个错误，3 个警告，1 个已忽略\n$/);
    workspace.write('delivery.config.json', '{ "severity": { "trace/*": "hint" } }');
    assert.equal(check('--strict').code, 0);
  });

  it('prints findings for people, and what was looked at', () => {
    const { code, stdout } = check();
    assert.equal(code, 1);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(
      lines[0],
      'a.delivery:2:6 error The id `N-1` is taken; an id belongs to one item only. name/duplicate',
    );
    assert.equal(lines[1], '    a.delivery:1:6 `N-1` is declared here too');
    assert.equal(lines.at(-1), '2 files, 4 items, 2 links: 2 errors, 3 warnings');
  });

  it('speaks Chinese when asked, and where the environment does', () => {
    assert.match(check('--language', 'zh').stdout, /编号 `N-1` 已被使用/);
    const { stdout } = delivery(workspace.folder, ['check'], { LANG: 'zh_CN.UTF-8' });
    assert.match(stdout, /2 个文件，4 个条目，2 个链接：2 个错误，3 个警告\n$/);
  });

  it('takes relative and absolute paths, of folders and files, with blanks and Chinese letters', () => {
    const inside = report('子 目录');
    assert.equal(inside.summary.files, 1);
    assert.equal(inside.findings[0]!.code, 'name/unresolved');
    assert.deepEqual(report(join(workspace.folder, '子 目录')), inside);
    assert.deepEqual(report(`./子 目录/b.delivery`).summary, inside.summary);
    assert.equal(report('a.delivery', '子 目录').summary.files, 2);
    assert.equal(report('.', 'a.delivery', '.').summary.files, 2, 'no file counts twice');
  });

  it('names files as people in the current folder would', () => {
    const { stdout } = delivery(join(workspace.folder, '子 目录'), ['check', '--format', 'json', '..']);
    assert.equal((JSON.parse(stdout) as Report).findings[0]!.file, join('..', 'a.delivery'));
  });

  it('keeps projects apart', () => {
    workspace.write('子 目录/delivery.config.json', '{ }');
    const { findings } = report();
    assert.ok(findings.some(({ code, id }) => code === 'name/unresolved' && id === 'N-2'));
  });

  it('exits 2 when there is no spec, and says so in both tongues', () => {
    workspace.write('README.md', '# not a spec\n');
    workspace.write('空/notes.txt', '');
    for (const [args, message] of [
      [['空'], /^delivery: there is no \.delivery file in 空\n$/],
      [['--language', 'zh', '空'], /^delivery: 空 中没有 \.delivery 文件\n$/],
      [['README.md'], /^delivery: README\.md is no \.delivery file\n$/],
      [['a.delivery', 'README.md', '--language', 'zh'], /^delivery: README\.md 不是 \.delivery 文件\n$/],
    ] as const) {
      const { code, stdout, stderr } = check(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    }
    for (const command of [['format'], ['format', '--check'], ['schedule'], ['translate', '--to', 'zh']])
      assert.equal(delivery(workspace.folder, [...command, 'README.md']).code, 2, command.join(' '));
    assert.match(check('--help').stdout, /Exit codes:[^]*2 {2}wrong use/);
  });

  it('checks a configuration without specs', () => {
    workspace.write('空/delivery.config.json', '{ }');
    assert.equal(check('空').code, 0);
  });

  it('exits 2 when a path cannot be read, and says which', () => {
    const { code, stdout, stderr } = check('nowhere');
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^delivery: cannot read .*nowhere/);
    assert.equal(check('a.delivery', 'nowhere.delivery').code, 2);
  });

  it('exits 2 on wrong use', () => {
    for (const args of [['check', '--format', 'xml'], ['check', '--nonsense'], ['nonsense'], ['schedule', 'a', 'b']]) {
      const { code, stdout, stderr } = delivery(workspace.folder, args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, /^error: /);
    }
  });

  it('shows its version and help', () => {
    assert.match(delivery(workspace.folder, ['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
    const { code, stdout } = delivery(workspace.folder, ['--help']);
    assert.equal(code, 0);
    for (const command of ['check', 'schedule', 'lsp']) assert.ok(stdout.includes(command), command);
  });
});
