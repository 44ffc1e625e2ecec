import assert from 'node:assert/strict';
import { deliveryIn, type Run } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery: colours and progress', function () {
  this.timeout(120_000);

  let workspace: Workspace;
  const run = (args: readonly string[], terminal: boolean, env: Readonly<Record<string, string>> = {}): Run =>
    deliveryIn(workspace.folder, args, { terminal, env });
  before(() => {
    workspace = workspaceOf(`
      project crm "CRM" { period: 2026-01-05.. }
      need N-1 "x" { from: N-9 }
      task T-1 "Connect" { duration: 3d..5d..10d }
      milestone M-1 "Pilot" { after: T-1 }
    `);
  });
  after(() => workspace.dispose());

  const COMMANDS = [['check'], ['coverage'], ['trace', 'N-1'], ['schedule']];
  const isColoured = ({ stdout }: Run): boolean => /\x1b\[\d+m/.test(stdout);

  it('colours a terminal and no pipe, unless NO_COLOR or FORCE_COLOR say otherwise', () => {
    for (const args of COMMANDS) {
      const told = (terminal: boolean, env = {}): boolean => isColoured(run(args, terminal, env));
      assert.deepEqual([told(true), told(false)], [true, false], args.join(' '));
      assert.equal(told(true, { NO_COLOR: '0' }), false, 'whatever NO_COLOR is set to');
      assert.equal(told(true, { NO_COLOR: '' }), true);
      assert.equal(told(true, { TERM: 'dumb' }), false);
      assert.equal(told(true, { FORCE_COLOR: '0' }), false);
      assert.equal(told(false, { FORCE_COLOR: '1' }), true);
      assert.equal(told(false, { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
    }
  });

  it('shows on a terminal the line that is meant', () => {
    assert.match(
      run(['check'], true, { NO_COLOR: '1' }).stdout,
      /\n {4}2 │ need N-1 "x" \{ from: N-9 \}\n {6}│ {22}\^\^\^\n/,
    );
    assert.doesNotMatch(run(['check'], false).stdout, /│/);
  });

  const LONG = ['schedule', '--forecast', '--runs', '1000000'];

  it('says on a terminal what takes long, and takes that away again', () => {
    const { code, stdout, stderr } = run(LONG, true);
    assert.equal(code, 0);
    assert.match(stderr, /^(\r\x1b\[K⠋ .*…)(\r\x1b\[K[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Forecasting…( \d+ s)?)+\r\x1b\[K$/);
    assert.doesNotMatch(stdout, /…/);
    assert.match(run([...LONG, '--language', 'zh'], true).stderr, /正在预测…/);
  });

  it('says nothing of it in a pipe, on a terminal that cannot take it away, and of what is done at once', () => {
    assert.equal(run(LONG, false).stderr, '');
    assert.equal(run(LONG, true, { TERM: 'dumb' }).stderr, '');
    assert.doesNotMatch(run(['explain', 'trace/no-work'], true).stderr, /…/);
  });
});
