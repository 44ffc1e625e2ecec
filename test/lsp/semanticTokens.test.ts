import assert from 'node:assert/strict';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const TEXT = 'need N-1 "a" { from: S-1 }\n\nneed N-2 "b" { }\n';

describe('language server: semantic tokens', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;
  let refreshed = 0;

  beforeEach(async () => {
    workspace = workspaceOf(`//- a.delivery\n${TEXT}//- b.delivery\nneed N-3 "c" { }\n`);
    client = await startServer(workspace, { refreshes: { semanticTokens: { refreshSupport: true } } });
    client.connection.onRequest('workspace/semanticTokens/refresh', () => {
      refreshed++;
      return null;
    });
    await client.open('a.delivery', TEXT);
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  const about = (params: object = {}): object => ({ textDocument: { uri: workspace.uri('a.delivery') }, ...params });
  const full = async (): Promise<SemanticTokens> =>
    (await client.request('textDocument/semanticTokens/full', about())) as SemanticTokens;
  const delta = async (previousResultId: string): Promise<SemanticTokens | SemanticTokensDelta> =>
    (await client.request(
      'textDocument/semanticTokens/full/delta',
      about({ previousResultId }),
    )) as SemanticTokensDelta;

  it('come relative to each other', async () => {
    assert.deepEqual((await full()).data, [
      ...[0, 0, 4, 0, 0],
      ...[0, 5, 3, 2, 1],
      ...[0, 10, 4, 1, 0],
      ...[0, 6, 3, 2, 2 + 4],
      ...[2, 0, 4, 0, 0],
      ...[0, 5, 3, 2, 1],
    ]);
  });

  it('of a range are those of its declarations', async () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
    const { data } = (await client.request('textDocument/semanticTokens/range', about({ range }))) as SemanticTokens;
    assert.deepEqual(data, [...[2, 0, 4, 0, 0], ...[0, 5, 3, 2, 1]]);
  });

  it('come as what changed, which makes the whole; nothing when nothing changed', async () => {
    let { resultId, data } = await full();
    for (const [text, replacement] of [
      ['S-1', 'S-12'],
      ['\n\n', '\n\n\n// x\n'],
      ['N-2', 'S-12'],
      ['need N-1 "a" { from: S-12 }', ''],
    ] as const) {
      await client.edit('a.delivery', text, replacement);
      const answer = (await delta(resultId!)) as SemanticTokensDelta;
      const [edit] = answer.edits;
      assert.ok(edit && edit.deleteCount < data.length, 'only what changed');
      data = [...data];
      data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      assert.deepEqual(data, (await full()).data);
      resultId = answer.resultId;
    }
    assert.deepEqual(((await delta(resultId!)) as SemanticTokensDelta).edits, []);
  });

  it('come whole for a result that is not known, and empty for unknown files', async () => {
    assert.ok('data' in (await delta('nonsense')));
    const uri = workspace.uri('unknown.delivery');
    assert.deepEqual(await client.request('textDocument/semanticTokens/full', { textDocument: { uri } }), { data: [] });
  });

  it('are asked for again when another file changes', async () => {
    await full();
    refreshed = 0;
    workspace.write('b.delivery', 'source S-1 "s" { }\n');
    await client.changed({ 'b.delivery': 'changed' });
    for (let wait = 0; refreshed === 0 && wait < 100; wait++) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(refreshed, 1);
    assert.equal((await full()).data[19], 2, 'the reference is resolved');
  });
});
