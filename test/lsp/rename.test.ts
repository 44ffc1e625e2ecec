import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { startServer, type Client, type Options } from '../support/server';
import { workspaceOf, type Workspace } from '../support/workspace';

const FILES = `
  //- 诉求.delivery
  source INT-1 "Kick-off" { method: interview }
  need N-1 "😀 N-1 first" { from: INT-1 }
  //- requirements.delivery
  requirement REQ-1 "Single sign-on" { priority: wont, from: N-1 }
  deliverable D-1 "Manual" { file: "docs/manual.pdf" }
`;

const edit = (line: number, start: number, end: number, newText: string, annotationId?: string): object => ({
  range: { start: { line, character: start }, end: { line, character: end } },
  newText,
  ...(annotationId && { annotationId }),
});

describe('language server: rename', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  let client: Client;

  const start = async (options: Options = {}): Promise<void> => {
    workspace = workspaceOf(FILES);
    client = await startServer(workspace, options);
  };
  const rename = (newName: string): Promise<unknown> =>
    client.request('textDocument/rename', { ...client.at('requirements.delivery', 0, 60), newName });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('is prepared with the id and its range, and not where none stands', async () => {
    await start();
    assert.deepEqual(await client.request('textDocument/prepareRename', client.at('requirements.delivery', 0, 60)), {
      range: { start: { line: 0, character: 59 }, end: { line: 0, character: 62 } },
      placeholder: 'N-1',
    });
    assert.equal(await client.request('textDocument/prepareRename', client.at('requirements.delivery', 0, 3)), null);
    assert.equal(await client.request('textDocument/prepareRename', client.at('unknown.delivery', 0, 3)), null);
  });

  it('answers plain changes to a client that knows no others, and leaves texts alone', async () => {
    await start();
    assert.deepEqual(await rename('N-9'), {
      changes: {
        [workspace.uri('requirements.delivery')]: [edit(0, 59, 62, 'N-9')],
        [workspace.uri('诉求.delivery')]: [edit(1, 5, 8, 'N-9')],
      },
    });
  });

  it('ties edits to the versions that are open, and asks about texts where the client can', async () => {
    await start({ workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } });
    const text = 'requirement REQ-1 "Single sign-on" { priority: wont, from: N-1 }\n';
    await client.open('requirements.delivery', text);
    const { documentChanges, changeAnnotations } = (await rename('N-9')) as WorkspaceEdit;
    assert.deepEqual(documentChanges, [
      {
        textDocument: { uri: workspace.uri('诉求.delivery'), version: null },
        edits: [edit(1, 5, 8, 'N-9'), edit(1, 13, 16, 'N-9', 'string')],
      },
      {
        textDocument: { uri: workspace.uri('requirements.delivery'), version: 1 },
        edits: [edit(0, 59, 62, 'N-9')],
      },
    ]);
    assert.deepEqual(changeAnnotations, {
      string: { label: 'Also in titles and strings', needsConfirmation: true },
    });
  });

  it('is refused with a reason, in the language of the editor, and the server goes on', async () => {
    await start({ locale: 'zh-cn' });
    await assert.rejects(rename('REQ-1'), { message: '编号 `REQ-1` 已被使用：requirements.delivery:1。' });
    await assert.rejects(rename('1'), /不能作为编号/);
    assert.ok(await rename('N-9'));
  });

  it('of files changes the paths that lead to them, and tells when there are none', async () => {
    await start({ workspaceEdit: { documentChanges: true } });
    const willRename = (from: string, to: string): Promise<unknown> =>
      client.request('workspace/willRenameFiles', {
        files: [{ oldUri: workspace.uri(from), newUri: workspace.uri(to) }],
      });
    assert.deepEqual(await willRename('docs', '文档'), {
      documentChanges: [
        {
          textDocument: { uri: workspace.uri('requirements.delivery'), version: null },
          edits: [edit(1, 33, 50, '"文档/manual.pdf"')],
        },
      ],
    });
    assert.equal(await willRename('other', 'another'), null);
    // From the root the path still leads to the file.
    assert.equal(await willRename('requirements.delivery', 'sub/requirements.delivery'), null);
  });
});
