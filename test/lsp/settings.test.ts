import assert from 'node:assert/strict';
import type { CodeLens, Hover, InlayHint, MarkupContent } from 'vscode-languageserver/node';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const TEXT = `project P "p" { period: 2026-01-05.. }
requirement REQ-1 "Single sign-on" { priority: wont }
task T-1 "one" { duration: 3d, realizes: REQ-1 }
`;

describe('language server: lenses, hints and settings', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (options: Options = {}): Promise<void> => {
    workspace = workspaceOf(`//- a.delivery\n${TEXT}`);
    client = await startServer(workspace, options);
  };
  const about = (params: object = {}): object => ({ textDocument: { uri: workspace.uri('a.delivery') }, ...params });
  const lenses = (): Promise<CodeLens[] | null> =>
    client.request('textDocument/codeLens', about()) as Promise<CodeLens[]>;
  const hints = async (): Promise<readonly string[]> => {
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const found = (await client.request('textDocument/inlayHint', about({ range }))) as InlayHint[] | null;
    return (found ?? []).map(({ label }) => (typeof label === 'string' ? label : label[0]!.value));
  };

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('resolve a lens to its words, and to places for a client that shows them', async () => {
    await start({ initializationOptions: { showReferences: true } });
    const [lens] = (await lenses())!;
    assert.equal(lens!.command, undefined);
    const { command } = (await client.request('codeLens/resolve', lens)) as CodeLens;
    assert.equal(command!.title, '1 task');
    assert.equal(command!.command, 'delivery.showReferences');
    assert.deepEqual(command!.arguments, [
      workspace.uri('a.delivery'),
      { line: 1, character: 12 },
      [
        {
          uri: workspace.uri('a.delivery'),
          range: { start: { line: 2, character: 5 }, end: { line: 2, character: 8 } },
        },
      ],
    ]);
  });

  it('resolve a lens to its words alone for other clients', async () => {
    await start();
    const [lens] = (await lenses())!;
    const { command } = (await client.request('codeLens/resolve', lens)) as CodeLens;
    assert.deepEqual(command, { title: '1 task', command: '' });
  });

  it('lead from the ids of a hover to the command of a client that opens places', async () => {
    await start({ initializationOptions: { openPlace: true } });
    const hover = (await client.request('textDocument/hover', client.at('a.delivery', 1, 14))) as Hover;
    const { value } = hover.contents as MarkupContent;
    const [, args = ''] = /\[`T-1`\]\(command:delivery\.openPlace\?([^)]*)\)/.exec(value) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(args)), [workspace.uri('a.delivery'), { line: 2, character: 5 }]);
  });

  it('resolve a lens of an older text to nothing', async () => {
    await start();
    const [lens] = (await lenses())!;
    await client.open('a.delivery', TEXT.replace('realizes: REQ-1', ''));
    const { command } = (await client.request('codeLens/resolve', lens)) as CodeLens;
    assert.deepEqual(command, { title: '', command: '' });
  });

  it('tell why in the tooltip of a hint', async () => {
    await start();
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
    const [hint] = (await client.request('textDocument/inlayHint', about({ range }))) as InlayHint[];
    assert.deepEqual(hint!.position, { line: 2, character: 14 });
    const { tooltip } = (await client.request('inlayHint/resolve', hint)) as InlayHint;
    assert.match(tooltip as string, /^Starts 2026-01-05 .*: the project starts then\.$/);
  });

  it('follow the settings that a client is asked for, until it says that they changed', async () => {
    let settings: unknown = { inlayHints: { dates: false, titles: 'nonsense' } };
    const asked: unknown[] = [];
    await start({
      configuration: (items) => {
        asked.push(items);
        return items.map(() => settings);
      },
    });
    assert.deepEqual(await hints(), ['critical', 'Single sign-on']);
    assert.ok((await lenses())!.length > 0);
    assert.deepEqual(asked, [[{ scopeUri: workspace.uri(), section: 'delivery' }]], 'asked once, by project');
    settings = { codeLens: false, inlayHints: { slack: false, titles: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await lenses(), null);
    assert.equal((await hints()).length, 1);
  });

  it('switch the parts of lenses and hints one by one, or all at once', async () => {
    await start({ initializationOptions: { settings: { codeLens: { tasks: false, late: 'nonsense' } } } });
    assert.deepEqual(await lenses(), []);
    const send = (settings: unknown): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await send({ delivery: { codeLens: { late: false } } });
    assert.equal((await lenses())!.length, 1);
    await send({ delivery: { codeLens: false, inlayHints: false } });
    assert.equal(await lenses(), null);
    assert.deepEqual(await hints(), []);
  });

  it('are those of each folder', async () => {
    workspace = workspaceOf(`//- one/a.delivery\n${TEXT}//- two/a.delivery\n${TEXT}`);
    const configuration = (items: readonly object[]): readonly unknown[] =>
      items.map((item) => ({ codeLens: (item as { scopeUri: string }).scopeUri === workspace.uri('one') }));
    client = await startServer(workspace, { folders: ['one', 'two'], configuration });
    const count = async (path: string): Promise<number> => {
      const params = { textDocument: { uri: workspace.uri(path) } };
      return ((await client.request('textDocument/codeLens', params)) as CodeLens[] | null)?.length ?? 0;
    };
    assert.deepEqual([await count('one/a.delivery'), await count('two/a.delivery')], [1, 0]);
  });

  it('take the settings that a client sends, and the defaults without any', async () => {
    await start({ initializationOptions: { settings: { inlayHints: { titles: false } } } });
    assert.equal((await hints()).length, 2);
    const send = (settings: unknown): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await send({ delivery: { inlayHints: { titles: false, slack: false, dates: false } } });
    assert.deepEqual(await hints(), []);
    await send(null);
    assert.equal((await hints()).length, 3);
  });
});
