import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { displayWidth } from '../../../server/src/language/format/width';
import { delivery } from '../../support/cli';
import { shell } from '../../support/shell';
import { workspaceOf, type Workspace } from '../../support/workspace';

/** All that commander finds wrong itself. */
const WRONG_USE = [
  ['chekc', "unknown command 'chekc'\n(Did you mean check?)", '未知命令“chekc”\n（是否想写 check？）'],
  ['frobnicate', "unknown command 'frobnicate'", '未知命令“frobnicate”'],
  ['help chekc', "unknown command 'chekc'\n(Did you mean check?)", '未知命令“chekc”\n（是否想写 check？）'],
  [
    'schedule --wy',
    "unknown option '--wy'\n(Did you mean one of --by, --why?)",
    '未知选项 --wy\n（是否想写 --by、--why？）',
  ],
  ['check --formt', "unknown option '--formt'\n(Did you mean --format?)", '未知选项 --formt\n（是否想写 --format？）'],
  ['check --nothing', "unknown option '--nothing'", '未知选项 --nothing'],
  [
    'trace REQ-1 --format xml',
    "option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json.",
    '选项 --format <format> 的值“xml”无效。可选值：text、json。',
  ],
  [
    'coverage --min 200',
    "option '--min <percent>' argument '200' is invalid. It must be a number from 0 to 100.",
    '选项 --min <percent> 的值“200”无效。必须是 0 到 100 的数字。',
  ],
  [
    'schedule --forecast --runs 0',
    "option '--runs <count>' argument '0' is invalid. It must be a whole number from 1 to 1000000.",
    '选项 --runs <count> 的值“0”无效。必须是 1 到 1000000 的整数。',
  ],
  ['trace', "missing required argument 'id'", '缺少参数 id'],
  [
    'trace a b c',
    "too many arguments for 'trace'. Expected 2 arguments but got 3.",
    '参数过多：应为 2 个，实为 3 个。',
  ],
  ['translate', "required option '--to <tongue>' not specified", '必须指定选项 --to <tongue>'],
  ['schedule --why', "option '--why <id>' argument missing", '选项 --why <id> 缺少值'],
  [
    'check --watch --stdin-filename a',
    "option '--stdin-filename <path>' cannot be used with option '--watch'",
    '选项 --stdin-filename <path> 不能与 --watch 同时使用',
  ],
] as const;

