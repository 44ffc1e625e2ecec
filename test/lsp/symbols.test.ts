import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  Location,
  SymbolInformation,
  TypeHierarchyItem,
} from 'vscode-languageserver/node';
import { startServer, type At, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const FILES = `
  //- 需求.delivery
  need N-1 "登录一次" { }
  requirement REQ-1 "Single sign-on" {
    priority: must
    from: N-1
    requirement REQ-2 "By company account" { priority: must }
    criterion AC-1 "Quickly" { verify: test }
  }
  requirement REQ-3 "Sign-in on phones" { priority: must, refines: REQ-1, depends: REQ-2 }
  //- plan.delivery
  phase P-1 "Build" {
    task T-1 "😀 Connect" { duration: 2d, realizes: REQ-1 }
    task T-2 "Try" { duration: 2d, after: T-1, realizes: REQ-1 }
  }
  milestone M-1 "Pilot" { after: P-1, T-1 + 1d, delivers: REQ-1 }
`;

describe('language server: symbols and hierarchies', function () {
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

  const named = async (query: string): Promise<readonly string[]> =>
    ((await client.request('workspace/symbol', { query })) as SymbolInformation[]).map(({ name }) => name);

  it('find items by id and title, in both tongues and with signs left out', async () => {
    assert.deepEqual(await named('req-1'), ['REQ-1 Single sign-on']);
    assert.deepEqual(await named('登录'), ['N-1 登录一次']);
    assert.deepEqual(await named('sign'), ['REQ-3 Sign-in on phones', 'REQ-1 Single sign-on']);
    assert.deepEqual(await named('cmpny'), ['REQ-2 By company account']);
    assert.deepEqual(await named('nothing like it'), []);
    assert.equal((await named('')).length, 9);
  });

  it('tell where an item stands and what holds it', async () => {
    const [found] = (await client.request('workspace/symbol', { query: 'T-2' })) as SymbolInformation[];
    assert.equal(found!.containerName, 'P-1');
    assert.deepEqual(found!.location, {
      uri: workspace.uri('plan.delivery'),
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 10 } },
    });
  });

  it('highlight an item in one file, its declaration as what is written', async () => {
    const found = (await client.request(
      'textDocument/documentHighlight',
      client.at('plan.delivery', 2, 40),
    )) as DocumentHighlight[];
    assert.deepEqual(
      found.map(({ range, kind }) => [range.start.line, range.start.character, kind]),
      [
        [1, 7, 3],
        [2, 40, 2],
        [4, 36, 2],
      ],
    );
  });

  it('lead to what realizes and verifies a requirement', async () => {
    const found = (await client.request(
      'textDocument/implementation',
      client.at('需求.delivery', 1, 14),
    )) as Location[];
    assert.deepEqual(
      found.map(({ uri, range }) => [uri === workspace.uri('plan.delivery'), range.start.line]),
      [
        [false, 5],
        [true, 1],
        [true, 2],
      ],
    );
  });

  const prepared = async <T>(what: string, at: At): Promise<T> =>
    ((await client.request(`textDocument/prepare${what}`, at)) as T[])[0]!;

  it('show what waits for a task and what it waits for', async () => {
    const item = await prepared<CallHierarchyItem>('CallHierarchy', client.at('plan.delivery', 1, 8));
    assert.equal(item.name, 'T-1');
    const incoming = (await client.request('callHierarchy/incomingCalls', { item })) as CallHierarchyIncomingCall[];
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges.map(({ start }) => start.line)]),
      [
        ['T-2', [2]],
        ['M-1', [4]],
      ],
    );
    const outgoing = (await client.request('callHierarchy/outgoingCalls', {
      item: incoming[1]!.from,
    })) as CallHierarchyOutgoingCall[];
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['P-1', 'T-1'],
    );
  });

  it('show what a requirement is part of and what is part of it', async () => {
    const item = await prepared<TypeHierarchyItem>('TypeHierarchy', client.at('需求.delivery', 1, 14));
    const below = (await client.request('typeHierarchy/subtypes', { item })) as TypeHierarchyItem[];
    assert.deepEqual(
      below.map(({ name }) => name),
      ['REQ-2', 'AC-1', 'REQ-3'],
    );
    const above = (await client.request('typeHierarchy/supertypes', { item: below[2]! })) as TypeHierarchyItem[];
    assert.deepEqual(
      above.map(({ name, detail }) => `${name} ${detail}`),
      ['REQ-1 Single sign-on'],
    );
  });

  it('answer with nothing where no item is named', async () => {
    assert.equal(await client.request('textDocument/prepareCallHierarchy', client.at('plan.delivery', 3, 0)), null);
    assert.deepEqual(await client.request('textDocument/documentHighlight', client.at('plan.delivery', 3, 0)), []);
  });
});
