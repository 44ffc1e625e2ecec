import assert from 'node:assert/strict';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const REQUIREMENT = `requirement REQ-1 "Single sign-on" { priority: must, from: N-1 }\n`;
const FILES = `
  //- needs.delivery
  source INT-1 "Kick-off" { method: interview }
  need N-1 "Sign in once" { from: INT-1 }
  //- requirements.delivery
  ${REQUIREMENT.trim()}
  //- acceptance/sign-in.delivery
  criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }
  //- plan/plan.delivery
  task T-1 "Connect" { effort: 3d, realizes: REQ-1 }
  //- plan/milestones.delivery
  milestone M-1 "Pilot" { delivers: REQ-1 }
`;
const NO_CRITERION = { 'requirements.delivery': ['1:13 trace/no-criterion'] };
const NO_PLAN = { 'requirements.delivery': ['1:13 trace/no-work', '1:13 trace/no-milestone'] };

describe('language server: diagnostics', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (files: string, options?: Options): Promise<void> => {
    workspace = workspaceOf(files);
    client = await startServer(workspace, options);
  };

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('come for every file, open or not, and only for files that have some', async () => {
    await start(`
      //- a.delivery
      team N-1 "x" { colour: red }
      //- sub/folder/文件.delivery
      // one line
      需求 需求-1 "x" { 优先级: 不做, 来自: 无 }
      //- clean.delivery
      team N-2 "x" { }
      //- not-a-spec.txt
      team N-3 "x" { colour: red }
      //- node_modules/x/x.delivery
      team N-4 "x" { colour: red }
    `);
    await client.shows({
      'a.delivery': ['1:16 kind/unknown-field'],
      'sub/folder/文件.delivery': ['2:28 name/unresolved'],
    });
    assert.equal(client.published.length, 2);
    assert.equal(
      client.published.every(({ version }) => version === undefined),
      true,
    );
  });

  it('carry code, severity, source, message and related places', async () => {
    await start(`
      //- a.delivery
      team N-1 "x" { }
      //- b.delivery
      team N-1 "y" { }
    `);
    await client.shows({ 'b.delivery': ['1:6 name/duplicate'] });
    assert.deepEqual(client.published[0]!.diagnostics[0], {
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
      severity: 1,
      code: 'name/duplicate',
      source: 'delivery',
      message: 'The id `N-1` is taken; an id belongs to one item only.',
      relatedInformation: [
        {
          location: {
            uri: workspace.uri('a.delivery'),
            range: { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
          },
          message: '`N-1` is declared here too',
        },
      ],
    });
  });

  it('speak the language of the editor', async () => {
    await start('//- a.delivery\nteam N-1 "x" { colour: red }\n', { locale: 'zh-cn' });
    await client.shows({ 'a.delivery': ['1:16 kind/unknown-field'] });
    assert.equal(client.published[0]!.diagnostics[0]!.message, '团队没有字段 `colour`。');
  });

  it('follow edits, with the version that they are about, and only for files that changed', async () => {
    await start(FILES + '\n  //- other.delivery\n  team N-2 "x" { colour: red }\n');
    const other = { 'other.delivery': ['1:16 kind/unknown-field'] };
    await client.shows(other);
    await client.open('requirements.delivery', REQUIREMENT);
    client.published.length = 0;
    await client.edit('requirements.delivery', 'from: N-1', 'from: N-7');
    await client.shows({ ...other, 'requirements.delivery': ['1:60 name/unresolved'] });
    await client.edit('requirements.delivery', 'N-7', 'N-8');
    await client.edit('requirements.delivery', 'N-8', 'N-1');
    await client.shows(other);
    assert.deepEqual(
      new Set(client.published.map(({ uri }) => uri)),
      new Set([workspace.uri('requirements.delivery')]),
      'nothing is sent again for other files',
    );
    assert.equal(client.published[0]!.version, 2);
    assert.equal(client.published.at(-1)!.version, 4);
    await client.agreesWithFresh();
  });

  it('of one file follow edits of another', async () => {
    await start(FILES);
    await client.open('acceptance/sign-in.delivery', 'criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }\n');
    await client.edit('acceptance/sign-in.delivery', 'verifies: REQ-1', 'given: "a user"');
    await client.shows(NO_CRITERION);
    await client.agreesWithFresh();
    await client.edit('acceptance/sign-in.delivery', 'given: "a user"', 'verifies: REQ-1');
    await client.shows({});
    await client.agreesWithFresh();
  });

  it('read an open file as the editor has it, and the disk again when it is closed without saving', async () => {
    await start(FILES);
    await client.open('requirements.delivery', REQUIREMENT);
    await client.edit('requirements.delivery', 'from: N-1', 'from: N-7');
    const unresolved = { 'requirements.delivery': ['1:60 name/unresolved'] };
    await client.shows(unresolved);
    await client.changed({ 'requirements.delivery': 'changed' });
    await client.agreesWithFresh();
    assert.deepEqual(client.findings(), unresolved, 'the disk does not count while the file is open');
    await client.close('requirements.delivery');
    await client.shows({});
    assert.equal(client.published.at(-1)!.version, undefined);
    await client.agreesWithFresh();
  });

  it('are taken back under the spelling of the address by which they were sent', async () => {
    await start('//- 需求 a.delivery\nteam TEAM-1 "x" { colour: red }\n');
    const found = ['1:19 kind/unknown-field'];
    await client.shows({ '需求 a.delivery': found });
    const uri = decodeURI(workspace.uri('需求 a.delivery'));
    const textDocument = { uri, languageId: 'delivery', version: 1, text: 'team TEAM-1 "x" { colour: red }\n' };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    await client.shows({ [uri]: found });
    workspace.remove('需求 a.delivery');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.shows({});
  });

  it('count an open file that was deleted on disk until it is closed', async () => {
    await start(FILES);
    await client.open('requirements.delivery', REQUIREMENT.replace('N-1', 'N-7'));
    await client.shows({ 'requirements.delivery': ['1:60 name/unresolved'] });
    workspace.remove('requirements.delivery');
    await client.changed({ 'requirements.delivery': 'deleted' });
    await client.agreesWithFresh();
    await client.close('requirements.delivery');
    const left = {
      'acceptance/sign-in.delivery': ['1:38 name/unresolved'],
      'needs.delivery': ['2:6 trace/unused-need'],
      'plan/milestones.delivery': ['1:35 name/unresolved'],
      'plan/plan.delivery': ['1:44 name/unresolved'],
    };
    await client.shows(left);
    await client.agreesWithFresh();
  });

  describe('after changes on disk', () => {
    it('appear in the other file when the only file with a criterion is deleted, and go when it is restored', async () => {
      await start(FILES);
      await client.open('requirements.delivery', REQUIREMENT);
      workspace.remove('acceptance/sign-in.delivery');
      await client.changed({ 'acceptance/sign-in.delivery': 'deleted' });
      await client.shows(NO_CRITERION);
      await client.agreesWithFresh();
      workspace.write('acceptance/sign-in.delivery', 'criterion AC-1 "Sign in" { verifies: REQ-1, verify: test }\n');
      await client.changed({ 'acceptance/sign-in.delivery': 'created' });
      await client.shows({});
      await client.agreesWithFresh();
    });

    it('follow a changed and a new file', async () => {
      await start(FILES);
      workspace.write('requirements.delivery', REQUIREMENT.replace('N-1', 'N-1, N-2'));
      await client.changed({ 'requirements.delivery': 'changed' });
      await client.shows({ 'requirements.delivery': ['1:65 name/unresolved'] });
      workspace.write('more/needs.delivery', 'need N-2 "New" { }\n');
      await client.changed({ 'more/needs.delivery': 'created' });
      await client.shows({});
      await client.agreesWithFresh();
    });

    it('are taken back for a file that vanishes', async () => {
      await start(FILES);
      workspace.write('bad.delivery', 'team N-9 "x" { colour: red }\n');
      await client.changed({ 'bad.delivery': 'created' });
      await client.shows({ 'bad.delivery': ['1:16 kind/unknown-field'] });
      workspace.remove('bad.delivery');
      await client.changed({ 'bad.delivery': 'deleted' });
      await client.shows({});
      assert.deepEqual(client.published.at(-1)!, { uri: workspace.uri('bad.delivery'), diagnostics: [] });
    });

    it('follow a deleted folder, told by its own event alone', async () => {
      await start(FILES);
      workspace.remove('plan');
      await client.changed({ plan: 'deleted' });
      await client.shows(NO_PLAN);
      await client.agreesWithFresh();
    });

    it('follow a renamed folder, told by its own events alone', async () => {
      await start(FILES + '\n  //- plan/deeper/bad.delivery\n  team N-9 "x" { colour: red }\n');
      await client.shows({ 'plan/deeper/bad.delivery': ['1:16 kind/unknown-field'] });
      workspace.rename('plan', '计划 2');
      await client.changed({ plan: 'deleted', '计划 2': 'created' });
      await client.shows({ '计划 2/deeper/bad.delivery': ['1:16 kind/unknown-field'] });
      await client.agreesWithFresh();
    });

    it('do not mistake a file for one below a folder of the same beginning', async () => {
      await start(FILES + '\n  //- plan2/bad.delivery\n  team N-9 "x" { colour: red }\n');
      workspace.remove('plan');
      await client.changed({ plan: 'deleted' });
      await client.shows({ 'plan2/bad.delivery': ['1:16 kind/unknown-field'], ...NO_PLAN });
    });

    it('survive a file that cannot be read and one that is no UTF-8', async () => {
      await start(FILES);
      await client.changed({ 'never-there.delivery': 'created' });
      workspace.write('bad.delivery', Buffer.from([0x6e, 0x65, 0xff, 0xfe, 0x00]).toString('latin1'));
      await client.changed({ 'bad.delivery': 'created' });
      await client.agreesWithFresh();
    });
  });

  describe('of several projects', () => {
    const TWO = `
      //- one/delivery.config.json
      { }
      //- one/a.delivery
      team N-1 "x" { }
      //- two/delivery.config.json
      { }
      //- two/a.delivery
      team N-1 "x" { }
      risk N-2 "y" { owner: N-3 }
      //- two/deep/b.delivery
      team N-3 "z" { }
      //- outside.delivery
      risk N-4 "z" { owner: N-1 }
    `;

    it('do not see each other', async () => {
      await start(TWO);
      await client.shows({ 'outside.delivery': ['1:23 name/unresolved'] });
      await client.agreesWithFresh();
    });

    it('become one when a configuration vanishes, and two again when it comes back', async () => {
      await start(TWO);
      workspace.remove('one/delivery.config.json');
      await client.changed({ 'one/delivery.config.json': 'deleted' });
      await client.shows({});
      await client.agreesWithFresh();
      workspace.write('one/delivery.config.json', '{ }');
      await client.changed({ 'one/delivery.config.json': 'created' });
      await client.shows({ 'outside.delivery': ['1:23 name/unresolved'] });
      await client.agreesWithFresh();
    });

    for (const root of ['rootUri', 'rootPath'] as const)
      it(`come for the folder that a client names as ${root} only`, async () => {
        workspace = workspaceOf(TWO);
        const named = { rootUri: workspace.uri(), rootPath: workspace.folder };
        client = await startServer(workspace, { folders: [], root: { [root]: named[root] } });
        await client.shows({ 'outside.delivery': ['1:23 name/unresolved'] });
      });

    it('come and go with the folders of the workspace', async () => {
      await start(TWO, { folders: ['one'] });
      const folders = (added: string[], removed: string[]): Promise<void> =>
        client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: {
            added: added.map((path) => ({ uri: workspace.uri(path), name: path })),
            removed: removed.map((path) => ({ uri: workspace.uri(path), name: path })),
          },
        });
      await folders(['two'], []);
      workspace.write('two/deep/b.delivery', '');
      await client.changed({ 'two/deep/b.delivery': 'changed' });
      await client.shows({ 'two/a.delivery': ['2:23 name/unresolved'] });
      await folders([], ['two']);
      await client.shows({});
    });
  });
});