describe('delivery: help', function () {
  this.timeout(120_000);

  let workspace: Workspace;
  const help = (command: string, env: Readonly<Record<string, string>> = {}): string => {
    const { code, stdout, stderr } = delivery(workspace.folder, ['help', command], env);
    assert.deepEqual([code, stderr], [0, ''], command);
    return stdout;
  };
  const commands = (): readonly string[] =>
    [...delivery(workspace.folder, ['--help']).stdout.matchAll(/^ {2}([a-z]+)(?: \[| {2}| <)/gm)]
      .map((match) => match[1]!)
      .filter((name) => name !== 'help');
  const examplesOf = (command: string): readonly string[] =>
    [...help(command).matchAll(/^ {2}(delivery .*?) {2,}/gm)].map((match) => match[1]!);

  before(() => {
    workspace = workspaceOf(`
      //- plan.delivery
      project crm "CRM" { period: 2026-01-05.. }
      requirement REQ-1 "r" { priority: must }
      task T-4 "Connect" { duration: 3d..5d..10d, realizes: REQ-1 }
      milestone M-2 "Pilot" { after: T-4, delivers: REQ-1 }
      //- plan/tasks.delivery
      task T-5 "t" { duration: 1d }
      //- 智能客服/delivery.config.json
      { }
      //- 智能客服/需求.delivery
      需求 需求-1 "登录" { 优先级: 必须 }
    `);
    workspace.write('draft', 'task T-6 "t" { }\n');
    workspace.write('需求.delivery', '需求 REQ-3 "r" { 优先级: 必须 }\n');
  });
  after(() => workspace.dispose());

  it('lists the commands, and says how to go on', () => {
    const { stdout } = delivery(workspace.folder, []);
    assert.equal(stdout, '');
    const all = help('');
    for (const command of [
      'init',
      'check',
      'explain',
      'trace',
      'coverage',
      'schedule',
      'timeline',
      'format',
      'translate',
      'export',
      'lsp',
    ])
      assert.ok(commands().includes(command), command);
    assert.match(all, /`delivery help check` tells more/);
  });

  it('of each command shows examples and, where it ends by itself, its exit codes', () => {
    for (const command of commands()) {
      assert.ok(examplesOf(command).length > 0, command);
      if (command !== 'lsp')
        assert.match(help(command), /\nExit codes:\n {2}0 {2}\S[^]*\n {2}2 {2}wrong use: an unknown option/);
      assert.equal(delivery(workspace.folder, [command, '--help']).stdout, help(command));
    }
  });

  it('shows only examples that work', function () {
    if (process.platform === 'win32') return this.skip();
    workspace.write(
      'bin/delivery',
      `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/delivery.js')}" "$@"\n`,
    );
    chmodSync(join(workspace.folder, 'bin', 'delivery'), 0o755);
    const PATH = [join(workspace.folder, 'bin'), process.env.PATH].join(delimiter);
    for (const command of commands().filter((name) => name !== 'lsp' && name !== 'init'))
      for (const example of examplesOf(command)) {
        if (example.includes('--watch')) continue; // goes on
        const one = /^delivery (export|timeline)(?! plan)/.test(example)
          ? example.replace(/^delivery \w+/, '$& 智能客服')
          : example;
        const { status, stderr } = spawnSync('sh', ['-c', one], {
          cwd: workspace.folder,
          encoding: 'utf8',
          env: { PATH, LANG: 'C' },
        });
        const lacksBrowser = example.includes('--to png') && stderr.includes('none was found');
        assert.ok(status === 0 || status === 1 || lacksBrowser, `${one}: ${status} ${stderr}`);
      }
    const empty = workspaceOf('');
    try {
      writeFileSync(join(empty.folder, 'keep'), '');
      for (const example of examplesOf('init')) {
        const { status, stderr } = spawnSync('sh', ['-c', example], {
          cwd: empty.folder,
          encoding: 'utf8',
          env: { PATH, LANG: 'C' },
        });
        assert.equal(status, 0, `${example}: ${stderr}`);
      }
    } finally {
      empty.dispose();
    }
  });

  it('speaks Chinese where the environment does', () => {
    const zh = { LANG: 'zh_CN.UTF-8' };
    assert.match(help('', zh), /^用法： delivery \[选项\] \[命令\]\n\n文本化交付/);
    for (const command of commands()) {
      const text = help(command, zh);
      assert.match(text, /\n示例：\n/);
      assert.doesNotMatch(text, /Examples|Exit codes|print|project folder|choices|default:|\[options|\[command/);
    }
  });

  it('breaks Chinese lines within the width of the terminal', () => {
    const lines = help('init', { LANG: 'zh_CN.UTF-8' }).split('\n\n示例')[0]!.split('\n');
    assert.deepEqual(
      lines.filter((line) => displayWidth(line) > 80),
      [],
    );
    assert.match(lines.join('\n'), /可选值：\s*"minimal"、/);
  });

  for (const [use, english, chinese] of WRONG_USE)
    it(`says in the tongue of the environment what is wrong with "${use}"`, () => {
      const wrong = (LANG: string): string => {
        const { code, stdout, stderr } = delivery(workspace.folder, use.split(' '), { LANG });
        assert.deepEqual([code, stdout], [2, '']);
        return stderr;
      };
      assert.equal(wrong('C'), `error: ${english}\n(run with --help for the options)\n`);
      assert.equal(wrong('zh_CN.UTF-8'), `错误：${chinese}\n（用 --help 查看选项）\n`);
    });

  it('names what nobody foresaw in the tongue of the environment, with the words of the system', function () {
    if (process.platform === 'win32') return this.skip();
    const line = `mkdir gone && cd gone && rmdir ../gone && delivery check`;
    const detail = 'ENOENT: no such file or directory, uv_cwd';
    assert.deepEqual(shell(workspace.folder, line), { code: 2, stdout: '', stderr: `delivery: ${detail}\n` });
    const { stderr } = shell(workspace.folder, line, 'zh_CN.UTF-8');
    assert.equal(stderr, `delivery: 意外错误：文件或文件夹不存在（${detail}）\n`);
  });
});
