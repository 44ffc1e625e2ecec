import assert from 'node:assert/strict';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const TEAM = 'team N-1 "Service desk" { }\n';
const RISK = 'risk R-1 "Lost tickets" { owner: N-1 }\n';
const UNRESOLVED = { 'risks.delivery': ['1:34 name/unresolved'] };

/** The test plays the editor: no file of these is on disk. */
describe('language server: files read through the client', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;
  let texts: Map<string, string>;
  /** Set by a test to hold an answer back. */
  let beforeAnswer: (uri: string) => Promise<void>;

  beforeEach(async () => {
    workspace = workspaceOf('//- ignored.delivery\nteam "on disk" { colour: red }\n');
    texts = new Map([
      ['teams.delivery', TEAM],
      ['risks.delivery', RISK],
    ]);
    beforeAnswer = () => Promise.resolve();
    client = await startServer(workspace, {
      files: {
        find: (folder) => [...texts.keys()].map((path) => workspace.uri(path)).filter((uri) => uri.startsWith(folder)),
        read: async (uri) => {
          const text = [...texts].find(([path]) => workspace.uri(path) === uri)?.[1];
          await beforeAnswer(uri);
          return text;
        },
      },
    });
    await client.request('delivery/timeline', { uri: workspace.uri() });
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  /** The server has asked for a file that has changed; it gets the answer when the function is called. */
  async function whileReading(): Promise<() => void> {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      beforeAnswer = () => {
        resolve();
        return new Promise((go) => (answer = go));
      };
    });
    await client.changed({ 'teams.delivery': 'changed' });
    await asked;
    return () => {
      answer();
    };
  }

  it('are all that the server knows', async () => {
    assert.deepEqual(client.findings(), {});
    texts.delete('teams.delivery');
    await client.changed({ 'teams.delivery': 'deleted' });
    await client.shows(UNRESOLVED);
    await client.agreesWithFresh();
    texts.set('more/teams.delivery', TEAM);
    await client.changed({ more: 'created' });
    await client.shows({});
    await client.agreesWithFresh();
  });

  it('are read again when closed', async () => {
    await client.open('teams.delivery', TEAM.replace('N-1', 'N-2'));
    await client.shows(UNRESOLVED);
    await client.close('teams.delivery');
    await client.shows({});
  });

  it('stay gone when they are deleted while they are being read', async () => {
    const answer = await whileReading();
    await client.changed({ 'teams.delivery': 'deleted' });
    texts.delete('teams.delivery');
    answer();
    await client.shows(UNRESOLVED);
    beforeAnswer = () => Promise.resolve();
    await client.agreesWithFresh();
  });

  it('do not replace what was opened while they were being read', async () => {
    const answer = await whileReading();
    await client.open('teams.delivery', TEAM.replace('N-1', 'N-2'));
    answer();
    await client.shows(UNRESOLVED);
  });

  it('may fail to be read, and the rest is read all the same', async () => {
    texts.set('bad.delivery', 'team N-9 "x" { colour: red }\n');
    beforeAnswer = (uri) =>
      uri.endsWith('bad.delivery') ? Promise.reject(new Error('no permission')) : Promise.resolve();
    await client.changed({ 'bad.delivery': 'created' });
    texts.delete('teams.delivery');
    await client.changed({ 'teams.delivery': 'deleted' });
    await client.shows(UNRESOLVED);
    await client.agreesWithFresh();
  });
});
