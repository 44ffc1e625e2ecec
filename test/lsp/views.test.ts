import assert from 'node:assert/strict';
import type {
  DroppedItems,
  ItemAddress,
  ItemCard,
  ItemSource,
  Project,
  ProjectStatus,
  TreeRow,
} from '../../server/src/ide/views/types';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const PLAN = 'task T-1 "Connect" { duration: 2d, realizes: REQ-1, REQ-404 }\n';

const FILES = `
  //- 诉求.delivery
  project crm "CRM" { period: 2026-01-05.. }
  need N-1 "Sign in once" { }
  //- requirements.delivery
  // 😀 before
  requirement REQ-1 "Single sign-on" {
    priority: must
    from: N-1
    criterion AC-1 "Quickly" { verify: test }
  }
  //- plan.delivery
  ${PLAN}`;

describe('language server: views', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  before(async () => {
    workspace = workspaceOf(FILES);
    client = await startServer(workspace);
  });
  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  const ask = async <T>(what: string, params: object): Promise<T> =>
    (await client.request(`delivery/${what}`, params)) as T;
  const itemAt = ({ textDocument, position }: ReturnType<Client['at']>): Promise<ItemAddress | null> =>
    ask('itemAt', { uri: textDocument.uri, position });

  it('say how the project of a file stands', async () => {
    const expected: ProjectStatus = { root: workspace.uri(), title: 'CRM', errors: 1, warnings: 1, notes: 1 };
    assert.deepEqual(await ask('status', { uri: workspace.uri('plan.delivery') }), expected);
    assert.deepEqual(await ask('status', { uri: workspace.uri() }), expected);
    assert.equal(await ask('status', { uri: 'file:///elsewhere' }), null);
  });

  it('find the item at the cursor, where it stands and what is known of it', async () => {
    const address = (await itemAt(client.at('plan.delivery', 0, 46)))!;
    assert.deepEqual(address, { root: workspace.uri(), key: 'REQ-1' });
    assert.deepEqual(await ask<ItemSource>('itemSource', address), {
      uri: workspace.uri('requirements.delivery'),
      start: { line: 1, character: 12 },
      end: { line: 5, character: 1 },
    });
    const { markdown } = await ask<ItemCard>('itemCard', address);
    assert.match(markdown, /Single sign\\-on/);
    assert.match(markdown, /requirements\.delivery/);
    assert.equal(await itemAt(client.at('requirements.delivery', 0, 3)), null);
    assert.equal(await ask('itemSource', { ...address, key: 'REQ-7' }), null);
    assert.equal(await ask('itemCard', { ...address, key: 'REQ-7' }), null);
  });

  it('follow the threads of an item through all files, and the text while it is edited', async () => {
    const rows = async (...path: string[]): Promise<readonly string[]> =>
      (await ask<readonly TreeRow[]>('trace', { root: workspace.uri(), key: 'REQ-1', path })).map(({ label }) => label);
    assert.deepEqual(await rows('up'), ['from N-1']);
    assert.deepEqual(await rows('down'), ['verified by AC-1', 'realized by T-1']);
    await client.open('plan.delivery', PLAN);
    await client.edit('plan.delivery', 'REQ-1, ', '');
    assert.deepEqual(await rows('down'), ['verified by AC-1']);
    assert.equal(await ask('trace', { root: workspace.uri(), key: 'REQ-7', path: [] }), null);
  });

  it('list the projects and gather their items', async () => {
    const root = workspace.uri();
    assert.deepEqual(await ask<readonly Project[]>('projects', {}), [{ root, title: 'CRM' }]);
    const rows = async (...path: string[]): Promise<readonly string[]> =>
      (await ask<readonly TreeRow[]>('explorer', { root, grouping: 'priority', filter: 'quick', path })).map(
        ({ label }) => label,
      );
    assert.deepEqual(await rows(), ['must']);
    assert.deepEqual(await rows('must', 'REQ-1'), ['AC-1']);
    const elsewhere = { root: 'file:///elsewhere', grouping: 'phase', filter: '', path: [] };
    assert.equal(await ask('explorer', elsewhere), null);
  });

  it('say what to write where items are dropped', async () => {
    const { textDocument, position } = client.at('requirements.delivery', 3, 9);
    assert.deepEqual(await ask<DroppedItems>('dropItems', { uri: textDocument.uri, position, ids: ['N-2'] }), {
      text: ', N-2',
      position: { line: 3, character: 11 },
      fields: [],
    });
  });
});
