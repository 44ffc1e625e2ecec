import assert from 'node:assert/strict';
import type { DocumentLink, FoldingRange, SelectionRange } from 'vscode-languageserver/node';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

describe('language server: folding, selection and links', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (foldingRange: Options['foldingRange']): Promise<void> => {
    workspace = workspaceOf(`
      //- a.delivery
      // 😀
      deliverable D-1 "Manual" {
        file: "docs/手册.pdf"
        link: https://a.example
        """
        text
        """
      }
    `);
    client = await startServer(workspace, { foldingRange });
  };
  const about = (params: object = {}): object => ({ textDocument: { uri: workspace.uri('a.delivery') }, ...params });
  const folds = async (): Promise<FoldingRange[]> =>
    (await client.request('textDocument/foldingRange', about())) as FoldingRange[];

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('fold whole lines up to the one that closes, for a client that folds lines', async () => {
    await start({ lineFoldingOnly: true });
    assert.deepEqual(await folds(), [
      { startLine: 1, endLine: 6 },
      { startLine: 4, endLine: 5 },
    ]);
  });

  it('fold from sign to sign for others, the longest when only some are wanted', async () => {
    await start({ rangeLimit: 1 });
    assert.deepEqual(await folds(), [{ startLine: 1, startCharacter: 25, endLine: 7, endCharacter: 1 }]);
  });

  it('select ever more for each position', async () => {
    await start({});
    const positions = [
      { line: 2, character: 11 },
      { line: 99, character: 99 },
    ];
    const [first, second] = (await client.request(
      'textDocument/selectionRange',
      about({ positions }),
    )) as SelectionRange[];
    assert.deepEqual(first!.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 13 } });
    assert.deepEqual(first!.parent!.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 20 } });
    assert.ok(second!.range.end.line >= 8);
  });

  it('link addresses at once, and files when somebody follows the link', async () => {
    await start({});
    const [file, url] = (await client.request('textDocument/documentLink', about())) as DocumentLink[];
    assert.equal(url!.target, 'https://a.example');
    assert.deepEqual(url!.range, { start: { line: 3, character: 8 }, end: { line: 3, character: 25 } });
    assert.deepEqual(file!.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 20 } });
    assert.equal(file!.target, undefined);
    const warned = new Promise<{ message: string }>((resolve) =>
      client.connection.onNotification('window/showMessage', resolve),
    );
    const target = workspace.uri('docs/手册.pdf');
    assert.equal(((await client.request('documentLink/resolve', file)) as DocumentLink).target, undefined);
    assert.equal((await warned).message, 'There is no such file: docs/手册.pdf');
    workspace.write('docs/手册.pdf', '');
    assert.equal(((await client.request('documentLink/resolve', file)) as DocumentLink).target, target);
  });
});
