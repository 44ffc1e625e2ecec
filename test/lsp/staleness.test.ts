import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { startServer, type Client, type Findings, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const FILES = `
  //- needs.delivery
  source INT-1 "Kick-off" { method: interview }
  need N-1 "Sign in once" { from: INT-1 }
  //- requirements.delivery
  requirement REQ-1 "Single sign-on" { priority: must, from: N-1 }
  //- acceptance/sign-in.delivery
  criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }
  criterion AC-9 "Left over" { verifies: REQ-404, verify: test }
  //- plan/plan.delivery
  task T-1 "Connect" { effort: 3d, realizes: REQ-1 }
  milestone M-1 "Pilot" { delivers: REQ-1, after: T-1 }
`;
const LEFT_OVER = ['2:40 name/unresolved'];
const AS_WRITTEN = { 'acceptance/sign-in.delivery': LEFT_OVER };
const NO_CRITERION = { 'requirements.delivery': ['1:13 trace/no-criterion'] };

/** Whatever happens to files, the server knows what a fresh one would know; diagnostics.test.ts and config.test.ts have more ways. */
describe('language server: staleness', function () {
  this.timeout(60_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (files = FILES, options?: Options): Promise<void> => {
    workspace = workspaceOf(files);
    client = await startServer(workspace, options);
  };
  const becomes = async (expected: Findings): Promise<void> => {
    await client.shows(expected);
    await client.agreesWithFresh();
  };

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('a file that is renamed or moves takes its findings along', async () => {
    await start();
    await becomes(AS_WRITTEN);
    for (const [from, to] of [
      ['acceptance/sign-in.delivery', 'acceptance/登录.delivery'],
      ['acceptance/登录.delivery', 'plan/sign-in.delivery'],
      ['plan/sign-in.delivery', 'sign-in.delivery'],
    ] as const) {
      workspace.rename(from, to);
      await client.changed({ [from]: 'deleted', [to]: 'created' });
      await becomes({ [to]: LEFT_OVER });
    }
    workspace.rename('sign-in.delivery', 'sign-in.txt');
    await client.changed({ 'sign-in.delivery': 'deleted', 'sign-in.txt': 'created' });
    await becomes(NO_CRITERION);
  });

  it('a file that is renamed while it is open is the one that the editor has open now', async () => {
    await start();
    const text = 'criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }\n';
    await client.open('acceptance/sign-in.delivery', text);
    await becomes({});
    workspace.rename('acceptance/sign-in.delivery', 'acceptance/access.delivery');
    await client.close('acceptance/sign-in.delivery');
    await client.open('acceptance/access.delivery', text);
    await client.changed({ 'acceptance/sign-in.delivery': 'deleted', 'acceptance/access.delivery': 'created' });
    await becomes({});
    await client.close('acceptance/access.delivery');
    await becomes({ 'acceptance/access.delivery': LEFT_OVER });
  });

  it('a folder that is renamed, moves, or is deleted takes its files along', async () => {
    await start();
    for (const [from, to] of [
      ['acceptance', '验收'],
      ['验收', 'plan/验收'],
    ] as const) {
      workspace.rename(from, to);
      await client.changed({ [from]: 'deleted', [to]: 'created' });
      await becomes({ [`${to}/sign-in.delivery`]: LEFT_OVER });
    }
    workspace.remove('plan/验收');
    await client.changed({ 'plan/验收': 'deleted' });
    await becomes(NO_CRITERION);
  });

  it('another branch leaves nothing of the first, whether files of it are open or not', async () => {
    await start();
    git('init', '-q', '-b', 'main');
    git('config', 'core.quotePath', 'false');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    git('checkout', '-q', '-b', 'other');
    workspace.rename('acceptance', '验收');
    workspace.write('验收/sign-in.delivery', 'criterion AC-2 "Other" { verifies: REQ-2, verify: test }\n');
    workspace.write('requirements.delivery', 'requirement REQ-2 "Other" { priority: must, from: N-1 }\n');
    workspace.write('plan/plan.delivery', 'task T-2 "Other" { effort: 3d, realizes: REQ-2 }\n');
    workspace.write('plan/more/milestones.delivery', 'milestone M-2 "Other" { delivers: REQ-2, after: T-9 }\n');
    git('add', '-A');
    git('commit', '-q', '-m', 'second');
    git('checkout', '-q', 'main');

    await becomes(AS_WRITTEN);
    const other = { 'plan/more/milestones.delivery': ['1:49 name/unresolved'] };
    await checkout('main', 'other');
    await becomes(other);
    await checkout('other', 'main');
    await becomes(AS_WRITTEN);
    // An editor reads again what is open and was not edited, and closes what is gone.
    await client.open('requirements.delivery', 'requirement REQ-1 "Single sign-on" { priority: must, from: N-1 }\n');
    await checkout('main', 'other');
    await client.edit('requirements.delivery', 'REQ-1 "Single sign-on"', 'REQ-2 "Other"');
    await becomes(other);
    await checkout('other', 'main');
    await client.close('requirements.delivery');
    await becomes(AS_WRITTEN);
  });

  it('folders of one window know nothing of each other, and take all along when they are closed', async () => {
    const options = { folders: ['one'] };
    await start(
      `
        //- one/a.delivery
        person lena "Lena" { }
        risk R-1 "x" { owner: tim }
        //- two/a.delivery
        person lena "Another Lena" { }
        person tim "Tim" { }
      `,
      options,
    );
    const one = { 'one/a.delivery': ['2:23 name/unresolved'] };
    await becomes(one);
    const folders = (added: readonly string[], removed: readonly string[]): Promise<void> => {
      const named = (path: string): object => ({ uri: workspace.uri(path), name: path });
      const event = { added: added.map(named), removed: removed.map(named) };
      return client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    };
    await folders(['two'], []);
    options.folders = ['one', 'two'];
    await becomes(one);
    workspace.write('two/b.delivery', 'risk R-1 "y" { owner: omar }\n');
    await client.changed({ 'two/b.delivery': 'created' });
    await becomes({ ...one, 'two/b.delivery': ['1:23 name/unresolved'] });
    await folders([], ['one']);
    options.folders = ['two'];
    await becomes({ 'two/b.delivery': ['1:23 name/unresolved'] });
  });

  /** Tells of each file as a watcher does. */
  async function checkout(from: string, to: string): Promise<void> {
    const changes = git('diff', '--name-status', '--no-renames', '-z', from, to).split('\0').slice(0, -1);
    git('checkout', '-q', to);
    const types = { A: 'created', M: 'changed', D: 'deleted' } as const;
    const told = Array.from({ length: changes.length / 2 }, (_, index) => [
      changes[2 * index + 1]!,
      types[changes[2 * index] as keyof typeof types],
    ]);
    assert.ok(told.length > 3);
    await client.changed(Object.fromEntries(told) as Parameters<Client['changed']>[0]);
  }

  function git(...args: readonly string[]): string {
    const identity = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'core.autocrlf=false'];
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], {
      cwd: workspace.folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout;
  }
});
