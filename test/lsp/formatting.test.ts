import assert from 'node:assert/strict';
import type { ApplyWorkspaceEditParams, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer, type Client } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const BEFORE = '// 😀 before\nneed   N-1 "Sign in once" {\nfrom：INT-1，INT-2\n"""\n 二\n"""\n}\n';
const OPTIONS = { tabSize: 8, insertSpaces: false };

describe('language server: formatting', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;
  let applied: ApplyWorkspaceEditParams[];

  before(async () => {
    workspace = workspaceOf('//- a.delivery\nteam N-0 "x" {}');
    client = await startServer(workspace);
    client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      applied.push(params);
      return { applied: true };
    });
    await client.open('诉求.delivery', BEFORE);
  });

  beforeEach(() => (applied = []));

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  const textDocument = () => ({ uri: workspace.uri('诉求.delivery') });
  const formatted = (edits: unknown): string =>
    TextDocument.applyEdits(TextDocument.create('', '', 0, BEFORE), edits as TextEdit[]);

  it('is announced', () => {
    const { capabilities } = client.initialized;
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.documentRangeFormattingProvider, true);
    assert.ok(capabilities.documentOnTypeFormattingProvider);
    assert.deepEqual(capabilities.executeCommandProvider, { commands: ['delivery.translateKeywords'] });
  });

  it('answers with small edits that make the canonical text, whatever the editor uses to indent', async () => {
    const edits = await client.request('textDocument/formatting', { textDocument: textDocument(), options: OPTIONS });
    assert.equal(
      formatted(edits),
      '// 😀 before\nneed N-1 "Sign in once" {\n  from: INT-1, INT-2\n  """\n  二\n  """\n}\n',
    );
    for (const { range } of edits as TextEdit[]) assert.equal(range.start.line, range.end.line);
  });

  it('formats the lines of a range', async () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
    const params = { textDocument: textDocument(), range, options: OPTIONS };
    assert.equal(
      formatted(await client.request('textDocument/rangeFormatting', params)),
      BEFORE.replace('from：INT-1，INT-2', '  from: INT-1, INT-2'),
    );
  });

  it('corrects a sign while it is typed', async () => {
    const params = { ...client.at('诉求.delivery', 2, 5), ch: '：', options: OPTIONS };
    assert.equal(
      formatted(await client.request('textDocument/onTypeFormatting', params)),
      BEFORE.replace('from：', 'from:'),
    );
  });

  it('answers null for a file that is none of its own', async () => {
    const params = { textDocument: { uri: 'file:///nowhere/x.delivery' }, options: OPTIONS };
    assert.equal(await client.request('textDocument/formatting', params), null);
  });

  it('translates keywords through an edit of the workspace, tied to the version that it saw', async () => {
    const translate = (...args: unknown[]) =>
      client.request('workspace/executeCommand', { command: 'delivery.translateKeywords', arguments: args });
    assert.equal(await translate(textDocument().uri, 'zh'), true);
    const [change] = applied[0]!.edit.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.equal(change.textDocument.version, 1);
    assert.equal(formatted(change.edits), BEFORE.replace('need', '诉求').replace('from', '来自'));
    assert.equal(await translate(textDocument().uri, 'fr'), false);
    assert.equal(await translate('file:///nowhere/x.delivery', 'zh'), false);
    assert.equal(applied.length, 1);
  });
});
