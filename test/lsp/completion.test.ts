import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver/node';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const range = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('language server: completion', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (options: Options = {}): Promise<void> => {
    workspace = workspaceOf(`
      //- a.delivery
      requirement REQ-1 "😀 <b>单点登录</b>" { priority: must }
      requirement REQ-2 "Reports" { priority: should }
      task T-1 "x" { realizes: REQ-1 }

      risk R-1 "x" {
      }
    `);
    client = await startServer(workspace, options);
  };
  const listAt = async (line: number, character: number, context?: object): Promise<CompletionList> =>
    (await client.request('textDocument/completion', {
      ...client.at('a.delivery', line, character),
      context,
    })) as CompletionList;
  const named = ({ items }: CompletionList, label: string): CompletionItem =>
    items.find((item) => item.label === label)!;

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('lets the editor choose whether the rest of the word goes', async () => {
    await start({ completionItem: { insertReplaceSupport: true, labelDetailsSupport: true } });
    const { items, isIncomplete } = await listAt(2, 27);
    assert.equal(isIncomplete, false);
    assert.deepEqual(items[0], {
      label: 'REQ-1',
      kind: 18,
      detail: items[0]!.detail,
      labelDetails: { description: '😀 <b>单点登录</b>' },
      sortText: '0000',
      filterText: 'REQ-1 😀 <b> 单 点 登 录</b>',
      insertTextFormat: 1,
      textEdit: { insert: range(2, 25, 27), replace: range(2, 25, 30), newText: 'REQ-1' },
      data: { uri: workspace.uri('a.delivery'), id: 'REQ-1' },
    });
  });

  it('explains an item when somebody looks at it, with what users wrote escaped', async () => {
    await start();
    const item = named(await listAt(2, 25), 'REQ-1');
    assert.equal(item.documentation, undefined);
    const resolved = (await client.request('completionItem/resolve', item)) as CompletionItem;
    const { kind, value } = resolved.documentation as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /^requirement \*\*REQ\\-1\*\* 😀 &lt;b\\>单点登录/);
    assert.match(value, /a\.delivery#L3,6/, 'what realizes it is a link');
    const gone = { label: 'x', data: { uri: workspace.uri('a.delivery'), id: 'GONE' } };
    assert.deepEqual(await client.request('completionItem/resolve', gone), gone);
    assert.deepEqual(await client.request('completionItem/resolve', { label: 'y' }), { label: 'y' });
  });

  it('writes snippets for who knows them, choices for who shows them, and plain text for others', async () => {
    const texts = async (): Promise<readonly (string | number | undefined)[]> => {
      const declaration = named(await listAt(3, 0), 'requirement');
      return [declaration.insertTextFormat, declaration.textEdit!.newText];
    };
    await start({ initializationOptions: { snippetChoices: true } });
    assert.deepEqual(await texts(), [2, 'requirement REQ-3 "$1" {\n\tpriority: ${2|must,should,could,wont|}\n\t$0\n}']);
    await client.stop();
    client = await startServer(workspace);
    assert.deepEqual(await texts(), [2, 'requirement REQ-3 "$1" {\n\tpriority: ${2:must}\n\t$0\n}']);
    await client.stop();
    client = await startServer(workspace, { completionItem: {} });
    assert.deepEqual(await texts(), [1, 'requirement REQ-3 "" {\n\tpriority: must\n\t\n}']);
    assert.equal(named(await listAt(5, 0), 'probability').textEdit!.newText, 'probability: ');
  });

  it('opens no list because of a blank where a line begins', async () => {
    await start();
    const typed = { triggerKind: 2, triggerCharacter: ' ' };
    assert.equal((await listAt(5, 0, typed)).items.length, 0);
    assert.ok((await listAt(2, 25, typed)).items.length > 0);
  });

  it('answers a position behind the end of a line with a range in the text', async () => {
    await start();
    const { items } = await listAt(3, 99);
    assert.deepEqual((items[0]!.textEdit as { range: object }).range, range(3, 0, 0));
  });
});
