import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CompletionList, DocumentSymbol, Hover, Location } from 'vscode-languageserver/node';
import type { EditOption, Gesture, Timeline, TimelineAnswer, TimelineBar } from '../../server/src/ide/timeline/types';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const FILES = `
  //- 诉求.delivery
  source INT-1 "Kick-off" { method: interview }
  need N-1 "Sign in once" { from: INT-1 }
  //- requirements.delivery
  // 😀 before
  requirement REQ-1 "Single sign-on" {
    priority: must
    from: N-1
    criterion AC-1 "Quickly" { verify: test }
  }
  //- plan.delivery
  project crm "CRM" { period: 2026-01-05.. }
  task T-1 "Connect" { duration: 2d, realizes: REQ-1 }
  milestone M-1 "Pilot" { after: T-1, delivers: REQ-1 }
`;

const range = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('language server: features', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  before(async () => {
    workspace = workspaceOf(FILES);
    client = await startServer(workspace);
    await client.shows({});
  });

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('are announced', () => {
    const { capabilities } = client.initialized;
    for (const feature of [
      'definitionProvider',
      'referencesProvider',
      'hoverProvider',
      'documentSymbolProvider',
    ] as const)
      assert.equal(capabilities[feature], true, feature);
    assert.ok(capabilities.completionProvider);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
  });

  it('answer definition with the id in another file', async () => {
    const found = (await client.request(
      'textDocument/definition',
      client.at('requirements.delivery', 3, 9),
    )) as Location[];
    assert.deepEqual(found, [{ uri: workspace.uri('诉求.delivery'), range: range(1, 5, 8) }]);
  });

  it('answer references over all files', async () => {
    const found = (await client.request('textDocument/references', {
      ...client.at('requirements.delivery', 1, 14),
      context: { includeDeclaration: true },
    })) as Location[];
    assert.deepEqual(found, [
      { uri: workspace.uri('requirements.delivery'), range: range(1, 12, 17) },
      { uri: workspace.uri('plan.delivery'), range: range(1, 45, 50) },
      { uri: workspace.uri('plan.delivery'), range: range(2, 46, 51) },
    ]);
  });

  it('answer hover as Markdown over the word', async () => {
    const hover = (await client.request('textDocument/hover', client.at('requirements.delivery', 3, 9))) as Hover;
    assert.deepEqual(hover.range, range(3, 8, 11));
    const { value } = hover.contents as { value: string };
    assert.match(value, /^need \*\*N\\-1\*\* Sign in once\n/);
    const address = `${workspace.uri('requirements.delivery')}#L2,13`;
    assert.ok(value.includes(`- gives rise to [\`REQ-1\`](${address}) Single sign\\-on`), value);
  });

  it('answer completion with the range that an entry replaces', async () => {
    await client.open('typing.delivery', 'milestone M-2 "x" { delivers: RE }\n');
    const list = (await client.request(
      'textDocument/completion',
      client.at('typing.delivery', 0, 32),
    )) as CompletionList;
    assert.equal(list.isIncomplete, false);
    assert.equal(list.items[0]!.label, 'REQ-1');
    assert.deepEqual(list.items[0]!.textEdit, { range: range(0, 30, 32), newText: 'REQ-1' });
    assert.match(list.items[0]!.detail!, /^Single sign-on · must/);
    await client.close('typing.delivery');
  });

  it('answer document symbols as a tree', async () => {
    const params = { textDocument: { uri: workspace.uri('requirements.delivery') } };
    const symbols = (await client.request('textDocument/documentSymbol', params)) as DocumentSymbol[];
    assert.deepEqual(
      symbols.map(({ name, detail, selectionRange, children }) => [
        name,
        detail,
        selectionRange,
        children?.map((child) => child.name),
      ]),
      [['REQ-1', 'Single sign-on', range(1, 12, 17), ['AC-1']]],
    );
  });

  const timelineOf = async (uri: string): Promise<Timeline> => {
    const answer = (await client.request('delivery/timeline', { uri })) as TimelineAnswer;
    assert.ok('timeline' in answer);
    return answer.timeline;
  };

  it('answer the timeline for any file of the project, and for its root', async () => {
    for (const path of ['plan.delivery', '诉求.delivery', '']) {
      const timeline = await timelineOf(workspace.uri(path));
      assert.equal(timeline.title, 'CRM');
      assert.deepEqual(
        timeline.bars.map(({ key, type }) => [key, type]),
        [
          ['T-1', 'task'],
          ['M-1', 'milestone'],
        ],
      );
    }
  });

  it('lead from a bar to its declaration, and back from a position', async () => {
    const uri = workspace.uri('plan.delivery');
    const source = await client.request('delivery/timelineSource', { uri: workspace.uri(''), key: 'T-1' });
    const { start } = source as { start: { line: number; character: number } };
    assert.equal((source as { uri: string }).uri, uri);
    assert.deepEqual(await client.request('delivery/timelineBarAt', { uri, position: start }), {
      root: workspace.uri(),
      key: 'T-1',
    });
    assert.equal(await client.request('delivery/timelineSource', { uri, key: 'gone' }), null);
    assert.equal(await client.request('delivery/timelineBarAt', { uri: 'untitled:x', position: start }), null);
  });

  it('tell what dragging a bar would write, and why not', async () => {
    const uri = workspace.uri('');
    const { bars } = await timelineOf(uri);
    const to = Math.floor(bars[0]!.start! / 1440) * 1440 + 7 * 1440;
    const ask = (gesture: Gesture): Promise<unknown> => client.request('delivery/timelineEdit', { uri, gesture });
    const { options } = (await ask({ kind: 'move', key: 'T-1', to })) as { options: EditOption[] };
    const [{ way, label, files, moved }] = options as [EditOption];
    assert.equal(way, 'constraint');
    assert.match(label, /^Not before \d{4}-/);
    assert.deepEqual(
      files.map((file) => [file.uri, file.version]),
      [[workspace.uri('plan.delivery'), null]],
    );
    assert.match(files[0]!.edits[0]!.newText, /start: >= \d{4}-/);
    assert.equal(moved[0]!.key, 'T-1');
    const refused = (await ask({ kind: 'finish', key: 'M-1', to })) as { refused: string };
    assert.match(refused.refused, /no length/);
    assert.equal(
      await client.request('delivery/timelineEdit', { uri: 'untitled:x', gesture: { kind: 'move', key: 'T-1', to } }),
      null,
    );
  });

  it('tell that a project changed, and what of its timeline', async () => {
    const before = await timelineOf(workspace.uri('plan.delivery'));
    const changed = new Promise<{ root: string; revision: number }>((resolve) =>
      client.connection.onNotification('delivery/changed', resolve),
    );
    await client.open('plan.delivery', readFileSync(`${workspace.folder}/plan.delivery`, 'utf8'));
    await client.edit('plan.delivery', '2d', '3d');
    const { root, revision } = await changed;
    assert.equal(root, workspace.uri());
    const uri = workspace.uri('plan.delivery');
    const answer = (await client.request('delivery/timeline', { uri, known: before.revision })) as TimelineAnswer;
    assert.ok('patch' in answer, 'what changed since the revision that is known');
    assert.ok(answer.patch.revision >= revision);
    assert.deepEqual(
      answer.patch.bars.map(([, { key }]) => key),
      ['T-1', 'M-1'],
    );
    await client.close('plan.delivery');
  });

  it('tell the forecast of a milestone when the text rests, as a change of the timeline', async () => {
    const uri = workspace.uri('plan.delivery');
    const forecastNow = async (): Promise<TimelineBar | undefined> =>
      (await timelineOf(uri)).bars.find(({ forecast }) => forecast !== undefined);
    assert.equal(await forecastNow(), undefined);
    const forecast = new Promise<TimelineBar>((resolve) =>
      // The edit itself is told of first.
      client.connection.onNotification(
        'delivery/changed',
        () => void forecastNow().then((found) => found && resolve(found)),
      ),
    );
    await client.open('plan.delivery', readFileSync(`${workspace.folder}/plan.delivery`, 'utf8'));
    await client.edit('plan.delivery', '2d', '2d..3d..9d');
    const { key, forecast: until, finish } = await forecast;
    assert.equal(key, 'M-1');
    assert.ok(until! > finish!);
    await client.close('plan.delivery');
  });

  const REQUESTS = ['definition', 'references', 'hover', 'completion'].map((name) => `textDocument/${name}`);
  const context = { includeDeclaration: true };

  for (const method of REQUESTS)
    it(`answer ${method} about unknown files and absurd positions with nothing`, async () => {
      const nothing = (answer: unknown): boolean => answer === null || (Array.isArray(answer) && answer.length === 0);
      assert.equal(await client.request(method, { ...client.at('unknown.delivery', 0, 0), context }), null);
      assert.equal(
        await client.request(method, {
          textDocument: { uri: 'untitled:Untitled-1' },
          position: { line: 0, character: 0 },
          context,
        }),
        null,
      );
      for (const [line, character] of [
        [999_999, 0],
        [0, 999_999],
        [2_147_483_647, 2_147_483_647],
      ] as const) {
        const answer = await client.request(method, { ...client.at('plan.delivery', line, character), context });
        assert.ok(nothing(answer) || method === 'textDocument/completion', JSON.stringify(answer));
      }
    });

  it('answer symbols and timelines of unknown files with nothing', async () => {
    const uri = 'file:///nowhere/at-all.delivery';
    assert.equal(await client.request('textDocument/documentSymbol', { textDocument: { uri } }), null);
    assert.equal(await client.request('delivery/timeline', { uri }), null);
  });

  for (const method of [...REQUESTS, 'textDocument/documentSymbol', 'delivery/timeline'])
    for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 }, position: 'x', uri: 7 }])
      it(`answer a malformed ${method} with an error, and the next request as ever: ${JSON.stringify(params)}`, async () => {
        await assert.rejects(
          client.request(method, params),
          (error: unknown) => error instanceof Error && 'code' in error,
        );
        const found = (await client.request(
          'textDocument/definition',
          client.at('requirements.delivery', 3, 9),
        )) as Location[];
        assert.equal(found.length, 1);
      });

  it('answer an unknown method with an error', () => assert.rejects(client.request('delivery/nonsense', {})));

  it('survive malformed notifications', async () => {
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'workspace/didChangeWatchedFiles',
    ])
      for (const params of [
        {},
        { textDocument: {} },
        { changes: [{}] },
        { textDocument: { uri: 5 }, contentChanges: 3 },
      ])
        await client.connection.sendNotification(method, params);
    const found = (await client.request(
      'textDocument/definition',
      client.at('requirements.delivery', 3, 9),
    )) as Location[];
    assert.equal(found.length, 1);
    await client.agreesWithFresh();
  });
});
