import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

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
    assert.match(help('', zh), /文本化交付/);
    for (const command of commands()) {
      const text = help(command, zh);
      assert.match(text, /\n示例：\n/);
      assert.doesNotMatch(text, /Examples|Exit codes|print|project folder/);
    }
  });
});
